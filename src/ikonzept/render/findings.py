"""Findings → text with excerpt and caret, plain lines, JSON; here a key path becomes a line and a column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rich.cells import cell_len
from rich.text import Text

from ikonzept import document
from ikonzept.findings import Finding, Severity
from ikonzept.render import data
from ikonzept.render.terminal import clean, hanging, wrapped
from ikonzept.texts import has_text, text
from ikonzept.values import phrase

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
_LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its line and column (1-based, in characters), its sentence and its hint."""

    finding: Finding
    line: int
    column: int
    width: int
    """How many characters the caret underlines."""
    excerpt: tuple[tuple[int, str], ...]
    message: str
    hint: str | None


def locate(findings: Iterable[Finding], texts: Mapping[str, str]) -> list[Located]:
    """Findings with their places looked up, by file, line and column; ``texts`` are the files they stand in."""
    spans: dict[str, document.Spans] = {}
    found = [_located(finding, texts.get(finding.place.path), spans) for finding in findings]
    return sorted(found, key=lambda item: (item.finding.place.path, item.line, item.column, item.finding.code))


def _located(finding: Finding, source: str | None, spans: dict[str, document.Spans]) -> Located:
    place = finding.place
    line, column, width = place.line, place.column, 1
    if source is not None and place.key:
        if place.path not in spans:
            spans[place.path] = document.spans(place.path, source)
        span = spans[place.path].find(place.key, on_key=place.on_key)
        line, column = span.line, span.column
        width = len(source[span.start : span.end].split("\n")[0].rstrip()) or 1
    excerpt = _excerpt(source, line) if source is not None and line else ()
    return Located(finding, line or 1, column or 1, width, excerpt, message_of(finding), hint_of(finding))


def _excerpt(source: str, line: int) -> tuple[tuple[int, str], ...]:
    """The line a finding stands on and the one above it."""
    lines = source.split("\n")
    return tuple((number, lines[number - 1].rstrip("\r")) for number in (line - 1, line) if 1 <= number <= len(lines))


def message_of(finding: Finding) -> str:
    """What is wrong, in one sentence."""
    return clean(text(f"finding.{finding.code}", **_phrases(finding)))


def hint_of(finding: Finding) -> str | None:
    """What to do about it; "Meinten Sie …?" where there is a nearest word."""
    if finding.params.get("nearest"):
        return clean(text("hint.nearest", nearest=finding.params["nearest"]))
    name = f"hint.{finding.code}"
    return clean(text(name, **_phrases(finding))) if has_text(name) else None


def _phrases(finding: Finding) -> dict[str, str]:
    return (
        {key: phrase(value) for key, value in finding.params.items()}
        | {"path": finding.place.path}
        | ({"path": phrase(finding.params["path"])} if "path" in finding.params else {})
    )


# --- text ----------------------------------------------------------------------------------------------------------


def lines(located: Iterable[Located], width: int) -> Iterator[Text]:
    """Each finding with its place, an excerpt with a caret, its sentence and a hint."""
    for item in located:
        yield from _block(item, width)
        yield Text("")


def _block(item: Located, width: int) -> Iterator[Text]:
    finding = item.finding
    head = Text(f"{clean(finding.place.path)}:{item.line}:{item.column}: ")
    head.append(text(f"severity.{finding.severity.name.lower()}"), style=STYLES[finding.severity])
    yield head.append(f" {finding.code}")
    gutter = max((len(str(number)) for number, _ in item.excerpt), default=0) + 3
    skipped = max(0, item.column + min(item.width, _LONGEST_LINE // 2) - _LONGEST_LINE)
    for number, content in item.excerpt:
        yield Text(f"{number:>{gutter}} │ {_shown(content, skipped)}", style="" if number == item.line else "dim")
    if item.excerpt:
        content, start = item.excerpt[-1][1], item.column - 1
        before = cell_len(_shown(content[:start], skipped))
        value = cell_len(_shown(content[: start + item.width], skipped)) - before
        yield Text(f"{'':>{gutter}} │ {' ' * before}").append("^" * max(1, value), style=STYLES[finding.severity])
    yield wrapped(item.message.split(" "), width, margin=2, separator=" ")
    if item.hint:
        label = text("finding.hint")
        hint = hanging(f"  {label}", item.hint.split(" "), width, indent=len(label) + 3, separator=" ")
        hint.stylize("bold", 0, len(label) + 2)
        yield hint


def _shown(line: str, skipped: int = 0) -> str:
    """A line of a file as it can be shown: blanks of all kinds as one, control characters visible, not endless.

    ``skipped`` characters are left out at the beginning, so that a place far to the right is seen.
    """
    harmless = "".join(map(_visible, line))
    shown = "…" + harmless[skipped + 1 :] if skipped and harmless else harmless
    return shown if len(shown) <= _LONGEST_LINE else shown[: _LONGEST_LINE - 1] + "…"


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def summary(findings: Iterable[Finding], files: int) -> str:
    """How many of each weight, in how many of how many files."""
    listed = list(findings)
    if not listed:
        return text("check.clean", n=files)
    in_files = len({finding.place.path for finding in listed})
    return text("check.summary", counts=counts(listed), in_files=in_files, files=files)


def counts(findings: Iterable[Finding]) -> str:
    """``2 Fehler, 4 Warnungen``; weights that do not occur are left out."""
    listed = [finding.severity for finding in findings]
    numbers = [(severity, listed.count(severity)) for severity in sorted(Severity, reverse=True)]
    return ", ".join(text(f"count.{severity.name.lower()}", n=n) for severity, n in numbers if n)


# --- plain and JSON ------------------------------------------------------------------------------------------------


def plain(located: Iterable[Located]) -> str:
    """One finding a line: ``path:line:col: Fehler code: sentence hilfe: …``."""
    return "".join(f"{_plain_line(item)}\n" for item in located)


def _plain_line(item: Located) -> str:
    place, severity = clean(item.finding.place.path), text(f"severity.{item.finding.severity.name.lower()}")
    hint = f" {text('finding.hint')} {item.hint}" if item.hint else ""
    return f"{place}:{item.line}:{item.column}: {severity} {item.finding.code}: {item.message}{hint}"


@dataclass(frozen=True, slots=True)
class FindingDocument:
    """One finding in the JSON of ``check``."""

    code: str
    severity: Literal["error", "warning", "info"]
    path: str
    line: int
    column: int
    key: tuple[str | int, ...]
    message: str
    hint: str | None
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CheckDocument:
    """The JSON of ``check``."""

    as_of: date
    files: int
    findings: tuple[FindingDocument, ...]


def as_json(located: Iterable[Located], files: int, as_of: date) -> str:
    """All findings with code, severity, place, parameters, sentence and hint."""
    return data.document("check", CheckDocument(as_of, files, tuple(map(_finding_document, located))))


_SEVERITIES: dict[Severity, Literal["error", "warning", "info"]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}


def _finding_document(item: Located) -> FindingDocument:
    finding = item.finding
    return FindingDocument(
        code=finding.code,
        severity=_SEVERITIES[finding.severity],
        path=finding.place.path,
        line=item.line,
        column=item.column,
        key=finding.place.key,
        message=item.message,
        hint=item.hint,
        params={key: phrase(value) for key, value in finding.params.items()},
    )
