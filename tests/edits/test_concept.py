"""A new concept from the template: its names set, every other byte kept."""

import difflib

import pytest

from ikonzept import loader, packaged
from ikonzept.document import read_yaml
from ikonzept.edits.concept import Names, new_concept
from ikonzept.model.words import BodyKind

TEMPLATE = packaged.template()


def changed(names: Names) -> dict[str, list[str]]:
    """The new lines of each changed file, without their comments."""
    new = new_concept(TEMPLATE, names)
    assert new.keys() == TEMPLATE.keys()
    found = {}
    for path, raw in new.items():
        before, after = TEMPLATE[path].decode().splitlines(), raw.decode().splitlines()
        lines = [line[2:].partition("  #")[0].strip() for line in difflib.ndiff(before, after) if line[:2] == "+ "]
        if lines:
            found[path] = lines
    return found


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (Names(), {}),
        (Names(title="Unser Konzept"), {"konzept.yaml": ["titel: Unser Konzept"]}),
        (Names(body="Landkreis Peine"), {"konzept.yaml": ["titel: Integrationskonzept Landkreis Peine", "name: Landkreis Peine"]}),
        (Names(title="Titel", body="Stadt Peine"), {"konzept.yaml": ["titel: Titel", "name: Stadt Peine", "art: Stadt"]}),
        (Names(kind=BodyKind.CITY), {"konzept.yaml": ["art: kreisfreie Stadt"]}),
        (Names(ags="03157"), {"konzept.yaml": ['ags: "03157"']}),
        (Names(ags="09162"), {"konzept.yaml": ["land: BY", 'ags: "09162"']}),
        (Names(lead="Amt 50"), {"konzept.yaml": ["name: Amt 50"], "vorlagen/2026-001.md": ["federfuehrung: Amt 50"]}),
        (Names(title="Kreis: Konzept #1"), {"konzept.yaml": ['titel: "Kreis: Konzept #1"']}),
        (Names(title='"Mitte"'), {"konzept.yaml": ['titel: "\\"Mitte\\""']}),
    ],
)  # fmt: skip
def test_only_the_named_lines_change(names: Names, expected: dict[str, list[str]]) -> None:
    assert changed(names) == expected


@pytest.mark.parametrize(
    "text", ["ja", "2024", "null", "~", "a: b", "a #b", "- x", "[x]", "'", '"', "\\", "=cmd|x", "\x1b[31m", "e\u0301", "Öff*innen\tx"]
)  # fmt: skip
def test_any_name_reads_back_as_it_was_given(text: str) -> None:
    manifest = read_yaml(new_concept(TEMPLATE, Names(title=text, lead=text))["konzept.yaml"].decode())
    assert (manifest["titel"], manifest["stellen"][manifest["federfuehrung"]]["name"]) == (text, text)


@pytest.mark.parametrize(
    ("ags", "state"),
    [("01", "SH"), ("02000", "HH"), ("03157", "NI"), ("04011", "HB"), ("05", "NW"), ("06", "HE"), ("07", "RP"), ("08", "BW"), ("09", "BY"), ("10", "SL"), ("11000", "BE"), ("12", "BB"), ("13", "MV"), ("14", "SN"), ("15", "ST"), ("16", "TH"), ("99", "NI")],
)  # fmt: skip
def test_the_ags_tells_the_land(ags: str, state: str) -> None:
    manifest = read_yaml(new_concept(TEMPLATE, Names(ags=ags))["konzept.yaml"].decode())
    assert manifest["koerperschaft"]["land"] == state


def test_the_new_concept_has_no_findings() -> None:
    files = new_concept(TEMPLATE, Names("Titel", "Landkreis Peine", BodyKind.COUNTY, "03157", "Referat"))
    found = loader.load({path: raw.decode() for path, raw in files.items()})
    assert found.findings == ()
    assert found.concept.name_of(found.concept.manifest.lead) == "Referat"
