"""SARIF 2.1.0, the format of code scanning in GitHub, Azure DevOps, GitLab and editors."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from ikonzept import __version__
from ikonzept.findings import Severity
from ikonzept.render.annotations.annotation import Annotation, annotations
from ikonzept.render.data import dumps
from ikonzept.render.findings import Report, with_hint
from ikonzept.texts import explained, language, text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"


def sarif(report: Report) -> str:
    """A log of one run: the rules that were broken, and the findings as its results."""
    found = list(annotations(report))
    rules = _rules(found)
    positions = {rule["id"]: index for index, rule in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "ikonzept", "version": __version__, "language": language(), "rules": rules}},
        "originalUriBaseIds": {_ROOT: {"description": _message(text("check.sarif.root"))}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, positions) for item in found],
    }
    if report.internal:
        run["properties"] = {"tags": [text("status.internal")]}
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(found: Iterable[Annotation]) -> list[dict[str, Any]]:
    """The rules among the findings, by their codes; each with what it asks for and why."""
    words, severities = explained(), dict[str, Severity]()
    for item in found:
        severities[item.code] = max(item.severity, severities.get(item.code, item.severity))
    rules: list[dict[str, Any]] = []
    for code, severity in sorted(severities.items()):
        rule: dict[str, Any] = {"id": code, "defaultConfiguration": {"level": _LEVELS[severity]}}
        if code in words:
            rule |= {"shortDescription": _message(words[code].rule), "fullDescription": _message(words[code].why)}
        rule["help"] = _message(text("check.explain", code=code))
        rules.append(rule)
    return rules


def _result(item: Annotation, positions: dict[str, int]) -> dict[str, Any]:
    region = {"startLine": item.line}
    if item.column is not None and item.end_column is not None:
        region |= {"startColumn": item.column, "endColumn": item.end_column + 1}  # SARIF names the character behind it
    where = {"uri": quote(item.path.encode("utf-8", "surrogateescape")), "uriBaseId": _ROOT}
    return {
        "ruleId": item.code,
        "ruleIndex": positions[item.code],
        "level": _LEVELS[item.severity],
        "message": _message(with_hint(item.message, item.hint)),
        "locations": [{"physicalLocation": {"artifactLocation": where, "region": region}}],
        # GitHub knows a result by the first; the name of the second says what it is.
        "partialFingerprints": {"primaryLocationLineHash": item.fingerprint, "ikonzept/v1": item.fingerprint},
    }


def _message(said: str) -> dict[str, str]:
    """A text in which nothing is a link: ``[word](target)`` would be one."""
    return {"text": said.replace("](", "]\u2060(")}
