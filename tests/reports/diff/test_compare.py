"""What changed between two small concepts: by id and lineage, several facts of one thing together."""

from decimal import Decimal

import pytest

from concepts import loaded
from ikonzept import loader
from ikonzept.checks.examples.minimal import MINIMAL, parse
from ikonzept.model.fields import Part
from ikonzept.reports.diff.change import Change, Diff, Fact, Side
from ikonzept.reports.diff.compare import compare
from ikonzept.reports.diff.sides import Sides

MEASURE = """
=== massnahmen/M-001.yaml
titel: {titel}
handlungsfeld: {feld}
art: Projekt
federfuehrung: referat
beschreibung: {text}
verlauf:
{verlauf}
"""
GIVEN = {
    "titel": "Sprachmittlung ausbauen",
    "feld": "sprache",
    "text": "Ehrenamtliche begleiten Familien zu Terminen.",
    "verlauf": "  - {datum: 2023-01-01, status: geplant}",
}
FIELDS = """
=== handlungsfelder/arbeit.yaml
titel: Arbeit
"""


def measure(**changes: str) -> str:
    return MEASURE.format(**(GIVEN | changes)) + FIELDS


BASE = {path: text for path, text in MINIMAL.items() if not path.startswith("massnahmen/")}


def diff(old: str, new: str) -> Diff:
    before, after = (loader.load({**BASE, **parse(text)}) for text in (old, new))
    sides = Sides(before.concept, after.concept, None, before.unreadable, after.unreadable)
    return compare(sides, Side("alt"), Side("neu"))


def facts(found: Diff) -> list[tuple[str, tuple[Fact, ...], tuple[Fact, ...]]]:
    return [(change.id, change.content, change.execution) for change in found.changes]


def one(found: Diff, name: str) -> Change:
    return next(change for change in found.changes if change.id == name)


def test_nothing_changed() -> None:
    assert diff(measure(), measure()).is_empty


def test_the_county_is_no_text() -> None:
    manifest = f"=== konzept.yaml\n{MINIMAL['konzept.yaml']}"
    assert "name: Landkreis Muster" in manifest
    renamed = manifest.replace("name: Landkreis Muster", "name: Landkreis Gifhorn")
    assert one(diff(manifest, renamed), "").fields[0].new == "Landkreis Gifhorn"
    beginning = compare(Sides(loader.load({}).concept, loader.load(MINIMAL).concept), Side("alt"), Side("neu"))
    assert one(beginning, "").facts == (Fact.ADDED,)


@pytest.mark.parametrize(
    ("changes", "content", "execution"),
    [
        ({"titel": "Sprachmittlung sichern"}, (Fact.RENAMED,), ()),
        ({"feld": "arbeit"}, (Fact.MOVED,), ()),
        ({"titel": "Lotsen", "feld": "arbeit"}, (Fact.RENAMED, Fact.MOVED), ()),
        ({"text": "Ehrenamtliche begleiten alle Familien."}, (Fact.CHANGED,), ()),
        ({"text": "„Ehrenamtliche“ begleiten Familien zu Terminen."}, (Fact.CHANGED,), ()),
        ({"titel": "„Sprachmittlung“ ausbauen"}, (Fact.RENAMED,), ()),
        ({"verlauf": GIVEN["verlauf"] + "\n  - {datum: 2023-02-01, status: in Umsetzung}"}, (), (Fact.STATUS,)),
        ({"verlauf": GIVEN["verlauf"] + "\n  - {datum: 2023-02-01, status: abgeschlossen}"}, (), (Fact.COMPLETED,)),
        (
            {"verlauf": GIVEN["verlauf"] + "\n  - {datum: 2023-02-01, status: zurückgestellt, grund: Stelle frei}"},
            (),
            (Fact.DEFERRED,),
        ),
        ({"verlauf": GIVEN["verlauf"] + "\n  - {datum: 2023-02-01, sachstand: Zehn Personen}"}, (), (Fact.REPORTED,)),
    ],
    ids=["renamed", "moved", "both", "text", "quotes", "title-quotes", "status", "done", "deferred", "report"],
)
def test_a_measure(changes: dict[str, str], content: tuple[Fact, ...], execution: tuple[Fact, ...]) -> None:
    assert facts(diff(measure(), measure(**changes))) == [("M-001", content, execution)]


def test_quotation_marks_of_a_title_are_no_new_name() -> None:
    found = diff(measure(titel='"„Brücke“ bauen"'), measure(titel="'\"Brücke\" bauen'"))
    assert facts(found) == [("M-001", (Fact.EDITORIAL,), ())]


def test_resumed() -> None:
    deferred = GIVEN["verlauf"] + "\n  - {datum: 2023-02-01, status: zurückgestellt, grund: Stelle frei}"
    again = deferred + "\n  - {datum: 2023-03-01, status: in Umsetzung}"
    assert facts(diff(measure(verlauf=deferred), measure(verlauf=again))) == [("M-001", (), (Fact.RESUMED,))]


MERGED = """
=== massnahmen/M-002.yaml
titel: Lotsen
handlungsfeld: sprache
art: Projekt
federfuehrung: referat
herkunft: {art: zusammengeführt, aus: [M-001]}
verlauf: [{datum: 2023-03-01, status: geplant}]
"""


def test_lineage_is_told_on_both_ends() -> None:
    ended = GIVEN["verlauf"] + "\n  - {datum: 2023-03-01, status: übergegangen}"
    found = diff(measure(), measure(verlauf=ended) + MERGED)
    assert facts(found) == [("M-001", (Fact.GONE_OVER,), ()), ("M-002", (Fact.MERGED,), ())]
    assert [item.id for item in one(found, "M-002").related] == ["M-001"]
    assert [item.id for item in one(found, "M-001").related] == ["M-002"]


def test_what_went_and_what_came_may_be_one_but_stays_a_guess() -> None:
    old = measure()
    new = measure().replace("M-001.yaml", "M-009.yaml")
    found = diff(old, new)
    assert facts(found) == [("M-001", (Fact.REMOVED,), ()), ("M-009", (Fact.ADDED,), ())]
    guess = one(found, "M-009").guess
    assert guess is not None
    assert (guess.id, guess.score) == ("M-001", 1.0)


def test_a_file_that_cannot_be_read_is_neither_added_nor_removed() -> None:
    found = diff(measure(), measure().replace("titel: Sprach", "titel: [Sprach", 1))
    assert facts(found) == []
    assert [(item.path, item.old, item.new) for item in found.unreadable] == [("massnahmen/M-001.yaml", False, True)]


def test_a_proposal_that_no_edition_contains_is_execution_as_a_whole() -> None:
    proposed = measure(verlauf="  - {datum: 2023-01-01, status: vorgeschlagen}")
    before, after = loaded(FIELDS, BASE), loaded(proposed, BASE)
    found = compare(Sides(before.concept, after.concept), Side("alt"), Side("neu"), lambda _: False)
    assert facts(found) == [("M-001", (), (Fact.ADDED,))]
    assert {item.part for item in found.changes[0].fields} == {Part.EXECUTION}


GOALS = """
=== handlungsfelder/sprache.yaml
titel: Sprache
ziele:
  - nummer: 1
    text: Sprachmittlung ist in Schulen verfügbar.
"""
CONTINUED = (
    GOALS.rstrip()
    + """
    bewertung:
      ergebnis: teilweise erreicht
      begruendung: An elf Schulen.
    beendet_mit: "2024"
  - nummer: 2
    text: Sprachmittlung ist überall verfügbar.
    setzt_fort: [sprache.1]
"""
)


def test_a_goal_is_assessed_ended_and_continued() -> None:
    found = diff(GOALS, CONTINUED)
    assert facts(found) == [
        ("sprache.1", (Fact.ENDED, Fact.ASSESSED, Fact.CONTINUED), ()),
        ("sprache.2", (Fact.ADDED, Fact.CONTINUES), ()),
    ]
    assert [reason.text for reason in one(found, "sprache.1").reasons] == ["An elf Schulen."]


MONEY = """
=== haushalt/2023.yaml
stand: beschlossen
konten:
  - konto: "4271305"
    ansatz: {ansatz}
positionen:
  - id: H-1
    konto: "4271305"
    massnahme: M-001
    geplant: {geplant}
"""


def test_the_shares_of_an_account_add_up_to_its_difference() -> None:
    old = measure() + MONEY.format(ansatz="3500.00", geplant="1000.00")
    new = measure() + MONEY.format(ansatz="5500.00", geplant="2200.00")
    money = diff(old, new).money
    assert money is not None
    (row,) = money.rows
    assert (row.old, row.new, row.difference) == (Decimal("3500.00"), Decimal("5500.00"), Decimal("2000.00"))
    assert [(share.id, share.difference) for share in row.shares] == [
        ("M-001", Decimal("1200.00")),
        ("", Decimal("800.00")),
    ]
    assert money.balanced


def test_only_what_was_asked_for() -> None:
    status = GIVEN["verlauf"] + "\n  - {datum: 2023-02-01, status: in Umsetzung}"
    found = diff(measure(), measure(titel="Lotsen", verlauf=status))
    assert facts(found.only(Part.CONTENT)) == [("M-001", (Fact.RENAMED,), ())]
    assert facts(found.only(Part.EXECUTION)) == [("M-001", (), (Fact.STATUS,))]
    assert facts(found.about({"M-009"})) == []
    assert facts(found.in_groups({"sprache"})) == facts(found)
    old, new = (measure(text=f"Ehrenamtliche {dash} auch junge {dash} begleiten.") for dash in "-–")
    assert facts(diff(old, new)) == [("M-001", (Fact.EDITORIAL,), ())]
    assert diff(old, new).material().is_empty


def test_a_sachstand_that_was_put_right_is_no_new_one() -> None:
    line = GIVEN["verlauf"] + "\n  - {datum: 2023-02-01, sachstand: Zehn Personen}"
    found = diff(measure(verlauf=line), measure(verlauf=line.replace("Zehn", "Elf")))
    assert facts(found) == [("M-001", (), (Fact.CHANGED,))]


EDITION = """
=== fortschreibungen/2023.yaml
titel: Zweite
art: ersetzt
vorgaenger: "2022"
status: Entwurf
begruendungen:
  M-001: Die Anregungen aus dem Workshop.
"""


def test_a_begruendung_explains_only_what_the_edition_adopts() -> None:
    reported = measure(verlauf=GIVEN["verlauf"] + "\n  - {datum: 2023-02-01, sachstand: Zehn}")
    for newer, expected in ((reported, []), (measure(titel="Lotsen"), ["edition"])):
        before, after = loader.load({**BASE, **parse(measure())}), loader.load({**BASE, **parse(newer + EDITION)})
        sides = Sides(before.concept, after.concept, after.concept.editions["2023"], frozenset(), frozenset())
        found = one(compare(sides, Side("alt"), Side("neu")), "M-001")
        assert [reason.source for reason in found.reasons] == expected


def test_each_year_has_its_own_sums() -> None:
    old = measure() + MONEY.format(ansatz="3500.00", geplant="1000.00")
    later = MONEY.replace("haushalt/2023", "haushalt/2024").replace("H-1", "H-2")
    new = old.replace("3500.00", "3000.00") + later.format(ansatz="4000.00", geplant="10.00")
    money = diff(old, new).money
    assert money is not None
    assert [(year.old, year.new, year.difference) for year in money.years] == [
        (Decimal("3500.00"), Decimal("3000.00"), Decimal("-500.00")),
        (Decimal("0.00"), Decimal("4000.00"), Decimal("4000.00")),
    ]
    assert sum(year.difference for year in money.years) == money.difference


def test_a_rewrapped_text_is_no_change() -> None:
    old = measure(text="|\n  Ehrenamtliche begleiten Familien\n  zu Terminen.")
    assert diff(old, measure(text="|\n  Ehrenamtliche begleiten\n  Familien zu Terminen.")).is_empty
    chapter = "=== texte/leitbild.md\n---\ntitel: Leitbild\n---\n\n{}\n"
    texts = (chapter.format(text) for text in ("Wir leben\nzusammen.\n\nGut.", "Wir leben zusammen.\n\nGut."))
    assert diff(*texts).is_empty


COURSE = "=== massnahmen/M-007.yaml\ntitel: Kurs\nhandlungsfeld: sprache\nart: Projekt\nfederfuehrung: referat\nbeschreibung: {0}\n"
DRAFT = "=== fortschreibungen/2099.yaml\ntitel: Neu\nart: ergänzt\nstatus: Entwurf\nzusammenfassung: {0}\nbegruendungen:\n  M-007: {1}\n"


@pytest.mark.parametrize(
    ("before", "reasons", "summary"),
    [
        ("", ["weil es so ist"], "Viel Neues."),
        (DRAFT.format("Viel Neues.", "weil es so ist"), [], None),
        (DRAFT.format("Viel Neues.", "aus anderem Grund"), ["weil es so ist"], None),
    ],
    ids=["the-edition-came", "it-stood-already", "its-reason-came"],
)
def test_an_edition_explains_what_came_with_it(before: str, reasons: list[str], summary: str | None) -> None:
    now = DRAFT.format("Viel Neues.", "weil es so ist")
    old, new = (
        loader.load({**MINIMAL, **parse(text)}).concept
        for text in (COURSE.format("alt") + before, COURSE.format("neu") + now)
    )
    found = compare(Sides(old, new, new.editions["2099"]), Side("alt"), Side("neu"))
    (change,) = [item for item in found.changes if item.id == "M-007"]
    assert [reason.text for reason in change.reasons] == reasons
    assert (found.summary.text if found.summary else None) == summary
