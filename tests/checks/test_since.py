"""What may not change since an earlier state: ids, files, a Verlauf, an adopted edition, a closed year."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concepts import MINIMAL, findings, loaded, located
from ikonzept import checks
from ikonzept.checks.case import Case, Former
from ikonzept.checks.examples.minimal import AS_OF, parse, since
from ikonzept.checks.sameness import KNOWN_BY
from ikonzept.checks.since_history import paired
from ikonzept.model.fields import Record
from ikonzept.model.measure import StatusEntry
from ikonzept.model.words import EditionStatus, Kind, Status

PATH = "massnahmen/M-002.yaml"


def measure(
    title: str = "Elternlotsen an Grundschulen",
    description: str = "Eltern begleiten Eltern durch das erste Schuljahr.",
    verlauf: str = "{datum: 2024-02-01, status: geplant}",
    field: str = "bildung",
    path: str = PATH,
) -> str:
    lines = f"beschreibung: {description}\n" if description else ""
    lines += f"verlauf:\n  - {verlauf}\n" if verlauf else ""
    return f"=== {path}\ntitel: {title}\nhandlungsfeld: {field}\nart: Projekt\nfederfuehrung: referat\n{lines}"


def codes(now: str, before: str) -> list[str]:
    """The rules that compare, with their files; the others have tests of their own."""
    found = (item.finding for item in located(now, before=before))
    return [f"{one.place.path} {one.code}" for one in found if checks.examples.needs_since(one.code)]


OTHER = {
    "title": "Sommerfest der Kulturen",
    "description": "Ein Fest auf dem Marktplatz.",
    "verlauf": "{datum: 2024-09-01, status: begonnen}",
}

STEPS = tuple(EditionStatus)


def edition(status: str, more: str = "", title: str = "Teil 1") -> str:
    return f"=== fortschreibungen/2024.yaml\ntitel: {title}\nart: Erstfassung\nstatus: {status}\n{more}"


# --- ids -----------------------------------------------------------------------------------------------------------


def test_another_measure_under_an_id() -> None:
    assert codes(measure(**OTHER), measure()) == [f"{PATH} id-reused"]


@pytest.mark.parametrize("kept", OTHER)
def test_what_leaves_something_is_the_same_measure(kept: str) -> None:
    changed = {name: value for name, value in OTHER.items() if name != kept}
    assert not [code for code in codes(measure(**changed), measure()) if "id-reused" in code]


@pytest.mark.parametrize(
    "now",
    [
        measure(title="Elternlotsinnen und Elternlotsen", description="Ganz neu.", verlauf=""),
        measure(title=OTHER["title"], description="Eltern begleiten Eltern durch das zweite Schuljahr.", verlauf=""),
        measure(**{**OTHER, "verlauf": "{datum: 2024-02-01, status: geplant, grund: Nachgetragen}"}),
    ],
    ids=["similar-title", "similar-description", "completed-entry"],
)
def test_what_is_alike_has_stayed(now: str) -> None:
    assert not [code for code in codes(now, measure()) if "id-reused" in code]


def test_a_name_alone_is_renamed_and_not_replaced() -> None:
    before = measure(description="", verlauf="")
    assert codes(measure(OTHER["title"], "", ""), before) == []
    field = "=== handlungsfelder/arbeit.yaml\ntitel: Arbeit\n"
    assert codes(measure(OTHER["title"], "", "", field="arbeit") + field, before + field) == []


def test_a_name_field_and_lead_are_enough_where_there_is_nothing_else() -> None:
    field = "=== handlungsfelder/arbeit.yaml\ntitel: Arbeit\n"
    now = measure(OTHER["title"], "", "", field="arbeit").replace("referat", "caritas")
    assert codes(now + field, measure(description="", verlauf="") + field) == [f"{PATH} id-reused"]


def test_an_id_of_another_kind() -> None:
    indicator = "=== monitoring/kennzahlen/M-002.yaml\ntitel: Elternlotsen\neinheit: Personen\n"
    found = codes(indicator, measure())
    assert found == [f"{PATH} file-deleted", "monitoring/kennzahlen/M-002.yaml id-reused"]
    assert codes(indicator + measure(), measure()) == [], "used twice: another rule tells"


def test_an_actor_that_becomes_a_unit_is_the_same_party() -> None:
    manifest = MINIMAL["konzept.yaml"]
    party = "  caritas:\n    name: Caritas\n"
    moved = manifest.replace(f"akteure:\n{party}", "").replace("akteure:\n", "").replace("gremien:", f"{party}gremien:")
    assert codes(f"=== konzept.yaml\n{moved}", "") == []


def test_a_key_of_the_manifest_that_was_a_measure() -> None:
    manifest = MINIMAL["konzept.yaml"].replace("akteure:\n", "akteure:\n  M-002:\n    name: Elternverein\n")
    assert codes(f"=== konzept.yaml\n{manifest}", measure()) == ["konzept.yaml id-reused", f"{PATH} file-deleted"]
    asked = MINIMAL["konzept.yaml"] + "  M-002: Wer begleitet Eltern?\n"
    assert codes(f"=== konzept.yaml\n{asked}", measure())[0] == "konzept.yaml id-reused"


def line(number: str = "H-2024-01", pays: str = "massnahme: M-001", purpose: str = "Honorare", booked: str = "") -> str:
    return (
        f"  - id: {number}\n    konto: 111-300.4271305\n    {pays}\n    zweck: {purpose}\n    geplant: 900.00\n{booked}"
    )


def year(*lines: str, name: str = "2024", closed: str = "", more: str = "") -> str:
    return (
        f"=== haushalt/{name}.yaml\nstand: beschlossen\nkonten:\n  - konto: 111-300.4271305\n    ansatz: 3500.00\n{more}"
        f"positionen:\n{''.join(lines)}{closed}"
    )


@pytest.mark.parametrize(
    ("now", "reused"),
    [
        (line(pays="bezug: bildung", purpose="Druck der Broschüre"), True),
        (line(pays="bezug: bildung"), False),
        (line(purpose="Druck der Broschüre"), False),
        (line(purpose="Honorare 2024"), False),
    ],
)
def test_a_budget_line_that_pays_for_something_else(now: str, reused: bool) -> None:
    assert codes(year(now), year(line())) == (["haushalt/2024.yaml id-reused"] if reused else [])


def test_a_line_that_goes_on_in_another_year_is_the_same() -> None:
    assert codes(year(line(), name="2025") + year(line("H-9")), year(line(), line("H-9"))) == []


GOALS = "=== handlungsfelder/bildung.yaml\ntitel: Bildung\nziele:\n  - nummer: 1\n    text: {}\n"
GOAL = "Sprachmittlung ist in Schulen verfügbar."
ANOTHER_GOAL = "Alle Jugendlichen haben einen Ausbildungsplatz."
FIGURE = "=== monitoring/kennzahlen/plaetze.yaml\ntitel: Ausbildungsplätze\neinheit: Plätze\n"


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        (GOAL, "Sprachmittlung ist in allen Behörden verfügbar.", []),
        (GOAL, ANOTHER_GOAL, ["handlungsfelder/bildung.yaml number-text-replaced"]),
        (f"{GOAL}\n    kennzahlen: [plaetze]", ANOTHER_GOAL, ["handlungsfelder/bildung.yaml id-reused"]),
        (f"{GOAL}\n    kennzahlen: [plaetze]", f"{ANOTHER_GOAL}\n    kennzahlen: [plaetze]", []),
    ],
    ids=["reworded", "replaced", "replaced-for-sure", "same-figure"],
)
def test_a_goal_that_says_something_else(before: str, now: str, found: list[str]) -> None:
    assert codes(GOALS.format(now) + FIGURE, GOALS.format(before) + FIGURE) == found


@pytest.mark.parametrize(("before", "expected"), [(measure(), ["id-reused"]), (measure(**OTHER), [])])
def test_an_id_that_was_deleted_before(before: str, expected: list[str]) -> None:
    """What the history of git tells of ids that are free in the earlier state."""
    former = Former(Kind.MEASURE, loaded(before).concept.measures["M-002"], PATH)
    now = {**MINIMAL, **parse(measure(**OTHER))}
    compared = replace(since(MINIMAL, now), former={"M-002": former})
    found = checks.run(Case(loaded(measure(**OTHER)).concept, AS_OF, now, since=compared))
    assert [one.code for one in found if one.code == "id-reused"] == expected


PAPER = "=== vorlagen/2024-031.md\n---\ntitel: {}\nart: Mitteilungsvorlage\nstatus: öffentlich\ndatum: {}\n---\n\n{}\n"
EVENT = "=== beteiligung/runde.yaml\ntitel: {}\ndatum: {}\nanregungen:\n  - nummer: 1\n    text: {}\n"


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        ("=== texte/daten.md\n---\ntitel: {}\n---\n\n{}\n", ("Zahlen", "Wer hier lebt."), ("Ehrenamt", "Danke!")),
        ("=== foerderungen/a.yaml\ntitel: {}\ngeber: {}\nbetrag: {}\n", ("Lotsen", "Land", 5), ("Fest", "Bund", 7)),
        (PAPER, ("Sachstand", "2024-01-05", "Zwölf Kurse."), ("Raumfrage", "2024-02-05", "Ein Haus.")),
        (EVENT, ("Runder Tisch", "2024-03-01", "Mehr Zeit"), ("Sprachcafé", "2024-04-01", "Kaffee!")),
        ("=== monitoring/kennzahlen/a.yaml\ntitel: {}\neinheit: {}\n", ("Plätze", "Zahl"), ("Quote", "Prozent")),
        (edition("Entwurf", "zusammenfassung: {}\n", "{}"), ("Teil 1", "Alles neu."), ("Klima", "Bäume pflanzen.")),
    ],
    ids=["chapter", "grant", "paper", "event", "indicator", "edition"],
)
def test_every_kind_is_known_by_something(text: str, before: tuple[object, ...], now: tuple[object, ...]) -> None:
    path = text.split("\n", 1)[0].removeprefix("=== ")
    assert codes(text.format(*now), text.format(*before))[0] == f"{path} id-reused"
    for kept in range(len(before)):
        mixed = [*now[:kept], before[kept], *now[kept + 1 :]]
        assert f"{path} id-reused" not in codes(text.format(*mixed), text.format(*before))


def test_the_subject_of_a_paper_is_not_told() -> None:
    """It may not have been public."""
    found = located(PAPER.format("Raumfrage", "2024-02-05", "b"), before=PAPER.format("Geheim", "2024-01-05", "a"))
    assert [one.finding.params["former"] for one in found if one.finding.code == "id-reused"] == ["2024/031"]


@pytest.mark.parametrize("model", KNOWN_BY)
def test_what_things_are_known_by_are_fields(model: type[Record]) -> None:
    assert {name for group in KNOWN_BY[model] for name in group} <= model.model_fields.keys()


# --- files and goals -----------------------------------------------------------------------------------------------

DRAFT = "=== fortschreibungen/2025.yaml\ntitel: Teil 2\nart: Erstfassung\nstatus: Entwurf\n"
FIELD = "=== handlungsfelder/arbeit.yaml\ntitel: Ausbildung und Arbeit\n"
WITH_GOAL = f"{FIELD}ziele:\n  - nummer: 1\n    text: {ANOTHER_GOAL}\n"
ROUND = "=== beteiligung/runde.yaml\ntitel: Runder Tisch\ndatum: 2024-03-01\n"
VALUES = "=== monitoring/werte/plaetze.csv\njahr;merkmal;wert;stand;hinweis\n2023;;120;2023-12;\n"
CLOSED = "abgeschlossen_am: 2025-02-15\n"


@pytest.mark.parametrize(
    ("before", "path"),
    [
        (measure(), PATH),
        (DRAFT, "fortschreibungen/2025.yaml"),
        (WITH_GOAL, "handlungsfelder/arbeit.yaml"),
        (year(line(), closed=CLOSED), "haushalt/2024.yaml"),
        (ROUND, "beteiligung/runde.yaml"),
        (EVENT.format("Runder Tisch", "2024-03-01", "Mehr Zeit"), "beteiligung/runde.yaml"),
        (PAPER.format("Sachstand", "2024-01-05", "Zwölf Kurse."), "vorlagen/2024-031.md"),
        (FIGURE + VALUES, "monitoring/werte/plaetze.csv"),
    ],
)
def test_what_is_never_deleted(before: str, path: str) -> None:
    assert codes("", before) == [f"{path} file-deleted"]


@pytest.mark.parametrize(
    "before",
    [
        FIELD,
        year(line()),
        FIGURE,
        "=== foerderungen/a.yaml\ntitel: Lotsen\ngeber: Land\nbetrag: 5\n",
        f"{FIGURE}=== monitoring/werte/plaetze.csv\njahr;merkmal;wert;stand;hinweis\n",
        "=== texte/daten.md\n---\ntitel: Zahlen\n---\n\nWer hier lebt.\n",
    ],
)
def test_what_may_be_deleted(before: str) -> None:
    assert codes("", before) == []


@pytest.mark.parametrize("now", [measure(path="massnahmen/M-002.yml"), measure(path="Massnahmen/M-002.yaml")])
def test_what_lies_in_a_wrong_place_is_not_deleted(now: str) -> None:
    assert codes(now, measure()) == []


def test_what_cannot_be_read_now_is_not_deleted() -> None:
    assert findings(f"=== {PATH}\ntitel: a: b\n", before=measure()) == [f"{PATH}:1:9 syntax-colon"]
    broken = "=== handlungsfelder/bildung.yaml\ntitel: a: b\n"
    assert "goal-deleted" not in " ".join(findings(broken, before=""))


def test_what_could_not_be_read_is_told_and_never_called_deleted() -> None:
    broken = f"=== {PATH}\ntitel: a: b\n"
    for now in (measure(), ""):
        (one,) = located(now, before=broken)
        assert (one.finding.code, one.finding.place.path) == ("earlier-state-unreadable", PATH)
    assert findings(broken, before=broken) == [f"{PATH}:1:9 syntax-colon"], "nothing differs"


@pytest.mark.parametrize(
    ("before", "now", "path"),
    [
        (measure(), measure(path="massnahmen/M-102.yaml"), "massnahmen/M-102.yaml"),
        (measure(), measure(path="massnahmen/M-102.yaml", description="Neu."), "massnahmen/M-102.yaml"),
        (DRAFT, DRAFT.replace("2025", "2026"), "fortschreibungen/2026.yaml"),
        (WITH_GOAL, WITH_GOAL.replace("arbeit.yaml", "beruf.yaml"), "handlungsfelder/beruf.yaml"),
        (ROUND, ROUND.replace("runde", "tisch"), "beteiligung/tisch.yaml"),
        (FIGURE + VALUES, (FIGURE + VALUES).replace("plaetze", "stellen"), "monitoring/werte/stellen.csv"),
    ],
)
def test_a_file_that_is_renamed(before: str, now: str, path: str) -> None:
    assert codes(now, before) == [f"{path} file-renamed"]


def test_a_year_is_not_the_one_before_under_another_name() -> None:
    closed = year(line(), closed=CLOSED)
    assert codes(closed.replace("2024.yaml", "2025.yaml"), closed) == ["haushalt/2024.yaml file-deleted"]


def test_a_goal_that_is_gone() -> None:
    second = f"  - nummer: 2\n    text: {ANOTHER_GOAL}\n"
    assert codes(GOALS.format(GOAL), GOALS.format(GOAL) + second) == ["handlungsfelder/bildung.yaml goal-deleted"]
    assert codes(GOALS.format(GOAL) + second, GOALS.format(GOAL)) == []
    turned = GOALS.format(GOAL).replace("  - nummer: 1", f"{second}  - nummer: 1")
    assert codes(turned, GOALS.format(GOAL) + second) == []
    another = "=== handlungsfelder/bildung.yaml\ntitel: Wohnen und Zusammenleben\n"
    assert codes(another, "") == ["handlungsfelder/bildung.yaml id-reused"]
    assert codes("=== handlungsfelder/bildung.yaml\ntitel: Bildung\n", "") == [
        "handlungsfelder/bildung.yaml goal-deleted"
    ]


def test_a_paper_that_gets_its_number_late() -> None:
    draft = PAPER.format("Sachstand", "2024-01-05", "Zwölf Kurse.")
    assert codes(draft.replace("2024-031", "2024-099"), draft) == []
    step = "beratungsfolge:\n  - gremium: kreistag\n    zustaendigkeit: Kenntnisnahme\n    termin: 2024-02-01\n"
    treated = draft.replace("datum", f"{step}    oeffentlich: ja\n    ergebnis: zur Kenntnis genommen\ndatum")
    assert codes(treated.replace("2024-031", "2024-099"), treated) == ["vorlagen/2024-099.md file-renamed"]


@pytest.mark.parametrize(
    ("now", "years"),
    [
        (VALUES, None),
        (f"{VALUES}2024;;130;2024-12;\n", None),
        (VALUES.replace("120", "118"), None),
        (VALUES.replace(";;", ";Stadt;"), None),
        (VALUES.replace("2023;;", "2024;;"), (2023,)),
        (VALUES.replace("120", ""), (2023,)),
        (VALUES.rpartition("2023;")[0], (2023,)),
    ],
    ids=["same", "added", "revised", "attribute", "other-year", "value-gone", "emptied"],
)
def test_the_values_of_a_year(now: str, years: tuple[int, ...] | None) -> None:
    told = [one.finding for one in located(FIGURE + now, before=FIGURE + VALUES)]
    assert [one.params["years"] for one in told if one.code == "values-removed"] == ([years] if years else [])


def test_two_things_of_one_title_are_two() -> None:
    """A round is held every year, and every year there is a Vorlage of the same name."""
    later = ROUND.replace("runde", "runde-2").replace("2024-03", "2024-06")
    assert codes(later, ROUND) == ["beteiligung/runde.yaml file-deleted"]
    paper = PAPER.format("Sachstand", "2024-01-05", "Zwölf Kurse.")
    other = PAPER.replace("2024-031", "2024-099").format("Sachstand", "2024-06-05", "Elf Kurse.")
    assert codes(other, paper) == ["vorlagen/2024-031.md file-deleted"]


def test_the_subject_of_a_deleted_paper_is_not_told() -> None:
    found = located("", before=PAPER.format("Geheim", "2024-01-05", "a"))
    assert [one.finding.params["title"] for one in found] == ["2024/031"]
    assert "Geheim" not in found[0].message


DELETED = [
    (measure(), "measure", "measure drop M-002"),
    (DRAFT, "edition", ""),
    (WITH_GOAL, "action_field", "beendet_mit"),
    (year(line(), closed=CLOSED), "fiscal_year", ""),
    (EVENT.format("Runder Tisch", "2024-03-01", "Mehr Zeit"), "event", "Abwägung"),
    (PAPER.format("Sachstand", "2024-01-05", "Zwölf Kurse."), "paper", "zurückgezogen"),
    (FIGURE + VALUES, "series", ""),
]


@pytest.mark.parametrize(("before", "noun", "advice"), DELETED, ids=[noun for _, noun, _ in DELETED])
def test_what_to_do_depends_on_what_is_gone(before: str, noun: str, advice: str) -> None:
    (found,) = (one for one in located("", before=before) if one.finding.code == "file-deleted")
    assert found.finding.variant == noun
    assert found.hint is not None
    assert f"git checkout main -- {found.finding.place.path}" in found.hint
    assert advice in found.hint
    assert ("measure drop" in found.hint) == (noun == "measure")
    assert "–" not in found.message


# --- what follows from a deletion ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "gone", "code", "variant"),
    [
        (GOALS.format(f"{GOAL}\n    kennzahlen: [plaetze]"), FIGURE, "unknown-indicator", "lost-file"),
        (
            measure().replace("art:", "ziele: [bildung.2]\nart:"),
            GOALS.format(GOAL) + f"  - nummer: 2\n    text: {ANOTHER_GOAL}\n",
            "unknown-goal",
            "lost-entry",
        ),
        (
            measure(path="massnahmen/M-003.yaml") + "herkunft: {art: aufgeteilt, aus: [M-002]}\n",
            measure(),
            "unknown-measure",
            "lost-file",
        ),
        (edition("Entwurf", "begruendungen:\n  M-002: Nachfrage\n"), measure(), "unknown-subject", "lost-file"),
        (VALUES, FIGURE, "series-without-indicator", "lost-file"),
        (
            PAPER.format("Mittel", "2024-01-05", "Ja.").replace(
                "datum", 'produktsachkonten:\n  - konto: "111-300.4271305"\ndatum'
            ),
            year(line()),
            "unknown-fiscal-year",
            "lost-file",
        ),
    ],
    ids=["file", "entry", "measure", "reason", "indicator", "year"],
)
def test_what_names_something_deleted_points_there(named: str, gone: str, code: str, variant: str) -> None:
    (found,) = (one for one in located(named, before=named + gone) if one.finding.code == code)
    assert found.finding.variant == variant
    assert "nearest" not in found.finding.params
    assert found.hint is not None
    assert str(found.finding.params["stood"]) in found.hint
    (alone,) = (one for one in located(named) if one.finding.code == code)
    assert alone.finding.variant == ""


def test_what_was_never_there_is_not_called_deleted() -> None:
    now = measure().replace("art:", "ziele: [bildung.7]\nart:")
    (found,) = (one for one in located(now, before=measure()) if one.finding.code == "unknown-goal")
    assert (found.finding.variant, "stood" in found.finding.params) == ("", False)


# --- Anregungen and numbers ----------------------------------------------------------------------------------------

ASKED = "Eine zentrale Stelle soll die Beratung bündeln."
SUBMISSIONS = "=== beteiligung/runde.yaml\ntitel: Runder Tisch\ndatum: 2024-03-01\nanregungen:\n"


def submission(number: int = 1, text: str = ASKED, more: str = "") -> str:
    return f"  - nummer: {number}\n    text: {text}\n{more}"


WEIGHED = "    abwaegung: {ergebnis: nicht gefolgt, begruendung: Zu teuer}\n"


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        (submission(), submission(more=WEIGHED), []),
        (submission(), submission(text=ASKED.replace("bündeln", "bündlen")), []),
        (submission(), submission(text=ASKED) + submission(2, "Mehr Kurse."), []),
        (submission(more=WEIGHED), submission(more=WEIGHED.replace("nicht gefolgt", "gefolgt")), []),
        (submission(), submission(text="Keine Stelle soll die Beratung bündeln."), ["submission-changed"]),
        (
            submission(text="Eine Stelle soll kommen."),
            submission(text="Keine Stelle soll kommen."),
            ["submission-changed"],
        ),
        (submission(more=WEIGHED), submission(), ["submission-changed"]),
        (submission() + submission(2, "Mehr Kurse."), submission(), ["submission-deleted"]),
        (submission(more=WEIGHED) + submission(2, "Mehr Kurse."), submission(2, "Mehr Kurse."), ["submission-deleted"]),
        (submission(), submission(text="Mehr Kurse am Abend."), ["number-text-replaced"]),
        (
            submission() + submission(2, "Mehr Kurse."),
            submission(1, "Mehr Kurse."),
            ["number-moved", "number-text-replaced"],
        ),
    ],
    ids=[
        *("weighed", "slip", "another", "weighed-again", "denied", "denied-in-a-letter", "weighing-gone", "deleted"),
        *("first-deleted", "replaced", "closed-up"),
    ],
)
def test_what_was_suggested_stays(before: str, now: str, found: list[str]) -> None:
    expected = [f"beteiligung/runde.yaml {code}" for code in found]
    assert sorted(codes(SUBMISSIONS + now, SUBMISSIONS + before)) == expected


def goals(*texts: str) -> str:
    lines = (f"  - nummer: {number}\n    text: {text}\n" for number, text in enumerate(texts, 1) if text)
    return "=== handlungsfelder/bildung.yaml\ntitel: Bildung\nziele:\n" + "".join(lines)


THIRD = "Eltern kennen das Schulsystem."
FOURTH = "Vereine öffnen sich für alle."
ASSESSED = "    kennzahlen: [plaetze]"


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (goals(FOURTH, ANOTHER_GOAL, THIRD, GOAL), {"bildung.1": "bildung.4", "bildung.4": "bildung.1"}),
        (
            goals("Neues Ziel zuerst.", GOAL, ANOTHER_GOAL, THIRD, FOURTH),
            {f"bildung.{n}": f"bildung.{n + 1}" for n in range(1, 5)},
        ),
        (goals("", ANOTHER_GOAL, THIRD, FOURTH, GOAL), {"bildung.1": "bildung.5"}),
        (goals(GOAL, ANOTHER_GOAL, THIRD, FOURTH, GOAL), {}),
        (goals(GOAL, ANOTHER_GOAL, THIRD, FOURTH, "Ein fünftes."), {}),
        (goals(GOAL.replace("Schulen", "Behörden"), ANOTHER_GOAL, THIRD, FOURTH, "Ein fünftes."), {}),
    ],
    ids=["swapped", "pushed", "to-the-end", "said-twice", "added", "reworded"],
)
@pytest.mark.parametrize("figure", ["", "\n" + ASSESSED])
def test_a_text_that_has_another_number_now(now: str, found: dict[str, str], figure: str) -> None:
    """Also where the goals have more than their texts, and would be called others."""
    marked = f"{now.replace(GOAL, GOAL + figure)}{FIGURE}"
    before = f"{goals(GOAL + figure, ANOTHER_GOAL, THIRD, FOURTH)}{FIGURE}"
    told = [one.finding for one in located(marked, before=before) if checks.examples.needs_since(one.finding.code)]
    assert {one.code for one in told} == ({"number-moved"} if found else set())
    assert {one.params["id"]: one.params["now"] for one in told} == found


def test_a_list_that_has_lost_something_is_marked_itself() -> None:
    two = submission() + submission(2, "Mehr Kurse.")
    (found,) = located(SUBMISSIONS + submission(), before=SUBMISSIONS + two)
    assert (found.line, found.column, found.width) == (3, 1, len("anregungen"))


# --- Verlauf -------------------------------------------------------------------------------------------------------

FIRST = "{datum: 2024-02-01, status: geplant}"
SECOND = "datum: 2024-05-01\n    status: begonnen\n    sachstand: Neun Lotsinnen sind geschult."


def of(*entries: str) -> str:
    return measure(verlauf="\n  - ".join(entries))


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (of(FIRST, SECOND), []),
        (of(FIRST, SECOND, "{datum: 2024-09-01, status: in Umsetzung}"), []),
        (of("{datum: 2024-01-01, status: vorgeschlagen}", FIRST, SECOND), []),
        (of(FIRST, "{datum: 2024-03-01, sachstand: Begonnen}", SECOND), []),
        (of(FIRST, f"{SECOND}\n    grund: Nachgetragen\n    intern: Geheim"), []),
        (of(FIRST, SECOND.replace("Neun Lotsinnen sind", "Neun\n      Lotsinnen sind")), []),
        (of(SECOND), ["history-entry-removed"]),
        (of(FIRST), ["history-entry-removed"]),
        (measure(verlauf=""), ["history-entry-removed"]),
        (of(FIRST.replace("geplant", "begonnen"), SECOND), ["history-entry-changed"]),
        (of(FIRST.replace("02-01", "02-02"), SECOND), ["history-entry-changed"]),
        (of(FIRST, SECOND.replace("05-01", "05-31")), ["history-entry-changed"]),
        (of(FIRST, SECOND.replace("    status: begonnen\n", "")), ["history-entry-changed"]),
        (of(FIRST, SECOND.replace("Lotsinnen", "Lotsinen")), ["history-report-changed"]),
        (of(FIRST, SECOND.replace("Neun", "Zwölf")), ["history-report-rewritten"]),
        (of(FIRST, SECOND.replace("sind", "sind nicht")), ["history-report-rewritten"]),
        (of(FIRST, SECOND.replace("\n    sachstand: Neun Lotsinnen sind geschult.", "")), ["history-report-rewritten"]),
        (
            of(FIRST, SECOND.replace("Neun", "Zwölf").replace("begonnen", "in Umsetzung")),
            ["history-entry-changed", "history-report-rewritten"],
        ),
    ],
    ids=[
        *("same", "goes-on", "earlier-one-added", "forgotten-one-added", "completed", "rewrapped"),
        *("first-removed", "last-removed", "all-removed"),
        *(
            "status",
            "day",
            "day-of-report",
            "status-gone",
            "slip",
            "report",
            "report-denied",
            "report-gone",
            "status-and-report",
        ),
    ],
)
def test_what_a_verlauf_has_told(now: str, found: list[str]) -> None:
    assert codes(now, of(FIRST, SECOND)) == [f"{PATH} {code}" for code in found]


def test_entries_that_are_gone_are_told_at_once() -> None:
    (found,) = (one for one in located(measure(verlauf=""), before=of(FIRST, SECOND)))
    assert (found.finding.params["count"], found.finding.variant) == (2, "several")
    assert "01.02.2024 (geplant), 01.05.2024 (begonnen)" in found.message


def test_a_changed_day_is_told_with_both_days() -> None:
    (found,) = located(of(FIRST.replace("02-01", "02-02"), SECOND), before=of(FIRST, SECOND))
    assert found.message.count("01.02.2024") == found.message.count("02.02.2024") == 1


@pytest.mark.parametrize("key", ["grund", "vorlage"])
def test_a_reason_and_a_paper_stay(key: str) -> None:
    before = of(f"{{datum: 2024-02-01, status: geplant, {key}: 2024/1}}")
    assert codes(before.replace("2024/1", "2024/2"), before) == [f"{PATH} history-entry-changed"]
    assert codes(of(FIRST), before) == [f"{PATH} history-entry-changed"]
    assert codes(before, of(FIRST)) == [], "what was missing may be added"


def test_two_entries_of_one_day() -> None:
    before = of(FIRST, "{datum: 2024-02-01, sachstand: Träger gefunden}")
    assert codes(of(FIRST), before) == [f"{PATH} history-entry-removed"]
    assert codes(of("{datum: 2024-02-01, sachstand: Träger gefunden}", FIRST), before) == []


def test_an_internal_note_is_no_part_of_it() -> None:
    noted = of(f"{FIRST[:-1]}, intern: Frau Muster}}")
    assert codes(of(FIRST), noted) == codes(noted, of(FIRST)) == []


ENTRIES = st.builds(
    StatusEntry.model_construct,
    date=st.dates(date(2024, 1, 1), date(2024, 1, 4)),
    status=st.sampled_from([None, Status.PLANNED, Status.STARTED]),
    report=st.sampled_from([None, "Begonnen", "Fertig"]),
    reason=st.none(),
    paper=st.none(),
    internal=st.sampled_from([None, "Notiz"]),
)
"""Entries of which many are alike, or of one day."""


@given(before=st.lists(ENTRIES), more=st.lists(ENTRIES), data=st.data())
def test_what_is_added_anywhere_takes_nothing_away(
    before: list[StatusEntry], more: list[StatusEntry], data: st.DataObject
) -> None:
    after = data.draw(st.permutations([*before, *more]))
    assert list(paired(before, after)) == []


@given(before=st.lists(ENTRIES), after=st.lists(ENTRIES))
def test_each_entry_that_is_missing_is_told_once(before: list[StatusEntry], after: list[StatusEntry]) -> None:
    found = list(paired(before, after))
    taken = [id(now) for _, now in found if now is not None]
    assert len(taken) == len(set(taken))
    assert {id(now) for _, now in found if now is not None} <= set(map(id, after))
    assert len(found) - len(taken) >= len(before) - len(after)


# --- editions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", STEPS)
@pytest.mark.parametrize("now", STEPS)
def test_an_edition_goes_step_by_step(before: EditionStatus, now: EditionStatus) -> None:
    step = STEPS.index(now) - STEPS.index(before)
    expected = ["edition-status-back"] if step < 0 else ["edition-step-skipped"] if step > 1 else []
    found = [code.split()[1] for code in codes(edition(now), edition(before))]
    assert found == expected


@pytest.mark.parametrize("passed", [(), STEPS[1:2], STEPS[1:3]])
def test_a_step_that_a_commit_in_between_has_is_not_skipped(passed: tuple[EditionStatus, ...]) -> None:
    before, now = ({**MINIMAL, **parse(edition(status))} for status in ("Entwurf", "beschlossen"))
    compared = since(before, now)
    compared = replace(compared, steps={"2024": frozenset(passed)})
    case = Case(loaded(edition("beschlossen")).concept, AS_OF, now, since=compared)
    skipped = [one.params["skipped"] for one in checks.run(case) if one.code == "edition-step-skipped"]
    assert skipped == ([STEPS[1 + len(passed) : 3]] if len(passed) < 2 else [])


ADOPTED = "beschlossen_am: 2024-06-19\nwirksam_ab: 2024-07-01\nzusammenfassung: Alles neu.\nbegruendungen:\n  M-001: Nachfrage\n"


@pytest.mark.parametrize(
    ("now", "field"),
    [
        (ADOPTED.replace("07-01", "08-01"), "Wirksam ab"),
        (ADOPTED.replace("wirksam_ab: 2024-07-01\n", ""), "Wirksam ab"),
        (f"{ADOPTED}  bildung: Auch\n", "Begründungen bildung"),
        (ADOPTED.replace("Nachfrage", "Bedarf"), "Begründungen M-001"),
        (ADOPTED.replace("Alles neu.", "Alles  neu!"), "Zusammenfassung"),
        (f"naechste_fortschreibung: 2026-06\n{ADOPTED}", "Nächste Fortschreibung"),
    ],
)
def test_the_record_of_an_adopted_edition(now: str, field: str) -> None:
    found = located(edition("beschlossen", now), before=edition("beschlossen", ADOPTED))
    assert [one.finding.params["field"] for one in found if one.finding.code == "adopted-edition-changed"] == [field]


def test_an_internal_note_was_not_adopted() -> None:
    noted = edition("beschlossen", f"intern: Notiz\n{ADOPTED}")
    for now, before in ((noted, edition("beschlossen", ADOPTED)), (edition("beschlossen", ADOPTED), noted)):
        assert "adopted-edition-changed" not in " ".join(codes(now, before))


def test_the_record_of_an_open_edition_is_free() -> None:
    assert codes(edition("Beratung", title="Teil 1, neu"), edition("Beratung")) == []
    assert codes(edition("beschlossen", ADOPTED), edition("Beratung")) == []


def test_an_adopted_edition_that_is_another_is_told_by_what_was_adopted() -> None:
    found = codes(edition("beschlossen", title="Sommerfest"), edition("beschlossen", ADOPTED))
    assert set(found) == {"fortschreibungen/2024.yaml adopted-edition-changed"}


# --- closed years --------------------------------------------------------------------------------------------------

ORDER = """\
    buchungen:
      - {datum: 2024-07-04, art: Auftrag, betrag: 800.00, beleg: A-17}
"""
PAID = ORDER + "      - {datum: 2024-09-30, art: Ist, betrag: 300.00, beleg: R-1, zu: A-17}\n"
MOVED = "umbuchungen:\n  - {datum: 2024-10-04, von: 4271305, nach: 4271305, betrag: 100.00}\n"


def closed(booked: str = PAID, more: str = "", end: str = CLOSED) -> str:
    return year(line(booked=booked), closed=end, more=more)


@pytest.mark.parametrize(
    ("now", "what", "before", "after"),
    [
        (closed().replace("3500", "3600"), "Konten 111-300.4271305: Ansatz", "3.500,00", "3.600,00"),
        (closed(more="    sperre: 10.00\n"), "Konten 111-300.4271305: Sperre", "–", "10,00"),
        (closed().replace("900.00", "901.00"), "Positionen H-2024-01: Geplant", "900,00", "901,00"),
        (closed(ORDER), "Positionen H-2024-01: Buchungen R-1", "300,00", "–"),
        (
            closed(f"{PAID}      - {{datum: 2024-12-01, art: Ist, betrag: 5.00}}\n"),
            "Positionen H-2024-01: Buchungen 01.12.2024 Ist",
            "–",
            "5,00",
        ),
        (closed() + MOVED, "Umbuchungen 04.10.2024 4271305 → 4271305", "–", "100,00"),
        (closed(end=""), "Abgeschlossen am", "15.02.2025", "–"),
        (closed(end=CLOSED.replace("02-15", "02-16")), "Abgeschlossen am", "15.02.2025", "16.02.2025"),
        (year(line(booked=PAID), line("H-9"), closed=CLOSED), "Positionen H-9", "–", "900,00"),
    ],
    ids=["ansatz", "block", "planned", "booking-gone", "booking-new", "transfer", "reopened", "day", "line-new"],
)
def test_what_changes_in_a_closed_year(now: str, what: str, before: str, after: str) -> None:
    found = [one.finding for one in located(now, before=closed()) if one.finding.code == "closed-year-changed"]
    assert [[one.params[name] for name in ("what", "before", "now")] for one in found] == [[what, before, after]]


@pytest.mark.parametrize(
    "now",
    [
        closed(f"{PAID}      - {{datum: 2024-12-31, art: Übertrag, betrag: 500.00, zu: A-17}}\n"),
        closed(PAID.replace("zu: A-17}", "zu: A-17, intern: Notiz}")),
        closed() + "intern: Geprüft\n",
        f"# geprüft\n{closed()}".replace("# geprüft\n=== haushalt/2024.yaml\n", "=== haushalt/2024.yaml\n# geprüft\n"),
    ],
    ids=["carried", "note", "note-of-year", "comment"],
)
def test_what_may_change_in_a_closed_year(now: str) -> None:
    assert codes(now, closed()) == []


def test_a_year_that_is_closed_only_now() -> None:
    assert codes(closed(), closed(ORDER, end="")) == []
    assert codes(closed(ORDER, end=""), closed(end="")) == []


def test_a_carried_order_that_is_taken_back() -> None:
    carried = closed(f"{PAID}      - {{datum: 2024-12-31, art: Übertrag, betrag: 500.00, zu: A-17}}\n")
    assert codes(closed(), carried) == ["haushalt/2024.yaml closed-year-changed"]
    assert codes(carried.replace("betrag: 500.00", "betrag: 400.00"), carried) == [
        "haushalt/2024.yaml closed-year-changed"
    ]


# --- without an earlier state --------------------------------------------------------------------------------------


def test_nothing_is_compared_where_there_is_no_earlier_state() -> None:
    assert findings(measure(**OTHER)) == []


def exempted(rule: str, where: str) -> str:
    item = f"ausnahmen:\n  - {{regel: {rule}, wo: {where}, grund: Versehen, bis: 2024-12-31}}\n"
    return f"=== konzept.yaml\n{MINIMAL['konzept.yaml']}{item}"


def test_an_exemption_holds_for_a_file_that_is_gone() -> None:
    assert findings(exempted("file-deleted", PATH), before=measure()) == []
    assert findings(exempted("file-deleted", PATH), before=exempted("file-deleted", PATH) + measure()) == []


def test_an_exemption_is_not_called_unused_where_its_rule_has_not_run() -> None:
    text = exempted("file-deleted", PATH)
    assert findings(text) == []
    assert [found.split()[1] for found in findings(text, before="")] == ["exemption-unused"]
