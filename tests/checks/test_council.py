"""A Vorlage's way through the committees: each code with its exact place, and a twin that passes."""

from datetime import date

import pytest

from concepts import AS_OF, MINIMAL, findings
from ikonzept.checks.examples import council, spoken

BASE = {
    **MINIMAL,
    "konzept.yaml": MINIMAL["konzept.yaml"].replace(
        "    art: Vertretung\n",
        "    art: Vertretung\n    mitglieder: 46\n",
    ).replace(
        "leitfragen:\n",
        "  soziales:\n    name: Sozialkommission\n    art: Fachausschuss\n    oeffentlich: ja\n    mitglieder: 14\nleitfragen:\n",
    ),
}  # fmt: skip
PATH = "vorlagen/2024-112.md"
CODES = {*council.EXAMPLES, *spoken.EXAMPLES, "unanimous-contradicts-vote"}
SHORT = {"A": "Anhörung", "V": "Vorberatung", "E": "Entscheidung", "K": "Kenntnisnahme"}
NAMES = {"KA": "kreisausschuss", "KT": "kreistag", "SK": "soziales", "??": "unbekannt"}


def way(*steps: str, kind: str = "Beschlussvorlage", more: str = "") -> str:
    """A Vorlage from steps such as ``KT E 2024-06-12 vertagt``; the first stands on line 7."""
    lines = []
    for step in steps:
        committee, role, *rest = step.split(" ", 3)
        line = f"gremium: {NAMES[committee]}, zustaendigkeit: {SHORT[role]}"
        line += f", oeffentlich: {'nein' if committee == 'KA' else 'ja'}"
        line += f", termin: {rest[0]}" if rest and rest[0] != "-" else ""
        line += f", ergebnis: {rest[1]}" if rest[1:] else ""
        lines.append(f"  - {{{line}}}\n")
    head = f"---\ntitel: Teil 2\nart: {kind}\nstatus: öffentlich\ndatum: 2024-03-01\nberatungsfolge:\n"
    return f"=== {PATH}\n{head}{''.join(lines)}{more}---\n"


def told(text: str, base: dict[str, str] = BASE, as_of: date = AS_OF) -> list[str]:
    """What the rules of this topic find in the Vorlage: ``line:column code``."""
    found = (line.split(":", 1)[1] for line in findings(text, base, as_of) if line.startswith(PATH))
    return [line for line in found if line.split(" ")[1] in CODES]


# --- the way through the committees ----------------------------------------------------------------------------------

WAYS = [
    (way("KA V", "KT E"), []),
    (way("SK V", "KA V", "KT E", "SK K"), []),
    (way("KA E"), []),
    (way("SK A", "KA E", "KT K"), []),
    (way("SK E"), []),
    # a step decides
    (way(), ["3:6 resolution-without-deciding-step"]),
    (way("SK V", "KA V", "KT K"), ["3:6 resolution-without-deciding-step"]),
    (way("KT K", kind="Mitteilungsvorlage"), []),
    (way(kind="Mitteilungsvorlage"), []),
    (way("SK V", "KT E", "KA E", kind="Mitteilungsvorlage"),
     ["8:41 notice-with-deciding-step", "9:47 notice-with-deciding-step"]),
    # nothing but a Kenntnisnahme after the decision
    (way("KA V", "KT E", "KT E"), ["9:41 step-after-decision"]),
    (way("KA E", "KT E"), ["8:41 step-after-decision"]),
    (way("KA V", "KT E", "SK V", "SK A"), ["9:41 step-after-decision"]),
    (way("KA V", "KT E 2024-06-12 vertagt", "KT E"), []),
    (way("KA V", "KT E 2024-06-12 verwiesen", "SK V", "KA V", "KT E"), []),
    (way("KA V", "KT E 2024-06-12 abgesetzt", "KT E 2024-06-19 vertagt", "KT E"), []),
    (way("KA V", "KT E 2024-06-12 zurückgezogen", "KT E"), ["9:41 step-after-decision"]),
    (way("KA V", "KT E 2024-06-12 beschlossen", "SK K", "KT E"), ["10:41 step-after-decision"]),
    (way("KA V", "KT E 2024-06-12 vertagt", "KT E", "KT E"), ["10:41 step-after-decision"]),
    # the Kreisausschuss before the Kreistag
    (way("KT E", "KA V"), ["8:15 main-committee-after-council"]),
    (way("KA V", "KT E", "KA E"), ["9:15 main-committee-after-council"]),
    (way("KT E", "SK V", "KA V"), ["8:41 step-after-decision", "9:15 main-committee-after-council"]),
    (way("KT E 2024-06-12 vertagt", "KA V", "KT E"), []),
    (way("KT E 2024-06-12 verwiesen", "KA E"), []),
    (way("KT V", "KA V", "KT E"), []),
    (way("KT E", "KA K"), ["7:15 main-committee-missing"]),
    (way("SK V", "KT E"), ["8:15 main-committee-missing"]),
    (way("SK V", "KT E 2024-06-12 vertagt", "KT E"), ["9:15 main-committee-missing"]),
    (way("?? V", "KT E"), []),
    (way("SK V", "KT E 2024-06-12 vertagt"), ["8:15 main-committee-missing"]),
    # where nobody decides, the Kreisausschuss is told before too
    (way("KT K", "KA K", kind="Mitteilungsvorlage"), ["8:15 main-committee-after-council"]),
    (way("KA K", "KT K", "KA K", kind="Mitteilungsvorlage"), []),
    (way("KT A", "KA A", kind="Mitteilungsvorlage"), ["8:15 main-committee-after-council"]),
    # days
    (way("KA V 2024-11-27", "KT E 2024-12-04"), []),
    (way("KA V 2024-11-27", "KT E 2024-11-26"), ["8:80 meetings-out-of-order"]),
    (way("SK V 2024-11-27", "KA V", "KT E 2024-11-26"), ["9:80 meetings-out-of-order"]),
    (way("SK V 2025-11-06", "KA V 2024-11-27", "KT E 2024-12-04"), ["8:87 meetings-out-of-order"]),
    (way("KA V 2024-12-04", "KT E 2024-12-04"), ["8:80 meetings-on-one-day"]),
    (way("SK V 2024-12-04", "KA V 2024-12-04", "KT E 2024-12-04"),
     ["8:87 meetings-on-one-day", "9:80 meetings-on-one-day"]),
    # results have a day, and it is over
    (way("KA V", "KT E 2024-10-15 beschlossen"), []),
    (way("KA V", "KT E 2024-10-16 beschlossen"), ["8:80 decided-in-the-future"]),
    (way("KA V", "KT E 2024-10-16 abgesetzt"), []),
    (way("KA V", "KT E 2024-10-16 zurückgezogen"), []),
    (way("KA V - vorberaten", "KT E"), ["7:89 result-without-date"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WAYS, ids=[str(number) for number in range(len(WAYS))])
def test_the_way_through_the_committees(text: str, expected: list[str]) -> None:
    assert told(text) == expected


# --- results and votes -----------------------------------------------------------------------------------------------


def decided(*lines: str, role: str = "Entscheidung", committee: str = "kreistag", more: str = "") -> str:
    """A Vorlage whose Kreistag step has these lines, the first on line 11."""
    own = "".join(f"    {line}\n" for line in lines)
    last = f"  - gremium: {committee}\n    zustaendigkeit: {role}\n    oeffentlich: ja\n{own}"
    return way("KA V", more=last + more)


QUALIFIED = "qualifizierte_mehrheit: ja\n"
DAY = "termin: 2024-06-12"
VOTES = [
    # Ja over Nein; a tie rejects
    (decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 2, nein: 1, enthaltung: 40}"), []),
    (decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 21, nein: 21}"), ["12:15 vote-contradicts-result"]),
    (decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 0, enthaltung: 40}"), ["12:15 vote-contradicts-result"]),
    (decided(DAY, "ergebnis: teilweise beschlossen", "stimmen: {ja: 20, nein: 21}"), ["12:15 vote-contradicts-result"]),
    (decided(DAY, "ergebnis: geändert beschlossen", "wortlaut: Neu.", "stimmen: {ja: 20, nein: 21}"),
     ["12:15 vote-contradicts-result"]),
    (decided(DAY, "ergebnis: abgelehnt", "stimmen: {ja: 21, nein: 21}"), []),
    (decided(DAY, "ergebnis: abgelehnt", "stimmen: {ja: 22, nein: 21}"), ["12:15 vote-contradicts-result"]),
    (decided(DAY, "ergebnis: abgelehnt", "stimmen: {ja: 22, nein: 21}", more=QUALIFIED), []),
    (decided(DAY, "ergebnis: vertagt", "stimmen: {ja: 20, nein: 21}"), []),
    (decided(DAY, "ergebnis: beschlossen"), []),
    (decided(DAY, "stimmen: {ja: 20, nein: 21}"), []),
    # a qualified majority counts against the members
    (decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 24, nein: 5}", more=QUALIFIED), []),
    (decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 23, nein: 5}", more=QUALIFIED),
     ["13:19 qualified-majority-missed"]),
    (decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 23, nein: 5}"), []),
    (decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 23, nein: 23}", more=QUALIFIED),
     ["12:15 vote-contradicts-result"]),
    (decided(DAY, "ergebnis: vertagt", "stimmen: {ja: 23, nein: 5}", more=QUALIFIED), []),
    (decided(DAY, "ergebnis: beschlossen", more=QUALIFIED), []),
    (decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 5, nein: 1}", committee="unbekannt", more=QUALIFIED), []),
    # beyond any qualified majority; without members nobody can tell
    (decided(DAY, "ergebnis: abgelehnt", "stimmen: {ja: 35, nein: 5}", more=QUALIFIED), ["12:15 vote-contradicts-result"]),
    (decided(DAY, "ergebnis: abgelehnt", "stimmen: {ja: 34, nein: 5}", more=QUALIFIED), []),
    # einstimmig
    (decided(DAY, "beschluss: Einstimmig beschlossen", "stimmen: {ja: 40, nein: 0, enthaltung: 3}"), []),
    (decided(DAY, "beschluss: einstimmig abgelehnt", "ergebnis: abgelehnt", "stimmen: {ja: 0, nein: 40}"), []),
    (decided(DAY, "beschluss: Einstimmig beschlossen", "stimmen: {ja: 40, nein: 1}"),
     ["12:16 unanimous-contradicts-vote"]),
    (decided(DAY, "beschluss: nicht einstimmig beschlossen", "stimmen: {ja: 40, nein: 1}"), []),
    (decided(DAY, "beschluss: mehrheitlich beschlossen", "stimmen: {ja: 40, nein: 1}"), []),
    (decided(DAY, "beschluss: einstimmig beschlossen"), []),
    # the changed wording
    (decided(DAY, "ergebnis: geändert beschlossen"), ["12:15 amended-without-wording"]),
    (decided(DAY, "ergebnis: geändert beschlossen", "wortlaut: Neu."), []),
    (decided(DAY, "ergebnis: beschlossen"), []),
    # no more votes than members
    (decided(DAY, "stimmen: {ja: 40, nein: 3, enthaltung: 3}"), []),
    (decided(DAY, "stimmen: {ja: 40, nein: 3, enthaltung: 4}"), ["12:14 more-votes-than-members"]),
    (decided(DAY, "stimmen: {ja: 400}", committee="unbekannt"), []),
    (decided(DAY, "stimmen: {ja: 15}", committee="soziales"), ["12:14 more-votes-than-members"]),
    # a result without a day, told at the first word of it
    (decided("stimmen: {ja: 40, nein: 3}"), ["11:14 result-without-date"]),
    (decided("beschluss: beschlossen"), ["11:16 result-without-date"]),
    (decided("beschluss: beschlossen", "ergebnis: beschlossen"), ["12:15 result-without-date"]),
    # the Hauptausschuss behind closed doors
    (decided(DAY, role="Kenntnisnahme", committee="kreisausschuss").replace("KA V", ""),
     ["3:6 resolution-without-deciding-step", "10:18 main-committee-public"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VOTES, ids=[str(number) for number in range(len(VOTES))])
def test_results_and_votes(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_the_main_committee_is_never_public_in_the_concept_itself() -> None:
    public = BASE["konzept.yaml"].replace(
        "art: Hauptausschuss\n    oeffentlich: nein", "art: Hauptausschuss\n    oeffentlich: ja"
    )
    assert findings("", {**BASE, "konzept.yaml": public}) == ["konzept.yaml:24:18 main-committee-public"]


def test_without_members_a_qualified_majority_is_not_checked() -> None:
    text = decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 5, nein: 1}", more=QUALIFIED)
    assert told(text, MINIMAL) == ["13:14 qualified-majority-unchecked"]
    assert told(text.replace(QUALIFIED, ""), MINIMAL) == []


SECRET = way("KA V", "KT E").replace("status: öffentlich", "status: nichtöffentlich")
CLOSED = {
    **BASE,
    "konzept.yaml": BASE["konzept.yaml"].replace(
        "Fachausschuss\n    oeffentlich: ja", "Fachausschuss\n    oeffentlich: nein"
    ),
}


def test_steps_are_as_public_as_their_vorlage_and_their_committee() -> None:
    assert told(SECRET) == ["8:68 public-step-of-non-public-paper"]
    assert told(way("SK V", "KA V", "KT E"), CLOSED) == ["7:67 step-more-public-than-committee"]
    assert told(way("SK V", "KA V", "KT E")) == []


# --- Land and kind of body -------------------------------------------------------------------------------------------

SPECIFIC = [
    way("KT E", "KA V"),
    way("SK V", "KT E"),
    decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 23, nein: 5}", more=QUALIFIED),
    decided(DAY, role="Kenntnisnahme", committee="kreisausschuss"),
]


def body(text: str) -> dict[str, str]:
    return {**BASE, "konzept.yaml": BASE["konzept.yaml"].replace("art: Landkreis\n  land: NI", text)}


@pytest.mark.parametrize("text", SPECIFIC)
def test_what_the_law_of_one_land_says_holds_there_alone(text: str) -> None:
    specific = {
        "main-committee-after-council",
        "main-committee-missing",
        "main-committee-public",
        "qualified-majority-missed",
    }
    assert {line.split(" ")[1] for line in told(text)} & specific
    elsewhere = told(text, body("art: Landkreis\n  land: NW"))
    assert not {line.split(" ")[1] for line in elsewhere} & specific


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        (way("KT E", "KA V"), body("art: Landkreis\n  land: NW"), ["8:47 step-after-decision"]),
        (way("KT E", "KA V"), body("art: Stadt\n  land: NI"), ["8:15 main-committee-after-council"]),
        (way("SK V", "KT E"), body("art: Stadt\n  land: NI"), []),
        (way("SK V", "KT E"), {**BASE, "konzept.yaml": "titel: [\n"}, []),
        (way("KT E", "KA V"), {**BASE, "konzept.yaml": "titel: [\n"}, ["8:47 step-after-decision"]),
        (way("KA V", "KT E 2024-06-12 geändert beschlossen"), body("art: Stadt\n  land: BY"),
         ["8:102 amended-without-wording"]),
    ],
)  # fmt: skip
def test_which_rules_hold_where(text: str, base: dict[str, str], expected: list[str]) -> None:
    assert told(text, base) == expected


# --- votes of which the text speaks ----------------------------------------------------------------------------------


def spoken(sentence: str, more: str = "") -> str:
    """A Vorlage of 01.03.2024 that says so on line 13."""
    return way("KA V 2024-03-06", "KT E 2024-03-13", more=more) + f"\n## Sachdarstellung\n\n{sentence}\n"


RELATED = """
=== vorlagen/2024-007.md
---
titel: Entwurf
art: Beschlussvorlage
status: öffentlich
beratungsfolge:
  - {gremium: soziales, zustaendigkeit: Entscheidung, termin: 2024-02-22, oeffentlich: ja}
---
"""
SENTENCES = [
    ("Der Ausschuss für Arbeit hat am 22.02.2024 einstimmig zugestimmt.", ["13:33"]),
    ("Der Teil wurde in der 2. Sitzung des Ausschusses für Gesundheit, Arbeit und Soziales am 22.02.2024 einstimmig\nangenommen.", ["13:89"]),
    ("Der Teil wurde im Sozialausschuss\nam 22. Februar 2024 mehrheitlich empfohlen.", ["14:4"]),
    ("Die Sozialkommission lehnte ab. Sie hat am 22.02.2024 einstimmig\nfür den Entwurf votiert, so die Sozialkommission.", ["13:44"]),
    ("Mit Beschluss vom 22.2.2024 hat der Kreistag den Auftrag erteilt.", ["13:19"]),
    ("Am 22.02.2024 hat der Integrationsbeirat zugestimmt. Der Beirat hat am 22.02.2024 auch empfohlen, zu warten.", ["13:4"]),
    ("Der Rat hat am 21.02.2024 zugestimmt.\n\n- Der Rat hat am 22.02.2024 zugestimmt.", ["13:16", "15:18"]),
    ("Der vom Kreistag am 1. Ma\u0308rz 2024 beschlossene Plan gilt.", ["13:21"]),
    ("Am 22.02.2024 stimmte der Sozialausschuss zu.", ["13:4"]),
    ("Der Kreistag hat am 22.02.2024 das Konzept befürwortet.", ["13:21"]),
    ("Sozialausschuss (22.02.2024): einstimmig angenommen.", ["13:18"]),
    ("In der Sitzung vom 22.02.2024 wurde das Konzept befürwortet.", ["13:20"]),
    ("Der Ausschuss hat am 21.02.2024 und am 22.02.2024 zugestimmt.", ["13:22", "13:40"]),
    ("Am 21.02.2024 stimmte der Ausschuss zu, am 22.02.2024 der Beirat.", ["13:4", "13:44"]),
    ("Der Kreistag hat am 13.03.2024 und der Ausschuss am 22.02.2024 zugestimmt.", []),
    ("<!-- Der Rat hat am 22.02.2024 zugestimmt. -->", []),
    ("```\nDer Rat hat am 22.02.2024 zugestimmt.\n```", []),
    ("Der Rat der Europäischen Union hat am 22.02.2024 zugestimmt.", []),
    ("Der Europäische Rat hat am 22.02.2024 zugestimmt.", []),
    # no committee, no vote, no day, not yet
    ("Die Fraktionen haben am 22.02.2024 zugestimmt.", []),
    ("Das Referat hat dem am 22.02.2024 zugestimmt.", []),
    ("Der Ausschuss hat am 22.02.2024 getagt.", []),
    ("Der Ausschuss hat im Februar 2024 zugestimmt.", []),
    ("Der Ausschuss hat am 31.02.2024 zugestimmt.", []),
    ("Der Workshop war am 22.02.2024. Der Ausschuss hat zugestimmt.", []),
    ("Der Workshop war am 22.02.2024\n\nDer Ausschuss hat zugestimmt.", []),
    ("Am 05.06.2024 soll der Kreistag beschlossen haben.", []),
    ("Der Ausschuss hat zugestimmt, gültig ab 22.02.2024.", []),
    # a step of its own
    ("Der Kreistag hat am 13.03.2024 beschlossen.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "places"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_votes_of_which_the_text_speaks(sentence: str, places: list[str]) -> None:
    assert told(spoken(sentence)) == [f"{place} committee-vote-not-in-steps" for place in places]


def test_a_vote_may_be_a_step_of_a_related_paper() -> None:
    sentence = "Der Ausschuss hat am 22.02.2024 die Fassung vom 03.01.2024 gebilligt."
    assert told(spoken(sentence) + RELATED) == ["13:22 committee-vote-not-in-steps"]
    related = "verwandt: [2024/007]\n"
    assert told(spoken(sentence, related) + RELATED) == []
    unreadable = {**BASE, "vorlagen/2024-007.md": "---\ntitel: [\n---\n"}
    assert told(spoken(sentence, related), unreadable) == [], "what stands in an unreadable file is unknown"


def test_elsewhere_only_what_every_council_knows_is_checked() -> None:
    elsewhere = body("art: Landkreis\n  land: NW")
    elsewhere["konzept.yaml"] = elsewhere["konzept.yaml"].replace("03157", "05315")
    found = findings(
        decided(DAY, "ergebnis: beschlossen", "stimmen: {ja: 21, nein: 21}"), body("art: Landkreis\n  land: NW")
    )
    assert [line for line in found if "council" in line or "vote" in line] == [
        "konzept.yaml:6:9 council-rules-unknown",
        f"{PATH}:12:15 vote-contradicts-result",
    ]
    assert findings("", elsewhere) == []
