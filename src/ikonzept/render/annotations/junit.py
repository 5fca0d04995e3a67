"""JUnit XML, which nearly every CI system shows as tests: each file is one, and fails by its findings."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ikonzept.findings import Severity
from ikonzept.render.annotations.annotation import Annotation, annotations
from ikonzept.render.findings import Report, with_hint
from ikonzept.render.severities import counted, word
from ikonzept.render.terminal import clean
from ikonzept.texts import text


def junit(report: Report) -> str:
    """One test for each file; what fails the check is its failure, the other findings are its output."""
    by_path = groupby(sorted(annotations(report), key=lambda item: item.path), key=lambda item: item.path)
    cases = {report.prefix + path: list[Annotation]() for path in report.files}
    cases |= {path: list(found) for path, found in by_path}
    failed = sum(any(item.severity >= report.fails_at for item in found) for found in cases.values())
    numbers = {"tests": str(len(cases)), "failures": str(failed), "errors": "0"}
    suites = Element("testsuites", {"name": "ikonzept check", **numbers})
    suite = SubElement(suites, "testsuite", {"name": "ikonzept check", "skipped": "0", **numbers})
    properties = SubElement(suite, "properties")
    SubElement(properties, "property", name="as_of", value=report.as_of.isoformat())
    if report.internal:
        SubElement(properties, "property", name="access", value=text("status.internal"))
    for path, found in sorted(cases.items()):
        _case(suite, path, found, report.fails_at)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _case(suite: Element, path: str, found: Sequence[Annotation], fails_at: Severity) -> None:
    folder = path.rpartition("/")[0].replace("/", ".")
    case = SubElement(suite, "testcase", name=clean(path), classname=clean(folder or "ikonzept"))
    failing = [item for item in found if item.severity >= fails_at]
    if failing:
        failure = SubElement(case, "failure", message=_counts(failing), type=failing[0].code)
        failure.text = _lines(failing)
    if others := [item for item in found if item.severity < fails_at]:
        SubElement(case, "system-out").text = _lines(others)


def _counts(found: Iterable[Annotation]) -> str:
    return counted({severity: sum(item.severity is severity for item in found) for severity in Severity})


def _lines(found: Iterable[Annotation]) -> str:
    return "\n".join(map(_line, found))


def _line(item: Annotation) -> str:
    """``path:14:13: Fehler code: sentence hilfe: …``."""
    place = ":".join(str(part) for part in (clean(item.path), item.line, item.column) if part is not None)
    return f"{place}: {word(item.severity)} {item.code}: {with_hint(item.message, item.hint)}"
