"""The concept as data: what is found by which name, what is in force, what refers to what, where it stands."""

from datetime import date

import pytest

from concepts import MINIMAL, concept
from ikonzept.findings import KeyPath
from ikonzept.model.concept import Concept
from ikonzept.model.files import identifier_of, noun_of, path_of
from ikonzept.model.paper import paper_id, printed_number
from ikonzept.model.words import Kind, Noun, Status
from ikonzept.values import account

FULL = """
    === massnahmen/M-002.yaml
    titel: Elternlotsen
    handlungsfeld: bildung
    ziele: [bildung.1]
    art: Projekt
    federfuehrung: caritas
    beteiligte: [referat, caritas]
    laufzeit: {beginn: 2024-01-01}
    verlauf:
      - {datum: 2023-01-01, status: vorgeschlagen, vorlage: 2022/094}
      - {datum: 2024-02-01, sachstand: Es geht voran.}
      - {datum: 2024-03-01, status: in Umsetzung}
      - {datum: 2024-04-01, sachstand: Es geht weiter.}
    === texte/teil-1/10-einleitung.md
    ---
    titel: Einleitung
    beantwortet: [verstaendnis]
    ---
    Text
    === beteiligung/forum.yaml
    titel: Forum
    datum: 2024-05-15
    anregungen:
      - nummer: 3
        text: Abends
        von: caritas
        bezug: M-002
        fuehrt_zu: [M-001, M-002]
    === vorlagen/2022-094.md
    ---
    titel: Teil 1
    art: Beschlussvorlage
    status: öffentlich
    beratungsfolge:
      - {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja, stimmen: {ja: 44}}
    produktsachkonten:
      - konto: "4271305"
    ---
    === haushalt/2024.yaml
    stand: beschlossen
    konten:
      - konto: "111.4271305"
        ansatz: 1
      - konto: "222.4271305"
        ansatz: 1
      - konto: "4271200"
        ansatz: 1
    positionen:
      - id: H-1
        konto: "111.4271305"
        massnahme: M-002
        geplant: 1
    === monitoring/kennzahlen/a.yaml
    titel: A
    einheit: Personen
    ziel: {jahr: 2026, wert: 1}
    === monitoring/werte/a.csv
    jahr;wert
    2023;1
    2024;2
    === foerderungen/f.yaml
    titel: F
    geber: Land
    betrag: 1
    positionen: [H-1]
    === fortschreibungen/2022.yaml
    titel: Teil 1
    art: Erstfassung
    status: beschlossen
    beschlossen_am: 2022-06-22
    begruendungen:
      M-002: Nachfrage
"""


@pytest.fixture(scope="module")
def full() -> Concept:
    return concept(FULL)


# --- names ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("M-002", Kind.MEASURE, "Elternlotsen"),
        ("bildung", Kind.ACTION_FIELD, "Bildung"),
        ("einleitung", Kind.CHAPTER, "Einleitung"),
        ("forum", Kind.EVENT, "Forum"),
        ("2022/094", Kind.PAPER, "Teil 1"),
        ("2022-094", Kind.PAPER, "Teil 1"),
        ("2022", Kind.EDITION, "Teil 1"),
        ("a", Kind.INDICATOR, "A"),
        ("f", Kind.GRANT, "F"),
    ],
)
def test_a_thing_is_found_by_its_id(name: str, kind: Kind, title: str, full: Concept) -> None:
    assert full.find(name, (kind,)).title == title
    assert full.find(name, (Kind.COMMITTEE, kind)).title == title


def test_things_inside_files_are_found(full: Concept) -> None:
    assert full.find("bildung.1", (Kind.GOAL,)).text == "Sprachmittlung ist in Schulen verfügbar."
    assert full.find("forum.3", (Kind.SUBMISSION,)).text == "Abends"
    assert full.find("H-1", (Kind.LINE,)).measure == "M-002"
    assert full.find("caritas", (Kind.UNIT, Kind.ACTOR)).name == "Caritas"
    assert full.find("kreistag", (Kind.COMMITTEE,)).name == "Kreistag"
    assert full.find("verstaendnis", (Kind.QUESTION,)) == "Welches Verständnis von Integration gilt?"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [("M-009", (Kind.MEASURE,)), ("M-002", (Kind.GOAL,)), ("m-002", (Kind.MEASURE,)), ("", tuple(Kind)[:8]), ("M-002", ())],
)  # fmt: skip
def test_what_is_not_found(name: str, kinds: tuple[Kind, ...], full: Concept) -> None:
    assert full.find(name, kinds) is None


def test_an_empty_concept_has_nothing() -> None:
    empty = Concept()
    assert empty.find("M-001", tuple(kind for kind in Kind if kind is not Kind.ACCOUNT)) is None
    assert (list(empty.things()), list(empty.mentions), empty.edition_in_force(date(2024, 1, 1))) == ([], [], None)
    assert empty.name_of("caritas") == "caritas"


def test_names_of_units_and_actors(full: Concept) -> None:
    names = [full.name_of(name) for name in ("referat", "caritas", "wer")]
    assert names == ["Referat für Migration und Teilhabe", "Caritas", "wer"]


@pytest.mark.parametrize(
    ("number", "identifier", "printed"),
    [("2022/094", "2022-094", "2022/094"), ("2022/094-1", "2022-094-1", "2022/094-1"), ("VO/2022/12", "VO-2022-12", "VO/2022/12"), ("17", "17", "17")],
)  # fmt: skip
def test_numbers_of_vorlagen(number: str, identifier: str, printed: str) -> None:
    assert (paper_id(number), printed_number(identifier)) == (identifier, printed)


# --- files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "noun", "identifier"),
    [
        ("massnahmen/M-001.yaml", Noun.MEASURE, "M-001"),
        ("texte/leitbild.md", Noun.CHAPTER, "leitbild"),
        ("texte/teil-1/10-integrationsverstaendnis.md", Noun.CHAPTER, "integrationsverstaendnis"),
        ("texte/teil-1/2-a/03-b-4.md", Noun.CHAPTER, "b-4"),
        ("texte/2022.md", Noun.CHAPTER, "2022"),
        ("texte/10-.md", Noun.CHAPTER, "10-"),
        ("vorlagen/2022-094.md", Noun.PAPER, "2022-094"),
        ("monitoring/werte/a.b.csv", Noun.SERIES, "a.b"),
        ("monitoring/kennzahlen/a.yaml", Noun.INDICATOR, "a"),
    ],
)
def test_the_file_name_is_the_id(path: str, noun: Noun, identifier: str) -> None:
    assert noun_of(path) is noun
    assert identifier_of(path, noun) == identifier
    assert noun is Noun.CHAPTER or path_of(noun, identifier) == path


@pytest.mark.parametrize(
    "path",
    ["massnahmen/M-001.yml", "massnahmen/alt/M-001.yaml", "massnahmen/.M-001.yaml", "massnahmen/~M-001.yaml", "massnahmen/README.md", "texte/README.md", "vorlagen/LIESMICH.md", "anlagen/a.pdf", "monitoring/a.yaml", "a/konzept.yaml", "README.md", "M-001.yaml"],
)  # fmt: skip
def test_what_is_no_file_of_the_concept(path: str) -> None:
    assert noun_of(path) is None


def test_the_manifest_is_one_file() -> None:
    assert noun_of("konzept.yaml") is Noun.MANIFEST


# --- editions ------------------------------------------------------------------------------------------------------


def edition(name: str, text: str) -> str:
    return f"=== fortschreibungen/{name}.yaml\ntitel: T\nart: ersetzt\n{text}\n"


EDITIONS = (
    edition("2021", "status: beschlossen\nbeschlossen_am: 2021-03-01")
    + edition("2022", "status: beschlossen\nbeschlossen_am: 2022-06-22\nwirksam_ab: 2022-07-01")
    + edition("2023", "status: beschlossen\nbeschlossen_am: 2023-06-21\nwirksam_ab: 2023-01-01")
    + edition("2024", "status: Beratung\nbeschlossen_am: 2023-09-01")
    + edition("2025", "status: beschlossen")
    + edition("2026a", "status: beschlossen\nwirksam_ab: 2026-01-01")
    + edition("2026b", "status: beschlossen\nwirksam_ab: 2026-01-01")
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 2, 28), None),
        (date(2021, 3, 1), "2021"),
        (date(2022, 6, 30), "2021"),
        (date(2022, 7, 1), "2022"),
        (date(2023, 1, 1), "2023"),
        (date(2025, 12, 31), "2023"),
        (date(2026, 1, 1), "2026b"),
    ],
)
def test_the_edition_in_force(day: date, name: str | None) -> None:
    found = concept(EDITIONS).edition_in_force(day)
    assert (found and found.id) == name


def test_open_editions() -> None:
    assert [item.id for item in concept(EDITIONS).open_editions] == ["2024"]


# --- measures and accounts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "status", "report"),
    [
        (date(2022, 12, 31), None, None),
        (date(2023, 1, 1), Status.PROPOSED, None),
        (date(2024, 2, 29), Status.PROPOSED, "Es geht voran."),
        (date(2024, 3, 1), Status.IN_PROGRESS, None),
        (date(2024, 10, 1), Status.IN_PROGRESS, "Es geht weiter."),
    ],
)
def test_the_status_on_a_day(day: date, status: Status | None, report: str | None, full: Concept) -> None:
    measure = full.measures["M-002"]
    last = measure.last_entry_on(day)
    assert (measure.status_on(day), last and last.report) == (status, report)


@pytest.mark.parametrize(
    ("number", "fitting"),
    [
        ("111.4271305", ["111.4271305"]),
        ("4271305", ["111.4271305", "222.4271305"]),
        ("333.4271305", []),
        ("333.4271200", ["4271200"]),
        ("4271200", ["4271200"]),
        ("9999", []),
    ],
)
def test_accounts_a_number_can_mean(number: str, fitting: list[str], full: Concept) -> None:
    assert [str(item.number) for item in full.fiscal_years["2024"].accounts_named(account(number))] == fitting


# --- what refers to what -------------------------------------------------------------------------------------------


def test_every_reference_is_a_mention(full: Concept) -> None:
    kinds = {Kind.UNIT, Kind.ACTOR, Kind.ACCOUNT}
    found = [
        (type(item.owner).__name__, item.field, item.position, item.name)
        for item in full.mentions
        if not kinds & set(item.kinds)
    ]
    assert found == [
        ("Chapter", "answers", 0, "verstaendnis"),
        ("Chapter", "answers", 0, "verstaendnis"),
        ("Measure", "action_field", None, "bildung"),
        ("Measure", "action_field", None, "bildung"),
        ("Measure", "goals", 0, "bildung.1"),
        ("StatusEntry", "paper", None, "2022/094"),
        ("BudgetLine", "measure", None, "M-002"),
        ("Grant", "lines", 0, "H-1"),
        ("Submission", "subject", None, "M-002"),
        ("Submission", "leads_to", 0, "M-001"),
        ("Submission", "leads_to", 1, "M-002"),
        ("Step", "committee", None, "kreistag"),
    ]  # fmt: skip


def test_units_actors_and_accounts_are_mentioned(full: Concept) -> None:
    found = [item.name for item in full.mentions if {Kind.UNIT, Kind.ACTOR} & set(item.kinds)]
    assert found == ["referat", "referat", "caritas", "referat", "caritas", "caritas"]
    assert [item.name for item in full.mentions if Kind.ACCOUNT in item.kinds] == ["111.4271305", "4271305"]


def test_everything_mentioned_has_a_place(full: Concept) -> None:
    for mention in full.mentions:
        place = full.place(mention.owner, mention.field, *([] if mention.position is None else [mention.position]))
        assert noun_of(place.path) is not None
        assert place.key


# --- places --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("thing", "fields", "path", "key"),
    [
        (lambda full: full.manifest, (), "konzept.yaml", ()),
        (lambda full: full.manifest, ("committees", "kreistag", "public"), "konzept.yaml", ("gremien", "kreistag", "oeffentlich")),
        (lambda full: full.manifest, ("guiding_questions", "verstaendnis"), "konzept.yaml", ("leitfragen", "verstaendnis")),
        (lambda full: full.manifest.units["referat"], ("name",), "konzept.yaml", ("stellen", "referat", "name")),
        (lambda full: full.measures["M-002"], ("lead",), "massnahmen/M-002.yaml", ("federfuehrung",)),
        (lambda full: full.measures["M-002"], ("history", 1, "report"), "massnahmen/M-002.yaml", ("verlauf", 1, "sachstand")),
        (lambda full: full.measures["M-002"].history[1], ("report",), "massnahmen/M-002.yaml", ("verlauf", 1, "sachstand")),
        (lambda full: full.measures["M-002"].term, ("end",), "massnahmen/M-002.yaml", ("laufzeit", "ende")),
        (lambda full: full.measures["M-001"], ("term", "end"), "massnahmen/M-001.yaml", ("laufzeit", "end")),
        (lambda full: full.measures["M-002"], ("participants", 1), "massnahmen/M-002.yaml", ("beteiligte", 1)),
        (lambda full: full.goals["bildung.1"], ("text",), "handlungsfelder/bildung.yaml", ("ziele", 0, "text")),
        (lambda full: full.submissions["forum.3"], ("leads_to", 1), "beteiligung/forum.yaml", ("anregungen", 0, "fuehrt_zu", 1)),
        (lambda full: full.budget_lines["H-1"], ("measure",), "haushalt/2024.yaml", ("positionen", 0, "massnahme")),
        (lambda full: full.papers["2022-094"].consultations[0].vote, ("yes",), "vorlagen/2022-094.md", ("beratungsfolge", 0, "stimmen", "ja")),
        (lambda full: full.indicators["a"].target, ("value",), "monitoring/kennzahlen/a.yaml", ("ziel", "wert")),
        (lambda full: full.series["a"].rows[1], ("value",), "monitoring/werte/a.csv", ("werte", 1, "wert")),
        (lambda full: full.chapters["einleitung"], ("body",), "texte/teil-1/10-einleitung.md", ("text",)),
        (lambda full: full.editions["2022"], ("reasons", "M-002"), "fortschreibungen/2022.yaml", ("begruendungen", "M-002")),
    ],
)  # fmt: skip
def test_where_a_thing_stands(
    thing: object, fields: tuple[str | int, ...], path: str, key: KeyPath, full: Concept
) -> None:
    found = full.place(thing(full), *fields)  # type: ignore[operator]
    assert (found.path, found.key) == (path, key)


def test_the_file_of_a_thing(full: Concept) -> None:
    assert full.path(full.chapters["einleitung"]) == "texte/teil-1/10-einleitung.md"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitel: Einleitung\n---\nText\n", 4),
        ("---\ntitel: Einleitung\n---\n\nText\n", 4),
        ("---\ntitel: Einleitung\nbeantwortet:\n  - verstaendnis\n---\n", 6),
        ("\ufeff---\r\ntitel: Einleitung\r\n---\r\nText\r\n", 4),
    ],
)
def test_the_line_on_which_a_body_begins(text: str, line: int) -> None:
    found = concept(base={**MINIMAL, "texte/einleitung.md": text})
    assert found.first_line(found.chapters["einleitung"]) == line


def test_equal_records_keep_their_own_places() -> None:
    same = "=== massnahmen/M-{0}.yaml\n" + MINIMAL["massnahmen/M-001.yaml"]
    found = concept(same.format("002") + same.format("003"))
    two, three = found.measures["M-002"], found.measures["M-003"]
    assert two.history[0] == three.history[0]
    assert found.place(two.history[0]).path == "massnahmen/M-002.yaml"
    assert found.place(three.history[0]).path == "massnahmen/M-003.yaml"


def test_places_take_no_part_in_equality() -> None:
    moved = FULL.replace("texte/teil-1/10-einleitung", "texte/teil-2/90-einleitung")
    assert concept(FULL) == concept(moved)
    assert concept(FULL) != concept(FULL.replace("Abends", "Morgens"))
