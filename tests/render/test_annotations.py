"""The formats of CI systems: each as its consumer documents it, whatever the texts hold."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import reduce
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifSchema

from concepts import located
from ikonzept.findings import Finding, Place, Severity, error, info, warning
from ikonzept.render.annotations.annotation import annotations
from ikonzept.render.annotations.github import github
from ikonzept.render.annotations.gitlab import gitlab
from ikonzept.render.annotations.junit import junit
from ikonzept.render.annotations.sarif import sarif
from ikonzept.render.findings import Report, disclosed, locate
from ikonzept.render.findings_markdown import markdown

AS_OF = date(2024, 10, 15)
HOSTILE = "100 % [a](http://x)\x1b[31m\n::error::x, ]]><b>&amp;</b> @alle \ud800"
PATH = "massnahmen/M-1: 5 %, „ä“\n#?.yaml"
FORMS = [github, gitlab, sarif, junit, markdown]


def report(findings: list[Finding], texts: dict[str, str] | None = None, **settings: Any) -> Report:
    files = tuple(sorted({"konzept.yaml", *(finding.place.path for finding in findings)}))
    return Report(locate(findings, texts or {}), files, AS_OF, **settings)


def some(number: int, severity: Severity = Severity.ERROR) -> list[Finding]:
    places = (Place(f"massnahmen/M-{index:03}.yaml") for index in range(number))
    return [Finding("unknown-unit", severity, place, {"id": "x"}) for place in places]


MIXED = [
    info("unknown-paper", Place("b.yaml"), id="b"),
    warning("unknown-unit", Place(PATH, ("titel",)), id=HOSTILE, nearest=HOSTILE),
    error("unknown-unit", Place("z.yaml", line=3, column=1), id=HOSTILE),
    error("unknown-unit", Place("z.yaml", line=3, column=1), id=HOSTILE),
]
TEXTS = {PATH: "titel: Ein Titel\n", "z.yaml": "a\nb\ncde\n"}


# --- what they know a finding by -------------------------------------------------------------------------------------


def fingerprints(text: str) -> dict[str, list[str]]:
    """By code, as every format gives them."""
    found = Report(located(text), (), AS_OF)
    by_code: dict[str, list[str]] = {}
    for item in annotations(found):
        by_code.setdefault(item.code, []).append(item.fingerprint)
    return by_code


BROKEN = """
    === massnahmen/M-002.yaml
    {top}titel: Zweite
    handlungsfeld: bildung
    art: Projekt
    federfuehrung: niemand
    beteiligte: [keiner, keiner]
    === handlungsfelder/arbeit.yaml
    {top}titel: Ausbildung: und Arbeit
    === monitoring/werte/a.csv
    jahr;merkmal;wert;stand;hinweis
    {row}2023;;viel;;
"""


def test_a_fingerprint_stays_when_lines_move() -> None:
    before = fingerprints(BROKEN.replace("{top}", "").replace("{row}", ""))
    after = fingerprints(BROKEN.replace("{top}", "# neu\n    # und noch eine\n    ").replace("{row}", ""))
    assert before.keys() >= {"unknown-unit", "syntax-colon", "schema-number"}
    assert before == after


LISTS = """
    === haushalt/2024.yaml
    stand: beschlossen
    konten:
      - {konto: 1.4271200, ansatz: 1.00}
    positionen:
    {line}  - id: H-1
        konto: "4271200"
        massnahme: M-020
        geplant: viel
      - {id: H-2, konto: "4271200", massnahme: M-021, geplant: 1.00}
    === massnahmen/M-002.yaml
    titel: Zweite
    handlungsfeld: bildung
    art: Projekt
    federfuehrung: referat
    beteiligte: [{id}niemand, keiner, keiner]
    verlauf:
    {entry}  - {datum: 2024-02-01, status: geplant, vorlage: 2024/9}
      - {datum: 2024-02-01, vorlage: 2024/9}
    === monitoring/werte/a.csv
    jahr;merkmal;wert;stand;hinweis
    {row}2023;;viel;;
"""


@pytest.mark.parametrize("planned", ["viel", "1.00"])
def test_a_fingerprint_stays_when_an_entry_comes_before(planned: str) -> None:
    empty = {"{line}": "", "{id}": "", "{entry}": "", "{row}": ""}
    more = {
        "{line}": '  - {id: H-0, konto: "4271200", massnahme: M-001, geplant: 1.00}\n    ',
        "{id}": "caritas, ",
        "{entry}": "  - {datum: 2024-01-01}\n    ",
        "{row}": "2022;;1;;\n    ",
    }
    text = LISTS.replace("viel\n      -", f"{planned}\n      -")
    before, after = (
        fingerprints(reduce(lambda text, new: text.replace(*new), new.items(), text)) for new in (empty, more)
    )
    assert before.keys() >= {"unknown-unit", "unknown-paper", "schema-number"}
    assert before == after
    assert len({item for items in after.values() for item in items}) == sum(map(len, after.values()))


def test_fingerprints_are_unique() -> None:
    found = fingerprints(BROKEN.replace("{top}", "").replace("{row}", ""))
    assert len(found["unknown-unit"]) == 3
    everything = [item for items in found.values() for item in items]
    assert len(set(everything)) == len(everything)
    assert all(re.fullmatch("[0-9a-f]{64}", item) for item in everything)


def test_equal_findings_are_told_apart_by_their_order() -> None:
    twice = [error("unknown-unit", Place("a.yaml", line=line, column=1), id="x") for line in (1, 3)]
    first, second = (item.fingerprint for item in annotations(report(twice, {"a.yaml": "gleich\n\ngleich\n"})))
    (alone,) = (item.fingerprint for item in annotations(report(twice[:1], {"a.yaml": "gleich\n"})))
    assert first == alone != second


@pytest.mark.parametrize(
    "other",
    [
        error("unknown-actor", Place("a.yaml", ("titel",)), id="x"),
        error("unknown-unit", Place("b.yaml", ("titel",)), id="x"),
        error("unknown-unit", Place("a.yaml", ("titel", 0)), id="x"),
        error("unknown-unit", Place("a.yaml"), id="x"),
    ],
)
def test_what_differs_has_another_fingerprint(other: Finding) -> None:
    findings = [error("unknown-unit", Place("a.yaml", ("titel",)), id="x"), other]
    assert len({item.fingerprint for item in annotations(report(findings))}) == 2


def test_files_are_named_from_the_top_of_the_git_repository() -> None:
    assert {item.path for item in annotations(report(some(1), prefix="ämter/konzept/"))} == {
        "ämter/konzept/massnahmen/M-000.yaml"
    }


# --- GitHub ----------------------------------------------------------------------------------------------------------


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands as GitHub's runner reads them."""
    found = []
    for line in text.split("\n"):
        if parts := re.fullmatch(r"::(\w+) ([^\r]*?)::([^\r]*)", line):
            pairs = (pair.split("=", 1) for pair in parts[2].split(","))
            found.append((parts[1], {name: _read(value) for name, value in pairs}, _read(parts[3])))
    return found


def _read(value: str) -> str:
    for escape, character in {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}.items():
        value = value.replace(escape, character)
    return value


def test_github_commands_hold_what_was_found() -> None:
    found = commands(github(report(MIXED, TEXTS)))
    assert [kind for kind, _, _ in found] == ["error", "error", "warning", "notice"]
    _, properties, message = found[2]
    assert properties == {"file": PATH, "line": "1", "col": "8", "endColumn": "16", "title": "unknown-unit"}
    assert message.count("\n") == 1
    assert "100 % [a](http://x)�[31m ::error::x, ]]><b>&amp;</b> @alle �" in message
    assert found[3][1] == {"file": "b.yaml", "line": "1", "title": "unknown-paper"}


def test_github_reads_no_command_out_of_a_text() -> None:
    assert len(commands(github(report(MIXED, TEXTS)))) == len(MIXED)
    assert sum(line.startswith("::") for line in github(report(MIXED, TEXTS)).split("\n")) == len(MIXED)


@pytest.mark.parametrize(
    ("errors", "warnings", "rest"), [(10, 10, ""), (11, 3, "1 Fehler"), (12, 30, "2 Fehler, 20 Warnungen")]
)
def test_github_shows_ten_of_each_weight(errors: int, warnings: int, rest: str) -> None:
    text = github(report(some(errors) + some(warnings, Severity.WARNING)))
    assert len(commands(text)) == errors + warnings
    *_, last = text.rstrip("\n").split("\n")
    assert last.startswith(f"{errors} Fehler, {warnings} Warnungen")
    assert last.endswith(rest or "(Stand 15.10.2024)")


@given(st.text(), st.text(st.characters(blacklist_characters="\0")))
def test_any_text_passes_through_github(value: str, path: str) -> None:
    finding = error("unknown-unit", Place(f"a{path}"), id=value)
    (found,) = commands(github(report([finding])))
    assert found[1]["file"] == f"a{path}"


# --- GitLab ----------------------------------------------------------------------------------------------------------

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "additionalProperties": False,
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "lines": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""The report as https://docs.gitlab.com/ci/testing/code_quality/ describes it."""


@pytest.mark.parametrize("findings", [[], MIXED, some(30)], ids=["none", "mixed", "many"])
def test_gitlab_gets_the_documented_report(findings: list[Finding]) -> None:
    text = gitlab(report(findings, TEXTS))
    found = json.loads(text)
    jsonschema.validate(found, CODE_QUALITY)
    assert len({item["fingerprint"] for item in found}) == len(findings)
    assert not text.startswith("\ufeff")


def test_gitlab_weighs_as_we_do() -> None:
    found = json.loads(gitlab(report(MIXED, TEXTS)))
    assert Counter(item["severity"] for item in found) == {"critical": 2, "minor": 1, "info": 1}
    assert {item["location"]["path"] for item in found} == {"b.yaml", PATH, "z.yaml"}


# --- SARIF -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("findings", [[], MIXED, some(3)], ids=["none", "mixed", "many"])
@pytest.mark.parametrize("internal", [False, True])
def test_sarif_is_as_its_schema_says(findings: list[Finding], internal: bool) -> None:
    SarifSchema.model_validate(json.loads(sarif(report(findings, TEXTS, internal=internal))), strict=False)


def test_sarif_results() -> None:
    (run,) = json.loads(sarif(report(MIXED, TEXTS, prefix="ä/")))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("unknown-paper", "note"),
        ("unknown-unit", "error"),
    ]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (place,) = result["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
        assert re.fullmatch(r"[A-Za-z0-9%._/-]+", place["physicalLocation"]["artifactLocation"]["uri"])
        assert "](" not in result["message"]["text"]
    by_level = {result["level"]: result for result in run["results"]}
    where = by_level["warning"]["locations"][0]["physicalLocation"]
    assert where["region"] == {"startLine": 1, "startColumn": 8, "endColumn": 17}
    assert where["artifactLocation"]["uri"].startswith("%C3%A4/massnahmen/M-1%3A%205%20%25%2C")
    assert by_level["note"]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


# --- JUnit -----------------------------------------------------------------------------------------------------------

CHILDREN = {
    "testsuites": ["testsuite"],
    "testsuite": ["properties", "testcase"],
    "properties": ["property"],
    "testcase": ["failure", "system-out"],
}
"""Which elements stand in which, of those that Jenkins's junit-10.xsd knows."""
REQUIRED = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"name", "classname"},
    "failure": {"message", "type"},
    "property": {"name", "value"},
}


def assert_junit(text: str) -> ET.Element:
    root = ET.fromstring(text)  # noqa: S314  our own
    assert root.tag == "testsuites"
    for element in root.iter():
        assert [child.tag for child in element if child.tag not in CHILDREN.get(element.tag, ())] == []
        assert element.attrib.keys() == REQUIRED.get(element.tag, set())
    for case in root.iter("testcase"):
        assert len(case.findall("failure")) <= 1
    for suite in (root, root[0]):
        assert int(suite.attrib["tests"]) == len(list(suite.iter("testcase")))
        assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
    return root


@pytest.mark.parametrize("findings", [[], MIXED, some(3)], ids=["none", "mixed", "many"])
@pytest.mark.parametrize("internal", [False, True])
def test_junit_has_the_usual_shape(findings: list[Finding], internal: bool) -> None:
    assert_junit(junit(report(findings, TEXTS, internal=internal)))


@pytest.mark.parametrize(
    ("fails_at", "failed"),
    [
        (Severity.ERROR, {"z.yaml"}),
        (Severity.WARNING, {"z.yaml", PATH.replace("\n", " ")}),
        (Severity.INFO, {"z.yaml", PATH.replace("\n", " "), "b.yaml"}),
    ],
)
def test_a_file_is_a_test_and_fails_by_its_findings(fails_at: Severity, failed: set[str]) -> None:
    root = assert_junit(junit(report(MIXED, TEXTS, fails_at=fails_at)))
    cases = {case.attrib["name"]: case for case in root.iter("testcase")}
    assert cases.keys() == {"konzept.yaml", "z.yaml", "b.yaml", PATH.replace("\n", " ")}
    assert {name for name, case in cases.items() if case.find("failure") is not None} == failed
    told = {name for name, case in cases.items() if case.find("system-out") is not None}
    assert told == cases.keys() - failed - {"konzept.yaml"}


@given(st.text(), st.text())
def test_any_text_is_xml_in_junit(value: str, path: str) -> None:
    assert_junit(junit(report([error("unknown-unit", Place(f"a{path}"), id=value)])))


# --- Markdown --------------------------------------------------------------------------------------------------------


def test_markdown_lists_by_weight() -> None:
    lines = markdown(report(MIXED, TEXTS)).split("\n")
    assert [line for line in lines if line.startswith("#")] == [
        "### ikonzept check: 2 Fehler, 1 Warnung, 1 Hinweis in 3 von 4 Dateien (Stand 15.10.2024)",
        "#### 2 Fehler",
        "#### 1 Warnung",
        "#### 1 Hinweis",
    ]
    assert sum(line.startswith("- ") for line in lines) == len(MIXED)


def test_text_is_data_in_markdown() -> None:
    text = markdown(report(MIXED, TEXTS))
    for sign in ("[a](", "<b>", "\x1b", "@alle"):
        assert sign not in text
    assert "\\[a\\](http://x)" in text


@pytest.mark.parametrize(
    ("number", "open_ones", "folded", "unlisted"), [(10, 10, 0, 0), (11, 11, 0, 0), (12, 10, 2, 0), (60, 10, 40, 10)]
)
def test_long_lists_are_folded(number: int, open_ones: int, folded: int, unlisted: int) -> None:
    text = markdown(report(some(number)))
    before, _, inside = text.partition("<details>")
    assert before.count("\n- ") == open_ones
    assert inside.partition("</details>")[0].count("\n- ") == folded
    assert (f"{unlisted} weitere stehen nicht hier" in text) == bool(unlisted)


def test_the_longest_comment_is_one_that_github_takes() -> None:
    findings = [
        Finding("unknown-unit", severity, Place(f"massnahmen/{'x' * 60}-{index}.yaml"), {"id": "y" * 1000})
        for severity in Severity
        for index in range(500)
    ]
    assert len(markdown(report(findings))) < 65_536


def test_nothing_found() -> None:
    assert markdown(report([])) == "### ikonzept check: Alles in Ordnung: 1 Datei geprüft. (Stand 15.10.2024)\n"
    assert github(report([])) == "Alles in Ordnung: 1 Datei geprüft. (Stand 15.10.2024)\n"
    assert json.loads(gitlab(report([]))) == []


# --- non-public ------------------------------------------------------------------------------------------------------

CANARY = "KANARIENVOGEL"
AT_A_SECRET = [error("schema-date", Place("a.yaml", ("intern",)), value=CANARY)]


@pytest.mark.parametrize("form", FORMS)
def test_of_what_is_not_public_code_file_and_line_remain(form: Any) -> None:
    whole = report(AT_A_SECRET, {"a.yaml": f"titel: a\nintern: {CANARY}\n"})
    text = form(replace(whole, located=disclosed(whole.located, lambda _: False)))
    assert CANARY not in text
    assert "intern:" not in text
    assert "schema-date" in text
    assert "a.yaml" in text
    assert CANARY in form(whole)


def test_what_is_withheld_has_no_fingerprint_of_its_text() -> None:
    def fingerprint(value: str) -> list[str]:
        finding = error("syntax-colon", Place("vorlagen/1.md", line=2, column=4))
        whole = report([finding], {"vorlagen/1.md": f"---\n{value}\n"})
        return [
            item.fingerprint for item in annotations(replace(whole, located=disclosed(whole.located, lambda _: False)))
        ]

    assert fingerprint("a") == fingerprint("b")


@pytest.mark.parametrize("form", FORMS)
def test_what_is_internal_says_so(form: Any) -> None:
    assert "INTERN" in form(report(AT_A_SECRET, internal=True))
    assert "INTERN" not in form(report(AT_A_SECRET))
