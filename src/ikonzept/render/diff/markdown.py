"""A diff as a comment on a merge request: the summary open, the rest folded, and never longer than a comment may be."""

from collections.abc import Iterator

from ikonzept.render.diff.outline import Item, Section, headline, lines_of_summary, money_rows, sections
from ikonzept.render.diff.runs import Passage, Run, RunKind
from ikonzept.render.markdown import bullets, escaped, table
from ikonzept.reports.diff.change import Diff
from ikonzept.texts import text

_LONGEST = 60_000
"""GitHub takes 65,536 characters, GitLab a million: what is longer is cut between sections, and says so."""
_OPENING = 400
"""So many characters of a whole new text are enough to know what it is."""
_MARKED = {
    RunKind.DELETED: ("~~", "~~"),
    RunKind.AWAY: ("~~", "~~"),
    RunKind.INSERTED: ("**", "**"),
    RunKind.HERE: ("**", "**"),
}


def markdown(diff: Diff, *, internal: bool = False) -> str:
    """The comment: heading, summary, money, then one folded part for each section."""
    parts = [f"### {escaped(headline(diff))}", escaped(diff.title)]
    parts += [f"**{text('status.internal')}**"] if internal else []
    if diff.is_empty:
        return "\n\n".join([*parts, text("diff.none")]) + "\n"
    parts.append(bullets(f"**{escaped(label)}:** {escaped(said)}" for label, said in lines_of_summary(diff)))
    if diff.unreadable:
        parts.append(bullets(f"{text('diff.unreadable')} {escaped(item.path)}" for item in diff.unreadable))
    length = sum(map(len, parts))
    for section in sections(diff):
        folded = "\n\n".join(_section(section, diff))
        if length + len(folded) > _LONGEST:
            parts.append(text("diff.cut"))
            break
        length += len(folded)
        parts.append(folded)
    return "\n\n".join(parts) + "\n"


def _section(section: Section, diff: Diff) -> Iterator[str]:
    count = text("diff.things", n=len(section.items))
    yield f"<details><summary>{escaped(section.title)} ({count})</summary>"
    if section.key == "money" and diff.money:
        heads = [text(f"diff.money.{name}") for name in ("account", "old", "new", "difference")]
        yield table(heads, ([escaped(cell) for cell in row] for row in money_rows(diff.money)))
        yield text(f"diff.money.{'balanced' if diff.money.balanced else 'unbalanced'}")
    yield "\n".join(line for item in section.items for line in _item(item))
    yield "</details>"


def _item(item: Item) -> Iterator[str]:
    """A list item: what, what happened, and below it each place that differs and why."""
    yield f"- {item.mark} **{escaped(item.name)}**" + (f" – {escaped(item.said)}" if item.said else "")
    for passage in item.passages:
        yield f"  - {_passage(passage.opening(_OPENING))}"
    yield from (f"  - *{escaped(said)}*" for said in (*item.reasons, *([item.guess] if item.guess else [])))


def _passage(passage: Passage) -> str:
    notes = [*([passage.note] if passage.note else []), *([text("diff.editorial")] if passage.editorial else [])]
    said = "".join(map(_run, passage.runs))
    return f"{escaped(passage.label)}: {said}" + (f" ({escaped(', '.join(notes))})" if notes else "")


def _run(run: Run) -> str:
    before, after = _MARKED.get(run.kind, ("", ""))
    said = escaped(run.text.strip())
    if not said:
        return run.text
    blanks = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    return f"{blanks[0]}{before}{said}{after}{blanks[1]}"
