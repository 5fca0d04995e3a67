"""What may be told of findings: a finding that echoes its value at every place of a concept full of canaries."""

from collections.abc import Iterator

import pytest

from canaries import PUBLIC_PAPER, SECRET_PAPER, filled, records
from concepts import concept
from ikonzept.findings import Finding, Place, error
from ikonzept.model.concept import Concept
from ikonzept.model.disclosure import Disclosure
from ikonzept.model.fields import Record

NOTHING = Disclosure(Concept())


def told(findings: list[Finding]) -> str:
    return "\n".join(str(value) for finding in findings for value in finding.params.values())


def echoes(found: Concept) -> Iterator[Finding]:
    """At each field of each record, and at each item of a list, a finding that tells what stands there."""
    for record in records(found):
        for name in type(record).model_fields:
            value = getattr(record, name)
            if isinstance(value, Record):
                continue
            if type(value) is tuple or isinstance(value, dict):
                parts = range(len(value)) if type(value) is tuple else value
                for part in parts:
                    if not isinstance(value[part], Record):
                        yield error("x", found.place(record, name, part), value=value[part])
            else:
                yield error("x", found.place(record, name), value=value)


def test_no_canary_is_told_and_everything_public_is() -> None:
    whole, filling = filled(SECRET_PAPER, PUBLIC_PAPER)
    findings = list(echoes(whole))
    everything, shown = told(findings), told([finding for finding in findings if Disclosure(whole).allows(finding)])
    assert {value for value in filling.secret | filling.visible if value not in everything} <= {SECRET_PAPER}
    assert {value for value in filling.secret if value in shown} == set()
    assert {value for value in filling.visible if value not in shown} == set()


def test_a_secret_is_not_told_at_a_public_place_of_its_file_either() -> None:
    whole, filling = filled(SECRET_PAPER, PUBLIC_PAPER)
    allows = Disclosure(whole).allows
    for thing in whole.things():
        place = Place(whole.path(thing))
        for finding in (found for found in echoes(whole) if found.place.path == place.path):
            if any(secret in told([finding]) for secret in filling.secret):
                value = finding.params["value"]
                assert not allows(error("x", place, value=value)), value
                assert not allows(error("x", place, values=("a", value))), value


PAPERS = concept("""
    === vorlagen/2024-001.md
    ---
    titel: Offen
    art: Beschlussvorlage
    status: öffentlich
    beratungsfolge:
      - {gremium: kreisausschuss, zustaendigkeit: Vorberatung, oeffentlich: nein, niederschrift: anlagen/n.pdf}
      - {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja, ergebnis: beschlossen, niederschrift: anlagen/o.pdf}
    verwandt: [2024/001, 2024/002]
    anlagen:
      - {titel: Offen, datei: anlagen/offen.pdf}
      - {titel: Geheim, datei: ./anlagen/geheim.pdf, status: nichtöffentlich}
    ---
    ## Beschlussvorschlag
    === vorlagen/2024-002.md
    ---
    titel: Geheim
    art: Beschlussvorlage
    status: nichtöffentlich
    anlagen:
      - {titel: Auch geheim, datei: anlagen/auch.pdf}
    ---
    === fortschreibungen/2024.yaml
    titel: Erstes
    art: Erstfassung
    status: Entwurf
    vorlage: 2024/002
    begruendungen:
      2024-002: geheim
      M-001: offen
""")


@pytest.mark.parametrize(
    ("path", "key", "allowed"),
    [
        ("vorlagen/2024-001.md", (), True),
        ("vorlagen/2024-001.md", ("titel",), True),
        ("vorlagen/2024-001.md", ("beratungsfolge",), True),
        ("vorlagen/2024-001.md", ("beratungsfolge", 0), True),
        ("vorlagen/2024-001.md", ("beratungsfolge", 0, "gremium"), True),
        ("vorlagen/2024-001.md", ("beratungsfolge", 0, "oeffentlich"), True),
        ("vorlagen/2024-001.md", ("beratungsfolge", 0, "ergebnis"), False),
        ("vorlagen/2024-001.md", ("beratungsfolge", 0, "stimmen"), False),
        ("vorlagen/2024-001.md", ("beratungsfolge", 0, "stimmen", "nein"), False),
        ("vorlagen/2024-001.md", ("beratungsfolge", 1, "ergebnis"), True),
        ("vorlagen/2024-001.md", ("beratungsfolge", 1, "stimmen", "nein"), True),
        ("vorlagen/2024-001.md", ("beratungsfolge", 1, "intern"), False),
        ("vorlagen/2024-001.md", ("beratungsfolge", 7, "ergebnis"), False),
        ("vorlagen/2024-001.md", ("verwandt", 0), True),
        ("vorlagen/2024-001.md", ("verwandt", 1), False),
        ("vorlagen/2024-001.md", ("anlagen", 0, "titel"), True),
        ("vorlagen/2024-001.md", ("anlagen", 1), False),
        ("vorlagen/2024-001.md", ("anlagen", 1, "titel"), False),
        ("vorlagen/2024-001.md", ("niemand",), True),
        ("vorlagen/2024-002.md", (), False),
        ("vorlagen/2024-002.md", ("titel",), False),
        ("fortschreibungen/2024.yaml", ("vorlage",), False),
        ("fortschreibungen/2024.yaml", ("begruendungen", "2024-002"), False),
        ("fortschreibungen/2024.yaml", ("begruendungen", "M-001"), True),
        ("anlagen/offen.pdf", (), True),
        ("anlagen/o.pdf", (), True),
        ("anlagen/n.pdf", (), False),
        ("anlagen/geheim.pdf", (), False),
        ("anlagen/auch.pdf", (), False),
    ],
)
def test_what_the_concept_says_counts(path: str, key: tuple[str | int, ...], allowed: bool) -> None:
    assert Disclosure(PAPERS).allows(error("x", Place(path, key))) is allowed


@pytest.mark.parametrize(
    ("said", "allowed"), [("2024/001", True), ("2024/002", False), ("2024-002", False), ("vorlagen/2024-002.md", False)]
)
def test_a_non_public_vorlage_is_not_named(said: str, allowed: bool) -> None:
    finding = error("unknown-paper", Place("massnahmen/M-001.yaml", ("titel",)), id="2024/02", nearest=said)
    assert Disclosure(PAPERS).allows(finding) is allowed


@pytest.mark.parametrize(
    ("path", "key", "allowed"),
    [
        ("massnahmen/M-9.yaml", ("titel",), True),
        ("massnahmen/M-9.yaml", ("intern",), False),
        ("massnahmen/M-9.yaml", ("verlauf", 0, "status"), True),
        ("massnahmen/M-9.yaml", ("verlauf", 0, "intern"), False),
        ("konzept.yaml", ("stellen", "x", "name"), True),
        ("konzept.yaml", ("stellen", "x", "kontakt"), False),
        ("konzept.yaml", ("stellen", "x", "kontakt", "email"), False),
        ("konzept.yaml", ("stellen", "x", "kontakt", "fax"), False),
        ("beteiligung/x.yaml", ("anregungen", 0, "text"), True),
        ("beteiligung/x.yaml", ("anregungen", 0, "von_person"), False),
        ("vorlagen/2024-009.md", ("titel",), False),
        ("vorlagen/2024-009.md", (), False),
        ("LIESMICH.txt", (), True),
    ],
)
def test_of_an_unreadable_file_the_marks_count(path: str, key: tuple[str | int, ...], allowed: bool) -> None:
    assert NOTHING.allows(error("schema-enum", Place(path, key))) is allowed


@pytest.mark.parametrize(
    ("path", "params", "allowed"),
    [
        ("massnahmen/M-9.yaml", {}, True),
        ("massnahmen/M-9.yaml", {"key": "titel"}, True),
        ("massnahmen/M-9.yaml", {"key": "Meier"}, False),  # {intern: Frau Meier, Meier}
        ("monitoring/werte/a.csv", {"key": "Wertt"}, True),  # a table holds nothing internal
        ("vorlagen/2024-009.md", {}, False),
    ],
)
def test_what_cannot_be_parsed_tells_no_piece_of_a_text(path: str, params: dict[str, str], allowed: bool) -> None:
    assert NOTHING.allows(error("syntax-duplicate-key", Place(path, line=3, column=1), **params)) is allowed


HIDDEN_ENCLOSURE = concept("""
    === vorlagen/2024-001.md
    ---
    titel: Offen
    art: Beschlussvorlage
    status: öffentlich
    beratungsfolge:
      - {gremium: kreisausschuss, zustaendigkeit: Entscheidung, oeffentlich: nein, ergebnis: beschlossen}
      - {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja, ergebnis: beschlossen}
    anlagen:
      - {titel: Geheim, datei: anlagen/sub/KANARIE.pdf, status: nichtöffentlich}
    ---
    === vorlagen/2024-002.md
    ---
    titel: Geheim
    art: Beschlussvorlage
    status: nichtöffentlich
    ---
""")


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        ("../anlagen/sub/KANARIE.pdf", False),
        ("anlagen/sub/KANARIE.pdf#x", False),
        ("../vorlagen/2024-002.md", False),
        ("../vorlagen/2024-001.md", True),
        ("kanarie.pdf", True),
    ],
)
def test_a_link_names_no_file_that_is_not_public(said: str, allowed: bool) -> None:
    finding = error("broken-internal-link", Place("texte/leitbild.md", line=3, column=1), target="x", nearest=said)
    assert Disclosure(HIDDEN_ENCLOSURE).allows(finding) is allowed


@pytest.mark.parametrize(("step", "allowed"), [(0, False), (1, True)])
def test_what_tells_of_another_place_is_public_where_that_is(step: int, allowed: bool) -> None:
    place = Place("fortschreibungen/2024.yaml", ("beschlossen_am",))
    other = Place("vorlagen/2024-001.md", ("beratungsfolge", step, "ergebnis"))
    assert Disclosure(HIDDEN_ENCLOSURE).allows(error("x", place))
    assert Disclosure(HIDDEN_ENCLOSURE).allows(error("x", place).telling_of(other)) is allowed
