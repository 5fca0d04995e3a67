"""The chain of editions and their decisions: each code with its exact place, and a twin that passes."""

import pytest

from concepts import AS_OF, MINIMAL, concept, findings
from ikonzept.checks import editions
from ikonzept.checks.case import Case

CODES = (
    "guiding-question-unanswered",
    "edition-without-predecessor",
    "first-edition-with-predecessor",
    "second-first-edition",
    "edition-circle",
    "predecessor-not-adopted",
    "two-open-replacements",
    "adopted-without-date",
    "adopted-without-paper",
    "decision-date-without-adoption",
    "edition-paper-undecided",
    "edition-date-differs",
    "two-adopted-replacements",
    "adopted-before-predecessor",
    "edition-paper-differs",
    "two-editions-of-one-paper",
    "edition-still-open",
)


def told(text: str, base: dict[str, str] = MINIMAL) -> list[str]:
    """What the rules of this topic find; papers are as short as they need to be here."""
    return [finding for finding in findings(text, base) if finding.split(" ")[1] in CODES]


def edition(name: int, relation: str = "ersetzt", status: str = "Entwurf", lines: str = "") -> str:
    return f"=== fortschreibungen/{name}.yaml\ntitel: Teil\nart: {relation}\nstatus: {status}\n{lines}\n"


def after(name: int) -> str:
    return f'vorgaenger: "{name}"\n'


def adopted(year: int, relation: str = "Erstfassung", lines: str = "") -> str:
    return edition(
        year, relation, "beschlossen", f"vorlage: {year}/001\nbeschlossen_am: {year}-06-19\n{lines}"
    ) + paper(year)


def paper(year: int, *steps: str) -> str:
    head = f"=== vorlagen/{year}-001.md\n---\ntitel: Teil\nart: Beschlussvorlage\nstatus: öffentlich\nberatungsfolge:\n"
    lines = steps or (step(f"{year}-06-19", "beschlossen"),)
    return head + "".join(f"  - {{{line}}}\n" for line in lines) + "---\n"


def step(day: str, decision: str = "", role: str = "Entscheidung") -> str:
    ending = f", ergebnis: {decision}" if decision else ""
    termin = f", termin: {day}" if day else ""
    return f"gremium: kreistag, zustaendigkeit: {role}, oeffentlich: ja{termin}{ending}"


def path(year: int) -> str:
    return f"fortschreibungen/{year}.yaml"


DECIDED = edition(2024, "Erstfassung", "beschlossen", "vorlage: 2024/001\nbeschlossen_am: 2024-06-19\n")
CHAIN = [
    # predecessors
    *[(adopted(2022) + edition(2023, relation), [f"{path(2023)}:2:6 edition-without-predecessor"]) for relation in ("ersetzt", "ergänzt", "berichtigt")],
    (adopted(2022) + edition(2023, "ergänzt", lines=after(2022)), []),
    (adopted(2022) + edition(2023, "Erstfassung", lines=after(2022)),
     [f"{path(2023)}:4:13 first-edition-with-predecessor"]),
    # the first one is the adopted one, then the one in force earlier, then the one whose id comes first
    (edition(2021, "Erstfassung") + adopted(2022), [f"{path(2021)}:2:6 second-first-edition"]),
    (adopted(2022) + adopted(2023), [f"{path(2023)}:2:6 second-first-edition"]),
    (edition(2021, "Erstfassung") + edition(2022, "Erstfassung") + edition(2023, "Erstfassung"),
     [f"{path(2022)}:2:6 second-first-edition", f"{path(2023)}:2:6 second-first-edition"]),
    (edition(2022, "Erstfassung"), []),
    # an adopted edition follows an adopted one
    (edition(2022, "Erstfassung", "Beratung") + adopted(2023, "ersetzt", after(2022)), [f"{path(2023)}:6:13 predecessor-not-adopted"]),
    (adopted(2022) + adopted(2023, "ersetzt", after(2022)), []),
    (edition(2022, "Erstfassung") + edition(2023, lines=after(2022)), []),
    (adopted(2023, "ersetzt", after(2022)), []),  # unknown-edition tells
    # circles, each once
    (edition(2022, lines=after(2022)), [f"{path(2022)}:4:13 edition-circle"]),
    (edition(2022, lines=after(2024)) + edition(2023, lines=after(2022)) + edition(2024, lines=after(2023)), [f"{path(2022)}:4:13 edition-circle"]),
    (edition(2022, lines=after(2023)) + edition(2023, lines=after(2022)) + edition(2024, "ergänzt", lines=after(2023)), [f"{path(2022)}:4:13 edition-circle"]),
    # two drafts of one successor
    (adopted(2022) + edition(2023, lines=after(2022)) + edition(2024, lines=after(2022)) + edition(2025, lines=after(2022)),
     [f"{path(2024)}:4:13 two-open-replacements", f"{path(2025)}:4:13 two-open-replacements"]),
    (adopted(2022) + edition(2023, lines=after(2022)) + edition(2024, "ergänzt", lines=after(2022)), []),
    (adopted(2022) + adopted(2023, "ersetzt", after(2022)) + edition(2024, lines=after(2022)), []),
    (adopted(2022) + edition(2023, lines=after(2022)) + edition(2024, lines=after(2023)), []),
]  # fmt: skip
DECISIONS = [
    # what an adopted edition needs
    (edition(2024, "Erstfassung", "beschlossen"), [f"{path(2024)}:3:9 adopted-without-date", f"{path(2024)}:3:9 adopted-without-paper"]),
    (edition(2024, "Erstfassung", "beschlossen", "wirksam_ab: 2024-07-01\nvorlage: 2024/001") + paper(2024), [f"{path(2024)}:3:9 adopted-without-date"]),
    (edition(2024, "Erstfassung", "beschlossen", "beschlossen_am: 2024-06-19"), [f"{path(2024)}:3:9 adopted-without-paper"]),
    (adopted(2024), []),
    # and an open one must not have
    *[(edition(2024, "Erstfassung", status, "beschlossen_am: 2024-06-19"), [f"{path(2024)}:4:17 decision-date-without-adoption"])
      for status in ("Entwurf", "Beteiligung", "Beratung")],
    (edition(2024, "Erstfassung", "Beratung", "vorlage: 2024/001\nwirksam_ab: 2025-01-01") + paper(2024, step("2024-12-04")), []),
    # the decision of the Vorlage
    *[(DECIDED + paper(2024, step("2024-06-19", decision)), []) for decision in ("beschlossen", "geändert beschlossen", "teilweise beschlossen")],
    *[(DECIDED + paper(2024, step("2024-06-19", decision)), [f"{path(2024)}:4:10 edition-paper-undecided"])
      for decision in ("", "abgelehnt", "vertagt", "verwiesen", "abgesetzt", "zurückgezogen", "zur Kenntnis genommen", "vorberaten", "erledigt", "ohne Abstimmung")],
    (DECIDED + paper(2024, step("2024-06-19", "beschlossen", "Vorberatung")), [f"{path(2024)}:4:10 edition-paper-undecided"]),
    (DECIDED + paper(2024, step("2024-05-15", "vertagt"), step("2024-06-19", "beschlossen"), step("2024-08-01", "zur Kenntnis genommen", "Kenntnisnahme")), []),
    # and its day
    (DECIDED + paper(2024, step("2024-06-20", "beschlossen")), [f"{path(2024)}:5:17 edition-date-differs"]),
    (DECIDED + paper(2024, step("2024-06-19", "vertagt"), step("2024-06-20", "beschlossen")), [f"{path(2024)}:5:17 edition-date-differs"]),
    (DECIDED + paper(2024, step("", "beschlossen")), []),
    (edition(2024, "Erstfassung", "beschlossen", "vorlage: 2024/001") + paper(2024), [f"{path(2024)}:3:9 adopted-without-date"]),
]  # fmt: skip


NAMES_2025 = paper(2024).replace("---\n", 'fortschreibung: "2025"\n---\n', 2).replace('fortschreibung: "2025"\n', "", 1)
BOTH_WAYS = [
    # one replacement for each predecessor, in the order of time
    (adopted(2022) + adopted(2023, "ersetzt", after(2022)) + adopted(2024, "ersetzt", after(2022)), [f"{path(2024)}:6:13 two-adopted-replacements"]),
    (adopted(2022) + adopted(2023, "ersetzt", after(2022)) + adopted(2024, "ergänzt", after(2022)), []),
    (adopted(2023) + adopted(2022, "ersetzt", after(2023)), [f"{path(2022)}:5:17 adopted-before-predecessor"]),
    # Vorlage and edition name each other
    (DECIDED + NAMES_2025 + edition(2025, "ergänzt", lines=after(2024)), [f"{path(2024)}:4:10 edition-paper-differs"]),
    (DECIDED + NAMES_2025, []),  # unknown-edition tells
    (DECIDED + paper(2024) + edition(2025, "ergänzt", lines=after(2024) + "vorlage: 2024/001"), [f"{path(2025)}:5:10 two-editions-of-one-paper"]),
    # the Vorlage is adopted, the edition is not
    (edition(2024, "Erstfassung", lines="vorlage: 2024/001") + paper(2024), [f"{path(2024)}:3:9 edition-still-open"]),
    (edition(2024, "Erstfassung", lines="vorlage: 2024/001") + paper(2024, step("2024-06-19", "vertagt")), []),
    (edition(2025, "Erstfassung", lines="vorlage: 2025/001") + paper(2025), []),  # a meeting still to come
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*CHAIN, *DECISIONS, *BOTH_WAYS])
def test_editions(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_the_members_of_a_circle_are_named_once() -> None:
    text = edition(2022, lines=after(2024)) + edition(2023, lines=after(2022)) + edition(2024, lines=after(2023))
    (finding,) = editions.edition_circle(Case(concept(text), AS_OF, {}))
    assert finding.params == {"members": ("2022", "2023", "2024")}


# --- guiding questions ---------------------------------------------------------------------------------------------

MORE = MINIMAL["konzept.yaml"] + "  beteiligung: Wie werden Menschen beteiligt?\n  zahlen: Was sagen die Zahlen?\n"
ASKED = {**MINIMAL, "konzept.yaml": MORE}


def chapter(answers: str, name: str = "workshops") -> str:
    return f"=== texte/teil-2/10-{name}.md\n---\ntitel: Beteiligung\n{answers}\n---\n\nEin Satz.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["konzept.yaml:26:16 guiding-question-unanswered", "konzept.yaml:27:11 guiding-question-unanswered"]),
        (chapter("beantwortet: [zahlen]"), ["konzept.yaml:26:16 guiding-question-unanswered"]),
        (chapter("beantwortet: [beteiligung, zahlen]"), []),
        (chapter("beantwortet: [zahlen]") + chapter("beantwortet: [beteiligung]", "daten"), []),
    ],
)
def test_guiding_questions_are_answered(text: str, expected: list[str]) -> None:
    assert told(text, ASKED) == expected


@pytest.mark.parametrize(
    ("unreadable", "expected"),
    [
        ("texte/teil-2/10-workshops.md", []),
        ("konzept.yaml", []),
        ("massnahmen/M-001.yaml", ["konzept.yaml:26:16 guiding-question-unanswered", "konzept.yaml:27:11 guiding-question-unanswered"]),
    ],
)  # fmt: skip
def test_the_answer_may_stand_in_an_unreadable_chapter(unreadable: str, expected: list[str]) -> None:
    assert told("", {**ASKED, unreadable: "titel: [\n"}) == expected


@pytest.mark.parametrize("unreadable", ["vorlagen/2024-001.md", "fortschreibungen/2022.yaml"])
def test_an_unreadable_paper_or_predecessor_is_not_held_against_an_edition(unreadable: str) -> None:
    text = adopted(2024, "ersetzt", after(2022)) + f"=== {unreadable}\ntitel: [\n"
    assert told(text) == []
