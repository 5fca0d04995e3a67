"""Findings → text with excerpt and caret, plain lines, JSON; here a key path becomes a line and a column."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from ikonzept import document
from ikonzept.findings import Finding, Place, Severity, Share
from ikonzept.model.names import Names
from ikonzept.render import data
from ikonzept.render.amounts import signed
from ikonzept.render.severities import NAMES, STYLES, SeverityName, counted, word
from ikonzept.render.terminal import clean, ends, fit, hanging, right, visible, wrapped
from ikonzept.texts import has_text, text
from ikonzept.values import german_date, phrase

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
    anchor: str = ""
    """Of a place without a key path, what stands in its line: it stays when the line moves."""
    braces: bool = False
    """Whether the place lies in ``{…}`` or ``[…]``, where a comma splits a text."""
    shares: tuple["LocatedShare", ...] = ()
    names: tuple[object, ...] = ()
    """The key path of its place, the entries of lists by their names: they stay when others come before them."""


@dataclass(frozen=True, slots=True)
class LocatedShare:
    """What makes the difference: a thing, its amount in €, and the line on which it stands."""

    name: str
    amount: Decimal
    line: int
    column: int


@dataclass(frozen=True)
class Report:
    """What one run of ``check`` shows: the findings in the order of their places, the files it looked at."""

    located: Sequence[Located]
    files: tuple[str, ...]
    as_of: date
    prefix: str = ""
    """Where the concept lies in its git repository; the formats of CI systems name files from its top."""
    fails_at: Severity = Severity.ERROR
    internal: bool = False
    """Whether what is handed on holds what is not public and must say so."""
    untagged: tuple[str, ...] | None = ()
    """Adopted editions whose tag is missing, ``None`` where git does not tell."""
    since: str | None = None
    """The commit with which was compared, if any."""
    since_name: str = ""
    """By which name the state was asked for with which was compared."""

    @cached_property
    def findings(self) -> list[Finding]:
        """The findings without their places."""
        return [item.finding for item in self.located]

    @cached_property
    def summary(self) -> str:
        """How many of each weight in how many files, and the day; with what was compared, if with anything."""
        return " · ".join(filter(None, (self.counted, self.compared)))

    @cached_property
    def counted(self) -> str:
        """How many of each weight in how many files, and the day."""
        return f"{summary(self.findings, len(self.files))} ({text('status.as_of', day=german_date(self.as_of))})"

    @cached_property
    def compared(self) -> str:
        """With what was compared; ``""`` where with nothing."""
        if self.since is None:
            return ""
        is_commit = not self.since_name or self.since_name.startswith(self.since)
        state = self.since if is_commit else f"{self.since_name} ({self.since})"
        return clean(text("check.since.compared", state=state))


class _File:
    """A file that findings stand in, looked into only as far as they need."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source

    @cached_property
    def lines(self) -> list[str]:
        return self.source.split("\n")

    @cached_property
    def spans(self) -> document.Spans:
        return document.spans(self.path, self.source)

    @cached_property
    def names(self) -> Names:
        try:
            return Names(self.path, document.read(self.path, self.source.encode(errors="replace")))
        except document.SyntaxProblem:
            return Names(self.path, {})


def locate(findings: Iterable[Finding], texts: Mapping[str, str]) -> list[Located]:
    """Findings with their places looked up, by file, line and column; ``texts`` are the files they stand in."""
    found: list[Located] = []
    for path, group in groupby(sorted(findings, key=_path_of), key=_path_of):
        file = _File(path, texts[path]) if path in texts else None
        found += (_located(finding, file) for finding in group)
    return sorted(found, key=lambda item: (item.finding.place.path, item.line, item.column, item.finding.code))


def _path_of(finding: Finding) -> str:
    return finding.place.path


def _located(finding: Finding, file: _File | None) -> Located:
    place = finding.place
    line, column, width, braces, inside = place.line, place.column, 1, False, False
    if file is not None and place.key:
        span = file.spans.find(place.key, on_key=place.on_key)
        line, column, braces = span.line, span.column, span.braces
        inside = file.spans.in_braces(place.key)
        first_line_ends = file.source.find("\n", span.start, span.end)
        width = len(file.source[span.start : span.end if first_line_ends < 0 else first_line_ends].rstrip()) or 1
    excerpt = _excerpt(file.lines, line) if file is not None and line else ()
    return Located(
        finding=finding,
        line=line or 1,
        column=column or 1,
        width=width,
        excerpt=excerpt,
        message=message_of(finding),
        hint=hint_of(finding, braces=inside),
        anchor=excerpt[-1][1][:_LONGEST_LINE].strip() if excerpt and not place.key else "",
        braces=braces,
        shares=tuple(_share(share, file) for share in finding.shares),
        names=file.names.key(place.key)
        if file is not None and any(isinstance(part, int) for part in place.key)
        else place.key,
    )


def _share(share: Share, file: _File | None) -> LocatedShare:
    span = file.spans.find(share.place.key, on_key=share.place.on_key) if file and share.place.key else None
    return LocatedShare(share.name, share.amount, span.line if span else 1, span.column if span else 1)


def _excerpt(lines: Sequence[str], line: int) -> tuple[tuple[int, str], ...]:
    """The line a finding stands on and the one above it."""
    return tuple((number, lines[number - 1].rstrip("\r")) for number in (line - 1, line) if 1 <= number <= len(lines))


def disclosed(located: Iterable[Located], allows: Callable[[Finding], bool]) -> list[Located]:
    """The findings as they may be handed on: of one at a non-public place only its code, file and line.

    No line of a file is shown: beside what is public it may hold what is not. A key in braces may be a piece of a text
    that a comma has cut off.
    """
    return [
        replace(item, excerpt=())
        if allows(item.finding) and not (item.braces and item.finding.place.on_key)
        else _withheld(item)
        for item in located
    ]


def _withheld(item: Located) -> Located:
    finding = Finding(item.finding.code, item.finding.severity, Place(item.finding.place.path, line=item.line))
    return Located(finding, item.line, 1, 1, (), text("check.withheld"), None)


def message_of(finding: Finding) -> str:
    """What is wrong, in one sentence."""
    variant = f"said.{finding.code}.{finding.variant}"
    return clean(text(variant if has_text(variant) else f"finding.{finding.code}", **_phrases(finding)))


def hint_of(finding: Finding, *, braces: bool = False) -> str | None:
    """What to do about it; "Meinten Sie …?" where there is a nearest word.

    Where the place lies in ``braces``, a rule may ask for something else: nothing can be written on a line below.
    """
    if finding.params.get("nearest"):
        return clean(text("hint.nearest", nearest=finding.params["nearest"]))
    if finding.params.get("known") and finding.code in _NUMBERED:
        return clean(text("hint.known", known=phrase(finding.params["known"])))
    name = _hint_of(finding)
    if braces and has_text(f"{name}.braces"):
        name = f"{name}.braces"
    return clean(text(name, **_phrases(finding))) if has_text(name) else None


def _hint_of(finding: Finding) -> str:
    """The name of the sentence: that of the variant, for this code or for all, else that of the code."""
    own, shared = f"hint.{finding.code}.{finding.variant}", f"hint.{finding.variant}"
    return next((name for name in (own, shared) if finding.variant and has_text(name)), f"hint.{finding.code}")


_NUMBERED = frozenset(("unknown-goal", "unknown-submission", "unknown-subject"))
"""Findings that may know the others of what a numbered id names."""


def with_hint(message: str, hint: str | None, between: str = " ") -> str:
    """What is wrong and, where something is known, what to do: ``… hilfe: …``."""
    return f"{message}{between}{text('finding.hint')} {hint}" if hint else message


def _phrases(finding: Finding) -> dict[str, str]:
    return (
        {key: phrase(value) for key, value in finding.params.items()}
        | {"path": finding.place.path}
        | ({"path": phrase(finding.params["path"])} if "path" in finding.params else {})
    )


# --- text ----------------------------------------------------------------------------------------------------------


def screen(report: Report, width: int) -> Iterator[Text]:
    """All findings, then how many they are and the command that explains the rule most often broken."""
    yield from lines(report.located, width)
    often = _to_explain(report)
    explain = Text(f"→ ikonzept explain {often}", style="cyan") if often else ""
    if report.compared:
        yield wrapped(report.counted.split(" "), width, separator=" ")
    yield ends(report.compared or report.counted, explain, width)


def _to_explain(report: Report) -> str | None:
    """Of what weighs most, the code of most findings; of as many, the first.

    Where was compared, a rule about what changed comes first: the others may tell of what follows from it.
    """
    often = Counter((finding.code, finding.severity) for finding in report.findings)
    if report.since is None:
        return max(often, key=lambda item: (item[1], often[item]))[0] if often else None
    from ikonzept.checks.examples import needs_since

    return max(often, key=lambda item: (item[1], needs_since(item[0]), often[item]))[0] if often else None


def lines(located: Iterable[Located], width: int) -> Iterator[Text]:
    """Each finding with its place, an excerpt with a caret, its sentence and a hint."""
    for item in located:
        yield from _block(item, width)
        yield Text("")


def _block(item: Located, width: int) -> Iterator[Text]:
    finding = item.finding
    head = Text(f"{clean(finding.place.path)}:{item.line}:{item.column}: ")
    head.append(word(finding.severity), style=STYLES[finding.severity])
    yield head.append(f" {finding.code}")
    gutter = max((len(str(number)) for number, _ in item.excerpt), default=0) + 3
    skipped = max(0, item.column + min(item.width, _LONGEST_LINE // 2) - _LONGEST_LINE)
    for number, content in item.excerpt:
        yield Text(f"{number:>{gutter}} │ {_shown(content, skipped)}", style="" if number == item.line else "dim")
    if item.excerpt:
        content, start = item.excerpt[-1][1], item.column - 1
        before = cell_len(_shown(content, skipped, start))
        value = cell_len(_shown(content, skipped, start + item.width)) - before
        yield Text(f"{'':>{gutter}} │ {' ' * before}").append("^" * max(1, value), style=STYLES[finding.severity])
    yield wrapped(item.message.split(" "), width, margin=2, separator=" ")
    yield from _shares(item, width)
    if item.hint:
        label = text("finding.hint")
        hint = hanging(f"  {label}", item.hint.split(" "), width, indent=len(label) + 3, separator=" ")
        hint.stylize("bold", 0, len(label) + 2)
        yield hint


def _shares(item: Located, width: int) -> Iterator[Text]:
    """What makes the difference, line by line, with the amounts below each other."""
    if item.shares:
        yield Text(f"  {text('check.shares')}")
    sizes = [len(signed(share.amount)) for share in item.shares]
    for share in item.shares:
        amount = right(signed(share.amount), max(sizes))
        place = f"  {clean(item.finding.place.path)}:{share.line}"
        room = width - 4 - len(amount) - cell_len(place) - 2
        name = fit(clean(share.name), room) if room >= _LEAST_NAME else clean(share.name) + " "
        yield Text(f"    {name}  {amount}").append(place, style="dim")


_LEAST_NAME = 12


def _shown(line: str, skipped: int = 0, end: int | None = None) -> str:
    """A line of a file up to ``end`` as it can be shown: blanks of all kinds as one, control characters visible.

    It is not endless: ``skipped`` characters are left out at the beginning, so that a place far to the right is seen.
    """
    longest = skipped + _LONGEST_LINE + 1
    shown = visible(line[skipped : longest if end is None else min(end, longest)])
    shown = "…" + shown[1:] if skipped and shown else shown
    return shown if len(shown) <= _LONGEST_LINE else shown[: _LONGEST_LINE - 1] + "…"


def summary(findings: Iterable[Finding], files: int) -> str:
    """How many of each weight, in how many of how many files."""
    listed = list(findings)
    if not listed:
        return text("check.clean", n=files)
    in_files = len({finding.place.path for finding in listed})
    return text("check.summary", counts=counts(listed), in_files=in_files, files=files, n=files)


def counts(findings: Iterable[Finding]) -> str:
    """``2 Fehler, 4 Warnungen``; weights that do not occur are left out."""
    return counted(Counter(finding.severity for finding in findings))


# --- plain and JSON ------------------------------------------------------------------------------------------------


def plain(located: Iterable[Located]) -> str:
    """One finding a line: ``path:line:col: Fehler code: sentence hilfe: …``."""
    return "".join(f"{_plain_line(item)}\n" for item in located)


def _plain_line(item: Located) -> str:
    place = f"{clean(item.finding.place.path)}:{item.line}:{item.column}"
    return f"{place}: {word(item.finding.severity)} {item.finding.code}: {with_hint(item.message, item.hint)}"


@dataclass(frozen=True, slots=True)
class FindingDocument:
    """One finding in the JSON of ``check``."""

    code: str
    severity: SeverityName
    path: str
    line: int
    column: int
    key: tuple[str | int, ...]
    message: str
    hint: str | None
    params: Mapping[str, str]
    shares: tuple[LocatedShare, ...] = ()
    """What makes the difference, where amounts do not add up."""


@dataclass(frozen=True, slots=True)
class CheckDocument:
    """The JSON of ``check``."""

    as_of: date
    files: int
    untagged: tuple[str, ...] | None
    """Adopted editions whose tag is missing: nothing proves their text. ``None`` where git does not tell."""
    findings: tuple[FindingDocument, ...]
    since: str | None = None
    """The commit with which was compared (``--since``); ``None`` where none was."""


def as_json(report: Report) -> str:
    """All findings with code, severity, place, parameters, sentence and hint."""
    findings = tuple(map(_finding_document, report.located))
    return data.document(
        "check", CheckDocument(report.as_of, len(report.files), report.untagged, findings, report.since)
    )


def _finding_document(item: Located) -> FindingDocument:
    finding = item.finding
    return FindingDocument(
        code=finding.code,
        severity=NAMES[finding.severity],
        path=finding.place.path,
        line=item.line,
        column=item.column,
        key=finding.place.key,
        message=item.message,
        hint=item.hint,
        params={key: phrase(value) for key, value in finding.params.items()},
        shares=item.shares,
    )
