"""Exemptions accept findings for a while; they are needed, have not expired, and name rules that exist."""

from datetime import date

import pytest

from concepts import AS_OF, MINIMAL, concept, findings, loaded
from ikonzept import checks
from ikonzept.checks import exemptions
from ikonzept.checks.case import Case
from ikonzept.checks.examples import EXAMPLES
from ikonzept.findings import Finding, Place, error, info, warning

FIRST = MINIMAL["konzept.yaml"].count("\n") + 2
"""The line on which the first exemption begins."""
EMPTY = "=== texte/daten.md\n---\ntitel: Zahlen\n---\n"
TOLD = "texte/daten.md:1:1 chapter-empty"


def manifest(*given: tuple[str, str, str]) -> str:
    """``konzept.yaml`` with exemptions: rule, place, last day."""
    lines = "".join(
        f'  - regel: {rule}\n    wo: "{where}"\n    grund: Folgt\n    bis: {until}\n' for rule, where, until in given
    )
    return f"=== konzept.yaml\n{MINIMAL['konzept.yaml']}ausnahmen:\n{lines}"


def one(rule: str = "chapter-empty", where: str = "texte/daten.md", until: str = "2025-06-30") -> str:
    return manifest((rule, where, until))


def unused(line: int = FIRST) -> str:
    return f"konzept.yaml:{line}:5 exemption-unused"


@pytest.mark.parametrize(
    ("where", "accepted"),
    [
        ("texte/daten.md", True),
        ("texte/*.md", True),
        ("texte/*", True),
        ("*", True),
        ("*/daten.md", True),
        ("texte/date?.md", True),
        ("texte/integration.md", False),
        ("texte", True),
        ("texte/", True),
        ("./texte/daten.md", True),
        ("./texte/", True),
        ("text/", False),
        ("vorlagen", False),
        ("Texte/daten.md", False),
        ("haushalt/*.yaml", False),
        ("texte/d[aeiou]ten.m?", False),
        ("daten.md", False),
    ],
)
def test_where_an_exemption_holds(where: str, accepted: bool) -> None:
    assert findings(one(where=where) + EMPTY) == ([] if accepted else [unused(), TOLD])


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2024-10-16", []),
        ("2024-10-15", []),
        ("2024-10-14", [f"konzept.yaml:{FIRST + 3}:10 exemption-expired", TOLD]),
    ],
)
def test_until_when_it_holds(until: str, expected: list[str]) -> None:
    assert findings(one(until=until) + EMPTY) == expected
    assert findings(one(until=until).replace("bis: 2024-10-14", "bis: 14.10.2024") + EMPTY) == expected


def test_an_expired_one_is_told_though_its_finding_is_gone() -> None:
    assert findings(one(until="2024-01-01")) == [f"konzept.yaml:{FIRST + 3}:10 exemption-expired"]


def test_one_that_accepts_nothing_is_told() -> None:
    assert findings(one()) == [unused()]
    assert findings(one(rule="image-without-alt") + EMPTY) == [unused(), TOLD], "another rule's finding"


def test_each_is_looked_at_by_itself() -> None:
    text = manifest(
        ("chapter-empty", "texte/*", "2025-01-01"),
        ("chapter-empty", "texte/daten.md", "2025-01-01"),
        ("chapter-empty", "texte/weg.md", "2025-01-01"),
        ("heading-level-one", "texte/daten.md", "2025-01-01"),
    )
    body = "# Eins\n\n# Zwei\n\nText\n"
    assert findings(text + EMPTY) == [unused(FIRST + 8), unused(FIRST + 12)]
    assert findings(text + EMPTY + body) == [unused(FIRST), unused(FIRST + 4), unused(FIRST + 8)], "both headings"


@pytest.mark.parametrize(
    ("rule", "nearest"),
    [("chapter-emty", "chapter-empty"), ("chapter_empty", "chapter-empty"), ("xyz", None)],
)
def test_an_unknown_rule_is_told_with_the_nearest(rule: str, nearest: str | None) -> None:
    assert findings(one(rule)) == [f"konzept.yaml:{FIRST}:12 exemption-unknown-rule"]
    assert findings(one(rule, until="2020-01-01")) == [f"konzept.yaml:{FIRST}:12 exemption-unknown-rule"]
    found = loaded(one(rule))
    (finding,) = checks.run(Case(found.concept, AS_OF, found.files, found.unreadable))
    assert finding.params["nearest"] == nearest


@pytest.mark.parametrize(
    "rule",
    [
        "syntax-colon",
        "schema-enum",
        "schema-gibt-es-nicht",
        "format-newer",
        "manifest-missing",
        "id-twice",
        "file-unreadable",
        "file-is-link",
        "exemption-unused",
        "exemption-expired",
    ],
)
def test_what_cannot_be_exempted(rule: str) -> None:
    assert findings(one(rule, where="massnahmen/M-001.yaml")) == [f"konzept.yaml:{FIRST}:12 exemption-not-allowed"]


def test_a_file_that_cannot_be_read_is_never_accepted() -> None:
    text = manifest(("schema-enum", "*", "2025-01-01"), ("syntax-brace-open", "*", "2025-01-01"))
    broken = "=== massnahmen/M-002.yaml\ntitel: [\n"
    assert "massnahmen/M-002.yaml:2:1 syntax-brace-open" in findings(text + broken)


def test_while_a_file_cannot_be_read_none_is_called_unused() -> None:
    assert findings(one() + "=== texte/daten.md\nOhne Kopf\n") == ["texte/daten.md:1:1 syntax-header-missing"]
    assert findings(one() + "=== massnahmen/M-002.yaml\ntitel: [\n") == ["massnahmen/M-002.yaml:2:1 syntax-brace-open"]


def test_every_weight_can_be_accepted() -> None:
    found = concept(manifest(*((rule, "a/*", "2024-10-15") for rule in ("x-error", "x-warning", "x-info"))))
    given = [error("x-error", Place("a/b")), warning("x-warning", Place("a/b")), info("x-info", Place("b"))]
    kept, suppressed = exemptions.apply(given, found, AS_OF)
    assert ([item.code for item in kept], [item.code for item in suppressed]) == (["x-info"], ["x-error", "x-warning"])
    assert exemptions.apply(given, found, date(2024, 10, 16)) == (given, [])


def test_umlauts_in_either_spelling() -> None:
    found = concept(one("x", where="anlagen/U\u0308bersicht.pdf"))
    given: list[Finding] = [info("x", Place("anlagen/Übersicht.pdf"))]
    assert exemptions.apply(given, found, AS_OF) == ([], given)


def test_without_a_manifest_nothing_is_accepted() -> None:
    found = loaded("", {path: text for path, text in MINIMAL.items() if path != "konzept.yaml"})
    assert exemptions.apply(found.findings, found.concept, AS_OF) == (list(found.findings), [])


def test_what_can_be_exempted_is_known() -> None:
    assert [code for code in ("chapter-empty", "unknown-measure") if not exemptions.can_be_exempted(code)] == []
    assert all(not exemptions.can_be_exempted(code) for code in EXAMPLES if code.startswith("exemption-"))
