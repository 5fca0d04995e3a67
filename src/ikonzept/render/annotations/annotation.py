"""What every CI format tells of a finding: its file as the git repository names it, and what it is known by."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ikonzept.findings import Severity
from ikonzept.render.findings import Located, Report


@dataclass(frozen=True, slots=True)
class Annotation:
    """A finding beside the line it is about; ``column`` to ``end_column``, the last character, where both are known."""

    code: str
    severity: Severity
    path: str
    line: int
    column: int | None
    end_column: int | None
    message: str
    hint: str | None
    fingerprint: str


def annotations(report: Report) -> Iterator[Annotation]:
    """The findings of a report, in its order."""
    seen: Counter[str] = Counter()
    for item in report.located:
        place = item.finding.place
        exact = bool(place.key or place.column)
        known_by = _known_by(item, report.prefix)
        seen[known_by] += 1
        yield Annotation(
            code=item.finding.code,
            severity=item.finding.severity,
            path=report.prefix + place.path,
            line=item.line,
            column=item.column if exact else None,
            end_column=item.column + item.width - 1 if exact else None,
            message=item.message,
            hint=item.hint,
            fingerprint=hashlib.sha256(f"{known_by}#{seen[known_by]}".encode()).hexdigest(),
        )


def _known_by(item: Located, prefix: str) -> str:
    """What a finding is known by though its line moves: code, file, key path by names or the text of its line."""
    place = item.finding.place
    return json.dumps([item.finding.code, prefix + place.path, item.names, item.anchor])
