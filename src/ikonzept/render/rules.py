"""Rules as people read them: the list of all, one with its examples, the German reference, JSON.

What a rule says of its wrong example is not written down anywhere: the example is checked, and the finding shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.text import Text

from ikonzept import checks, loader
from ikonzept.checks.case import Case
from ikonzept.checks.examples import EXAMPLES, TOPICS
from ikonzept.checks.examples.example import Example
from ikonzept.checks.examples.minimal import AS_OF, MINIMAL, parse, since
from ikonzept.findings import Finding, Place
from ikonzept.locale.explanation import Explained
from ikonzept.render import data, excerpts
from ikonzept.render.excerpts import Excerpt, caret
from ikonzept.render.findings import Located, locate
from ikonzept.render.markdown import escaped
from ikonzept.render.severities import NAMES, STYLES, SeverityName, word
from ikonzept.render.terminal import command, ends, hanging, shorten, wrapped
from ikonzept.texts import explained, text


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in words, with its example and what ``check`` says of it."""

    code: str
    topic: str
    words: Explained
    example: Example
    found: Located


def rule(code: str) -> Rule:
    """The rule of a code; raises ``KeyError`` for a code that no rule has."""
    example = EXAMPLES[code]
    topic = next(name for name, examples in TOPICS.items() if code in examples)
    return Rule(code, topic, explained()[code], example, _found(code, example))


def _found(code: str, example: Example) -> Located:
    """What the rule finds in its wrong example; where no text can show that, what it would say."""
    if not example.wrong and not example.before:
        place = Place(example.at.rsplit(":", 2)[0])
        return locate([Finding(code, example.severity, place, example.params or {})], {})[0]
    files = {**MINIMAL, **parse(example.wrong)}
    loaded = loader.load(files)
    checksums = loader.checksums(files, loaded)
    earlier = since(MINIMAL | parse(example.before), files) if example.before else None
    case = Case(loaded.concept, AS_OF, loaded.files, loaded.unreadable, checksums=checksums, since=earlier)
    found = (item for item in checks.run(case, loaded.findings) if item.code == code)
    return locate([next(found)], files)[0]


# --- text ----------------------------------------------------------------------------------------------------------

_BESIDE = 60
"""From this width on a label stands beside what it names."""
_LEAST_SENTENCE = 40
"""A sentence with less room than this stands below its code."""


def listing(width: int) -> Iterator[Text]:
    """All codes by topic, each with its rule in one sentence."""
    words = explained()
    longest = max(map(len, EXAMPLES)) + 4
    indent = longest if width >= longest + _LEAST_SENTENCE else 6
    for topic, examples in TOPICS.items():
        if examples:
            yield Text(text(f"explain.topic.{topic}"), style="bold")
            for code in examples:
                yield hanging(f"  {code}", words[code].rule.split(), width, indent=indent, separator=" ")
            yield Text("")
    yield command("explain REGEL", width)


def lines(rule: Rule, width: int) -> Iterator[Text]:
    """One rule: what must hold, why, a wrong and a right example, where it is written."""
    style, severity = STYLES[rule.example.severity], word(rule.example.severity)
    topic = shorten(text(f"explain.topic.{rule.topic}"), width - len(severity) - 3)
    yield ends(Text(rule.code, style="bold"), Text(f"{topic} · ").append(severity, style=style), width)
    yield Text("")
    yield wrapped(rule.words.rule.split(), width, separator=" ")
    labels = {name: text(f"explain.{name}") for name in ("why", "source", "before", "wrong", "finding", "right")}
    if rule.example.before:
        labels |= {name: text(f"explain.after.{name}") for name in ("wrong", "right")}
    indent = max(map(len, labels.values())) + 2 if width >= _BESIDE else 2
    bodies = {
        "why": _words(rule.words.why, width - indent),
        "source": _words(rule.words.source, width - indent),
        "before": _example(excerpts.before(rule.example), "", width - indent, style),
        "wrong": _example(excerpts.wrong(rule.example, rule.found), rule.words.wrong, width - indent, style),
        "finding": [*_words(rule.found.message, width - indent), *_words(_hint(rule), width - indent)],
        "right": _example(excerpts.right(rule.example), rule.words.right, width - indent, style),
    }
    for name, body in bodies.items():
        if body:
            yield Text("")
            yield from _labelled(labels[name], body, indent)


def _words(sentence: str, width: int) -> list[Text]:
    """A sentence in lines of this width; nothing for no sentence."""
    return list(wrapped(sentence.split(), width, separator=" ").split("\n")) if sentence else []


def _hint(rule: Rule) -> str:
    return f"{text('finding.hint')} {rule.found.hint}" if rule.found.hint else ""


def _example(files: list[Excerpt], told: str, width: int, style: str) -> list[Text]:
    """The files of an example, or the words that tell what no text can show."""
    found = _words(told, width)
    for excerpt in files:
        found += [Text("")] if found else []
        found.append(Text(excerpt.path, style="underline"))
        found += [Text(caret(excerpt), style=style)] if excerpt.marked == -1 else []
        for row, line in enumerate(excerpt.lines):
            found.append(Text(f"  {line}"))
            found += [Text("  ").append(caret(excerpt), style=style)] if excerpt.marked == row else []
    return found


def _labelled(label: str, body: list[Text], indent: int) -> Iterator[Text]:
    """A label and, beside it, what it names; below it where there is little room."""
    first = Text(label, style="bold")
    if len(label) < indent:
        yield first.append(" " * (indent - len(label)), style="none").append_text(body[0])
        body = body[1:]
    else:
        yield first
    for line in body:
        yield Text(" " * indent).append_text(line) if line else Text("")


# --- Markdown ------------------------------------------------------------------------------------------------------

_FENCES = {"yaml": "yaml", "md": "markdown", "csv": "csv"}


def reference() -> str:
    """All rules by topic: the rule reference."""
    words = explained()
    parts = [text("explain.head")]
    for topic, examples in TOPICS.items():
        if examples:
            table = [text("explain.columns"), "| --- | --- | --- |"]
            table += [_row(code, example, words[code].rule) for code, example in examples.items()]
            parts += [f"## {text(f'explain.topic.{topic}')}", "\n".join(table)]
            parts += [markdown(rule(code)).rstrip("\n") for code in examples]
    return "\n\n".join(parts) + "\n"


def _row(code: str, example: Example, sentence: str) -> str:
    severity = word(example.severity)
    return f"| [`{code}`](#{code}) | {severity} | {escaped(sentence)} |"


def markdown(rule: Rule) -> str:
    """One rule as a section."""
    words, severity = rule.words, word(rule.example.severity)
    parts = [f"### {rule.code}", f"**{escaped(words.rule)}** {escaped(words.why)}"]
    if words.source:
        parts.append(f"{text('explain.source')}: {escaped(words.source)}")
    after = "after." if rule.example.before else ""
    if rule.example.before:
        parts += [_head("before", ""), *map(_fenced, excerpts.before(rule.example))]
    parts += [_head(f"{after}wrong", words.wrong), *map(_fenced, excerpts.wrong(rule.example, rule.found))]
    said = [f"> {severity}: {escaped(rule.found.message)}"]
    if rule.found.hint:
        said += [">", f"> {text('finding.hint')} {escaped(rule.found.hint)}"]
    parts += ["\n".join(said), _head(f"{after}right", words.right), *map(_fenced, excerpts.right(rule.example))]
    return "\n\n".join(parts) + "\n"


def _head(name: str, told: str) -> str:
    return f"*{text(f'explain.{name}')}:*" + (f" {escaped(told)}" if told else "")


def _fenced(excerpt: Excerpt) -> str:
    """A file of an example in a fence; the mark stands below the line it is about."""
    shown = list(excerpt.lines)
    if excerpt.marked is not None and excerpt.marked >= 0:
        shown.insert(excerpt.marked + 1, caret(excerpt))
    fence = "```"
    while any(fence in line for line in shown):
        fence += "`"
    language = _FENCES.get(excerpt.path.rpartition(".")[2], "")
    return "\n".join([f"`{excerpt.path}`", "", fence + language, *shown, fence])


# --- JSON ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ExampleDocument:
    """An example in the JSON of ``explain``: whole files by their paths, or words where no text can show it."""

    files: Mapping[str, str]
    told: str | None


@dataclass(frozen=True, slots=True)
class RuleDocument:
    """One rule in the JSON of ``explain``; ``message`` and ``hint`` are what ``check`` says of the wrong example."""

    code: str
    topic: str
    severity: SeverityName
    rule: str
    why: str
    source: str | None
    wrong: ExampleDocument
    path: str
    line: int
    column: int
    message: str
    hint: str | None
    right: ExampleDocument
    before: ExampleDocument | None = None
    """The earlier state with which the rule compares both examples; ``None`` for a rule that compares with none."""


@dataclass(frozen=True, slots=True)
class ExplainDocument:
    """The JSON of ``explain``."""

    rules: tuple[RuleDocument, ...]


def as_json(rules: Iterable[Rule]) -> str:
    """Rules with their examples as whole files."""
    return data.document("explain", ExplainDocument(tuple(map(_document, rules))))


def _document(rule: Rule) -> RuleDocument:
    words, example = rule.words, rule.example
    return RuleDocument(
        code=rule.code,
        topic=rule.topic,
        severity=NAMES[example.severity],
        rule=words.rule,
        why=words.why,
        source=words.source or None,
        wrong=ExampleDocument(parse(example.wrong), words.wrong or None),
        path=rule.found.finding.place.path,
        line=rule.found.line,
        column=rule.found.column,
        message=rule.found.message,
        hint=rule.found.hint,
        right=ExampleDocument(parse(example.right), words.right or None),
        before=ExampleDocument(parse(example.before), None) if example.before else None,
    )
