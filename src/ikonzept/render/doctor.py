"""What ails the concept, what it needs and what was mended: a screen and JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from rich.text import Text

from ikonzept.edits.doctor import Mend
from ikonzept.edits.edit import Edit
from ikonzept.findings import Finding
from ikonzept.render import data, patch
from ikonzept.render.findings import hint_of, locate, message_of
from ikonzept.render.severities import NAMES, STYLES, SeverityName, counted, word
from ikonzept.render.terminal import clean, ends, hanging, some, wrapped
from ikonzept.reports.doctor import Diagnosis, Symptom
from ikonzept.texts import finding_codes, has_text, text
from ikonzept.values import phrase


class Mode(StrEnum):
    """What the command did: looked only, showed what it would do, mended."""

    LOOK = "look"
    DRY_RUN = "dry-run"
    FIX = "fix"


@dataclass(frozen=True, slots=True)
class Report:
    """What one run of ``doctor`` shows: what ails the concept now, and what was mended or would be."""

    diagnosis: Diagnosis
    mends: tuple[Mend, ...]
    mode: Mode


def placed(findings: Iterable[Finding], texts: Mapping[str, str]) -> list[Finding]:
    """Findings with the line and column of their key; ``texts`` are the files they stand in."""
    return [_placed(item.finding, item.line, item.column) for item in locate(findings, texts)]


def _placed(finding: Finding, line: int, column: int) -> Finding:
    if not finding.place.key:
        return finding
    return replace(finding, place=replace(finding.place, key=(), line=line, column=column))


def message(finding: Finding) -> str:
    """What is wrong, in one sentence."""
    return _sentence("symptom", finding) or _sentence("error", finding) or message_of(finding)


def needs(finding: Finding) -> str:
    """What mends it."""
    return _sentence("needs", finding) or hint_of(finding) or ""


def _sentence(kind: str, finding: Finding) -> str:
    name = f"{kind}.{finding.code}"
    if not has_text(name):
        return ""
    return clean(text(name, **{key: phrase(value) for key, value in finding.params.items()}))


def place(finding: Finding) -> str:
    """``massnahmen/M-001.yaml:7``, as far as it is known; ``""`` for the repository."""
    parts = (
        clean(finding.place.path),
        *(str(number) for number in (finding.place.line, finding.place.column) if number),
    )
    return ":".join(parts)


# --- text ----------------------------------------------------------------------------------------------------------


def lines(report: Report, width: int) -> Iterator[Text]:
    """What was or would be mended, then what remains, then how much it is."""
    if report.mode is not Mode.LOOK:
        yield from _mends(report, width)
        yield Text("")
    shown = [item for item in report.diagnosis.symptoms if not (item.mendable and report.mode is Mode.DRY_RUN)]
    for _, group in groupby(shown, key=_alike):
        yield from _block(list(group), width)
        yield Text("")
    yield ends(_summary(report), _next(report), width)


def _alike(symptom: Symptom) -> tuple[str, str]:
    """Symptoms that the same hand mends stand together."""
    return symptom.finding.code, needs(symptom.finding)


def _block(symptoms: Sequence[Symptom], width: int) -> Iterator[Text]:
    first = symptoms[0]
    severity = first.finding.severity
    head = Text(word(severity), style=STYLES[severity])
    if first.finding.code in finding_codes():  # a symptom that is no rule has nothing to explain
        head.append(f" {first.finding.code}", style="not bold default")
    yield ends(head, text("doctor.by_fix" if first.mendable else "doctor.by_hand"), width)
    yield from _told(symptoms, width)
    label = text("finding.hint")
    hint = hanging(f"  {label}", needs(first.finding).split(" "), width, indent=len(label) + 3, separator=" ")
    hint.stylize("bold", 0, len(label) + 2)
    yield hint


def _told(symptoms: Sequence[Symptom], width: int) -> Iterator[Text]:
    """Places and what is wrong there: one sentence below all of them, or each with its own."""
    by_message: dict[str, list[str]] = {}
    for item in symptoms:
        by_message.setdefault(message(item.finding), []).append(place(item.finding))
    if len(by_message) > 1:
        told = [f"{', '.join(places)}: {sentence}" for sentence, places in by_message.items()]
        yield from (wrapped(line.split(" "), width, margin=2, separator=" ") for line in some(told))
        return
    for sentence, places in by_message.items():
        if all(places):
            yield wrapped(some(places), width, margin=2)
        yield wrapped(sentence.split(" "), width, margin=2, separator=" ")


def _mends(report: Report, width: int) -> Iterator[Text]:
    if not report.mends:
        yield wrapped(text("doctor.unchanged").split(" "), width, separator=" ")
        return
    name = "doctor.mended" if report.mode is Mode.FIX else "doctor.would_mend"
    yield Text(text(name), style="bold")
    for mend in report.mends:
        yield wrapped([f"{clean(mend.path)}:", *_done(mend).split(" ")], width, margin=2, separator=" ")
    if report.mode is Mode.DRY_RUN:
        for mend in report.mends:
            yield from patch.lines(_edit(mend))


def _edit(mend: Mend) -> Edit:
    """What is shown of a mend as text; what is only removed is no file of the concept."""
    return Edit(mend.path, mend.before, mend.before if mend.after is None else mend.after)


def _done(mend: Mend) -> str:
    return ", ".join(text(f"mend.{code}") for code in mend.codes)


def _summary(report: Report) -> str:
    if report.diagnosis.is_well:
        return text("doctor.well", n=report.diagnosis.files)
    symptoms = report.diagnosis.symptoms
    numbers = counted(Counter(item.finding.severity for item in symptoms))
    mendable = sum(item.mendable for item in symptoms)
    return text("doctor.summary", counts=numbers, n=mendable) if mendable else numbers


def _next(report: Report) -> Text | str:
    if not any(item.mendable for item in report.diagnosis.symptoms):
        return ""
    return Text(f"→ ikonzept doctor --fix{' --dry-run' if report.mode is Mode.LOOK else ''}", style="cyan")


# --- JSON ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SymptomDocument:
    """One symptom in the JSON of ``doctor``; without a path it is the repository's, without a line the file's."""

    code: str
    severity: SeverityName
    path: str | None
    line: int | None
    column: int | None
    message: str
    needs: str
    mendable: bool


@dataclass(frozen=True, slots=True)
class MendDocument:
    """What was done to a file, or would be; the diff only of what can be seen as text."""

    path: str
    codes: tuple[str, ...]
    removed: bool
    diff: str | None


@dataclass(frozen=True, slots=True)
class DoctorDocument:
    """The JSON of ``doctor``: what ails the concept after what was done."""

    mode: Mode
    files: int
    mended: tuple[MendDocument, ...]
    symptoms: tuple[SymptomDocument, ...]


def as_json(report: Report) -> str:
    """All symptoms with code, weight, place, sentence and what they need, and what was or would be mended."""
    found = DoctorDocument(
        mode=report.mode,
        files=report.diagnosis.files,
        mended=tuple(map(_mend_document, report.mends)),
        symptoms=tuple(map(_symptom_document, report.diagnosis.symptoms)),
    )
    return data.document("doctor", found)


def _mend_document(mend: Mend) -> MendDocument:
    shown = "".join(f"{line}\n" for line in patch.unified(_edit(mend)))
    return MendDocument(mend.path, mend.codes, removed=mend.after is None, diff=shown or None)


def _symptom_document(symptom: Symptom) -> SymptomDocument:
    finding = symptom.finding
    return SymptomDocument(
        code=finding.code,
        severity=NAMES[finding.severity],
        path=finding.place.path or None,
        line=finding.place.line or None,
        column=finding.place.column or None,
        message=message(finding),
        needs=needs(finding),
        mendable=symptom.mendable,
    )
