"""GitHub: workflow commands on stdout, which it shows as annotations in a pull request."""

from collections import Counter

from ikonzept.findings import Severity
from ikonzept.render.annotations.annotation import Annotation, annotations
from ikonzept.render.findings import Report, with_hint
from ikonzept.render.severities import counted
from ikonzept.texts import text

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
"""As many of each kind GitHub shows for a step; the others stand in the log only."""


def github(report: Report) -> str:
    """One command for each finding, those that weigh most first, and a last line with how many there are."""
    found = sorted(annotations(report), key=lambda item: -item.severity)
    rest = Counter({kind: n - _SHOWN for kind, n in Counter(item.severity for item in found).items() if n > _SHOWN})
    last = [text("status.internal")] if report.internal else []
    last += [report.summary]
    last += [text("check.github.rest", most=_SHOWN, counts=counted(rest))] if rest else []
    return "".join(f"{line}\n" for line in (*map(_command, found), " · ".join(last)))


def _command(item: Annotation) -> str:
    """``::error file=…,line=…,col=…,endColumn=…,title=code::sentence``."""
    properties = {"file": item.path, "line": item.line, "col": item.column, "endColumn": item.end_column}
    properties["title"] = item.code
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    said = with_hint(item.message, item.hint, "\n")
    return f"::{_COMMANDS[item.severity]} {listed}::{_data(said)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
