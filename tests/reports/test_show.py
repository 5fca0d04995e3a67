"""One thing with everything around it."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from concepts import AS_OF, concept
from ikonzept.model.concept import MODELS, Concept
from ikonzept.model.fields import Record, record_in, refers_to
from ikonzept.reports import show, things
from ikonzept.reports.links import Link
from ikonzept.reports.show import Sheet
from ikonzept.texts import text

TEXT = """
    === massnahmen/M-002.yaml
    titel: Lotsen
    handlungsfeld: bildung
    ziele: [bildung.1]
    art: Projekt
    federfuehrung: caritas
    beteiligte: [referat]
    verlauf: [{datum: 2024-01-01, status: geplant, vorlage: 2022/094}]
    === haushalt/2023.yaml
    stand: beschlossen
    konten: [{konto: "4271200", ansatz: 100}]
    === haushalt/2024.yaml
    stand: beschlossen
    konten: [{konto: 111.4271200, bezeichnung: Projekte, ansatz: 200}]
    positionen:
      - {id: H-1, konto: "4271200", massnahme: M-002, zweck: Fahrten, geplant: 50, ist: 20}
    === monitoring/kennzahlen/auslaender.yaml
    titel: Ausländische Bevölkerung
    einheit: Personen
    === monitoring/werte/auslaender.csv
    jahr;merkmal;wert
    2022;;10
    2023;;20
    2023;Peine;5
    === fortschreibungen/2024.yaml
    titel: Teil 1
    art: Erstfassung
    status: Entwurf
    vorlage: 2022/094
    === vorlagen/2022-094.md
    ---
    titel: Vorlage eins
    art: Beschlussvorlage
    status: öffentlich
    beratungsfolge: [{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}]
    produktsachkonten: [{konto: "4271200"}]
    haushaltsjahr: 2024
    ---
    === beteiligung/forum.yaml
    titel: Forum
    datum: 2024-01-01
    anregungen: [{nummer: 1, von: caritas, text: Mehr davon., bezug: M-002, fuehrt_zu: [M-002]}]
"""


@pytest.fixture(scope="module")
def full() -> Concept:
    return concept(TEXT)


def sheet(full: Concept, name: str) -> Sheet:
    found = things.find(full, name)
    assert found is not None
    return show.sheet(full, found, AS_OF)


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("M-002", "measure", "Lotsen"),
        ("bildung.1", "goal", "Sprachmittlung ist in Schulen verfügbar."),
        ("bildung", "action_field", "Bildung"),
        ("2022/094", "paper", "Vorlage eins"),
        ("2022-094", "paper", "Vorlage eins"),
        ("2024", "edition", "Teil 1"),
        ("integration", "chapter", "Integration"),
        ("auslaender", "indicator", "Ausländische Bevölkerung"),
        ("H-1", "budget_line", "Fahrten"),
        ("forum", "event", "Forum"),
        ("forum.1", "submission", "Mehr davon."),
        ("caritas", "actor", "Caritas"),
        ("referat", "unit", "Referat für Migration und Teilhabe"),
        ("kreistag", "committee", "Kreistag"),
        ("haushalt/2024", "fiscal_year", ""),
        ("4271200", "account", "Projekte"),
        ("111.4271200", "account", "Projekte"),
        ("fortschreibung/2024", "edition", "Teil 1"),
        ("massnahmen/M-002.yaml", "measure", "Lotsen"),
        ("./massnahmen/M-002.yaml:3:16:", "measure", "Lotsen"),
        ("vorlagen/2022-094.md:1", "paper", "Vorlage eins"),
        ("texte/integration.md", "chapter", "Integration"),
        ("haushalt/2024.yaml", "fiscal_year", ""),
        ("monitoring/werte/auslaender.csv:2:1", "indicator", "Ausländische Bevölkerung"),
        ("konzept.yaml", "manifest", "Integrationskonzept des Landkreises Muster"),
    ],
)
def test_what_a_name_means(name: str, kind: str, title: str, full: Concept) -> None:
    found = sheet(full, name)
    assert (found.noun, found.title) == (kind, title)


@pytest.mark.parametrize(
    "name",
    [
        "M-999",
        "haushalt/1999",
        "haushalt/",
        "4279999",
        "",
        "2022/095",
        "massnahmen/M-999.yaml",
        "haushalt/1999.yaml",
        "texte/x/integration.md",
        "README.md",
        "fortschreibung/1999",
    ],
)
def test_what_is_not_there(name: str, full: Concept) -> None:
    assert things.find(full, name) is None


def test_every_name_it_offers_can_be_shown(full: Concept) -> None:
    for name in things.names(full):
        assert sheet(full, name).path


def links(found: tuple[Link, ...]) -> list[tuple[str, str]]:
    return [(link.label, link.id) for link in found]


def test_links_of_a_measure(full: Concept) -> None:
    found = sheet(full, "M-002")
    assert links(found.refers_to) == [
        ("Handlungsfeld", "bildung"),
        ("Ziele", "bildung.1"),
        ("Federführung", "caritas"),
        ("Beteiligte", "referat"),
        ("Vorlage", "2022/094"),
    ]
    assert links(found.referred_by) == [("Maßnahme", "H-1"), ("Bezug", "forum.1"), ("Führt zu", "forum.1")]


def test_an_account_is_named_by_lines_and_papers(full: Concept) -> None:
    assert links(sheet(full, "4271200").referred_by) == [("Konto", "H-1"), ("Konto", "2022/094")]


def test_every_reference_has_its_words() -> None:
    """How what refers to a thing stands to it is said for every field that names something."""
    for model in MODELS.values():
        for record in {model, *_records(model)}:
            for name, field in record.model_fields.items():
                if refers_to(field):
                    word = re.sub(r"(?<!^)(?=[A-Z])", "_", record.__name__).lower()
                    assert text(f"show.by.{word}.{name}", id="x", n=2)


def _records(model: type[Record]) -> Iterator[type[Record]]:
    for field in model.model_fields.values():
        if inner := record_in(field.annotation):
            yield inner
            yield from _records(inner)


MORE = """
    === konzept.yaml
    format: 1
    titel: Integrationskonzept
    koerperschaft: {name: Landkreis Muster, art: Landkreis, land: NI, ags: "03157"}
    federfuehrung: referat
    stellen:
      referat: {name: Referat, auch: [Referat 2]}
    akteure:
      caritas: {name: Caritas}
    gremien:
      kreistag: {name: Kreistag, art: Vertretung, oeffentlich: ja}
    leitfragen: {verstaendnis: Wie}
    === fortschreibungen/2024.yaml
    titel: Teil 1
    art: Erstfassung
    status: Entwurf
    begruendungen: {M-002: Darum, bildung.1: Darum, integration: Darum, M-999: Darum}
"""


def test_references_that_are_no_ids() -> None:
    found = concept(TEXT + MORE)
    assert links(sheet(found, "2024").refers_to) == [
        ("Begründungen", name) for name in ("M-002", "bildung.1", "integration")
    ]
    assert ("edition.reasons", "2024") in relations(sheet(found, "M-002").referred_by)
    assert relations(sheet(found, "referat").referred_by)[0] == ("manifest.lead", "konzept.yaml")
    printed = concept(TEXT.replace("haushaltsjahr: 2024", "haushaltsjahr: 2024\n    federfuehrung: Referat 2") + MORE)
    assert relations(sheet(printed, "referat").referred_by)[-1] == ("paper.lead", "2022/094")
    assert ("Federführend", "referat") in links(sheet(printed, "2022/094").refers_to)


def test_a_fiscal_year_names_what_its_lines_do(full: Concept) -> None:
    assert links(sheet(full, "haushalt/2024").refers_to) == [("Konto", "4271200"), ("Maßnahme", "M-002")]
    assert relations(sheet(full, "haushalt/2024").referred_by) == [("paper.fiscal_year", "2022/094")]
    assert ("Haushaltsjahr", "haushalt/2024") in links(sheet(full, "2022/094").refers_to)


def relations(found: tuple[Link, ...]) -> list[tuple[str, str]]:
    return [(link.relation, link.id) for link in found]


def test_what_figures_count(full: Concept) -> None:
    (line,) = [fact for fact in sheet(full, "haushalt/2024").facts if fact.label == "Positionen"]
    units = {fact.label: fact.unit for fact in line.below[0].below}
    assert units == {"Konto": None, "Maßnahme": None, "Zweck": None, "Geplant": "€", "Ist": "€"}
    assert [fact.unit for fact in sheet(full, "auslaender").facts[-1].below] == ["Personen"] * 3


@pytest.mark.parametrize(
    ("name", "known"),
    [("forum.9", ("forum.1",)), ("bildung.77", ("bildung.1",)), ("M-9", ()), ("nichts.1", ()), ("forum.x", ())],
)
def test_the_others_of_a_numbered_thing(name: str, known: tuple[str, ...], full: Concept) -> None:
    assert things.alike(full, name) == known


def test_money(full: Concept) -> None:
    assert [str(row.actual) for row in sheet(full, "M-002").money] == ["20.00"]
    assert [(row.label, str(row.available)) for row in sheet(full, "4271200").money] == [
        ("2023", "100.00"),
        ("2024", "180.00"),
    ]
    assert [row.label for row in sheet(full, "haushalt/2024").money] == ["111.4271200 Projekte"]


def test_the_status_on_the_day(full: Concept) -> None:
    assert sheet(full, "M-002").status == "geplant"


def test_facts_do_not_repeat_what_stands_above(full: Concept) -> None:
    (history,) = [fact for fact in sheet(full, "M-002").facts if fact.label == "Verlauf"]
    assert [(entry.name, entry.value, [fact.name for fact in entry.below]) for entry in history.below] == [
        ("date", date(2024, 1, 1), ["status", "paper"])
    ]


def test_values_of_an_indicator_latest_first(full: Concept) -> None:
    assert [(fact.label, fact.value) for fact in sheet(full, "auslaender").facts[-1].below] == [
        ("2023 Peine", 5),
        ("2023", 20),
        ("2022", 10),
    ]
