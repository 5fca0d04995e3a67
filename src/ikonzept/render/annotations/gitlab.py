"""GitLab: the Code Quality report (``artifacts: reports: codequality``), shown in a merge request."""

from ikonzept.findings import Severity
from ikonzept.render.annotations.annotation import Annotation, annotations
from ikonzept.render.data import dumps
from ikonzept.render.findings import Report, with_hint
from ikonzept.texts import text

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(report: Report) -> str:
    """A JSON list with one entry for each finding; GitLab compares it with that of the target branch."""
    return dumps([_entry(item, internal=report.internal) for item in annotations(report)])


def _entry(item: Annotation, *, internal: bool) -> dict[str, object]:
    said = with_hint(item.message, item.hint)
    return {
        "description": f"{text('status.internal')}: {said}" if internal else said,
        "check_name": item.code,
        "fingerprint": item.fingerprint,
        "severity": _SEVERITIES[item.severity],
        "location": {"path": item.path, "lines": {"begin": item.line}},
    }
