"""Money, relevance and responsibility of a Vorlage: each code with its exact place, and a twin that passes."""

from datetime import date

import pytest

from concepts import AS_OF, MINIMAL, findings, parse
from ikonzept.checks.examples import council, papers, spoken

PATH = "vorlagen/2024-118.md"
YEAR = "stand: beschlossen\nkonten:\n  - {konto: 111-300.4271200, ansatz: 1}\n  - {konto: 111-300.4271305, ansatz: 1}\n"
BASE = {**MINIMAL, "haushalt/2024.yaml": YEAR}
OURS = council.EXAMPLES.keys() | papers.EXAMPLES.keys() | spoken.EXAMPLES.keys()


def notice(lines: str, body: str = "") -> str:
    """A Mitteilungsvorlage whose own lines begin on line 6."""
    head = "---\ntitel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\ndatum: 2024-03-01\n"
    return f"=== {PATH}\n{head}{lines}---\n{body}"


def told(text: str, base: dict[str, str] = BASE, as_of: date = AS_OF) -> list[str]:
    """What the rules of council and papers find: ``path:line:column code``."""
    return [line for line in findings(text, base, as_of) if line.split(" ")[1] in OURS]


# --- relevance -------------------------------------------------------------------------------------------------------

ALL = "relevanz:\n  gender: ja\n  migration: ja\n  praevention: ja\n  bildung: ja\n  klima: ja\n"
BUT_ONE = "\n## Gender Mainstreaming:\n\nText\n\n## Prävention/Nachhaltigkeit\n\nText\n\n## 3. Bildung\n\nText\n"
RELEVANCE = [
    (ALL, BUT_ONE + "\n## Migration\n\nText\n", []),
    (ALL, BUT_ONE, [8]),
    (ALL.replace("migration: ja", "migration: nein"), BUT_ONE, []),
    (ALL.replace("  migration: ja\n", ""), BUT_ONE, []),
    (ALL, BUT_ONE + "\n## Migration\n\n\n## Ende\n\nText\n", [8]),
    (ALL, BUT_ONE + "\n```\n## Migration\n```\n", [8]),
    (ALL, BUT_ONE.replace("Bildung", "Bilduna") + "\n## Migration\n\nText\n", []),
    (ALL, "\n## Gender\n\nText\n\n## Klima-/Umwelt-/Naturschutz\n\nText\n", [8, 9, 10]),
    (ALL, "\n## Gender\n\nText\n\n## Umwelt\n\nText\n\n## Integration und Vorbeugung\n\nText\n", [10]),
    (ALL, "\n## Pra\u0308vention\n\nText\n", [7, 8, 10, 11]),
    (ALL, "\n## Sachdarstellung\n\nText\n", []),
    (ALL, "", []),
    ("relevanz: {migration: ja}\n", "", []),
    ("relevanz:\n", BUT_ONE, []),
]


@pytest.mark.parametrize(
    ("lines", "body", "expected"), RELEVANCE, ids=[str(number) for number in range(len(RELEVANCE))]
)
def test_each_relevance_has_its_paragraph_where_one_has(lines: str, body: str, expected: list[int]) -> None:
    found = [line.split(":")[1:] for line in told(notice(lines, body))]
    assert found == [[str(line), found[index][1]] for index, line in enumerate(expected)]
    assert all(rest.endswith(" relevance-without-paragraph") for _, rest in found)


# --- money -----------------------------------------------------------------------------------------------------------

TWO = "produktsachkonten:\n  - {konto: 111-300.4271200, betrag: 300.00}\n  - {konto: 111-300.4271305, betrag: 600.00}\n"
MONEY = [
    ("kosten: 900.00\n" + TWO, []),
    ("kosten: 900.00\n" + TWO.replace(", betrag: 300.00", ""), ["6:9 costs-not-split"]),
    ("kosten: 900.00\n" + TWO.replace(", betrag: 300.00", "").replace(", betrag: 600.00", ""), ["6:9 costs-not-split"]),
    (TWO.replace(", betrag: 300.00", ""), []),
    ("kosten: 0\n" + TWO.replace(", betrag: 300.00", ""), []),
    ("kosten: 900.00\nproduktsachkonten: [{konto: 111-300.4271200}]\n", []),
    ("im_budget: ja\nkosten: 900.00\n", ["7:9 costs-without-accounts"]),
    ("im_budget: ja\nkosten: 0.00\n", []),
    ("im_budget: nein\nkosten: 900.00\n", []),
    ("kosten: 900.00\n", []),
    ("im_budget: ja\n", []),
    ("produktsachkonten:\n  - {konto: 4271200}\n  - {konto: 111-300.4271305}\n  - {konto: 4271305}\n",
     ["7:13 budget-account-without-product", "9:13 budget-account-without-product"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), MONEY, ids=[str(number) for number in range(len(MONEY))])
def test_money_in_a_paper(lines: str, expected: list[str]) -> None:
    assert told(notice(lines)) == [f"{PATH}:{line}" for line in expected]


def test_an_account_without_product_is_told_once_per_entry_and_not_where_it_is_used() -> None:
    text = f"""
        === haushalt/2024.yaml
        {YEAR.replace("111-300.4271305", '"4271305"').replace(chr(10), chr(10) + "        ")}
        positionen:
          - {{id: H-1, konto: "4271305", geplant: 1}}
    """
    assert told(text) == ["haushalt/2024.yaml:4:13 budget-account-without-product"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("2024", []), ("2099", []), ("24", ["1:1"]), ("2024-2025", ["1:1"]), ("plan", ["1:1"]), ("20244", ["1:1"])],
)
def test_a_fiscal_year_is_named_by_its_year(name: str, expected: list[str]) -> None:
    path = f"haushalt/{name}.yaml"
    found = told("", {**MINIMAL, path: "stand: beschlossen\n"})
    assert found == [f"{path}:{place} fiscal-year-file-name" for place in expected]


# --- responsibility --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lead", "code"),
    [
        ("Referat für Migration und Teilhabe", None),
        ('"Referat  für Migration  und Teilhabe "', None),
        ("Referat fu\u0308r Migration und Teilhabe", None),
        ("Referat 2", None),
        ("Referat für Migration u. Teilhabe", "unit-spelling"),
        ("referat für migration und teilhabe", "unit-spelling"),
        ("Relevation wingration und Teilnabe", "unit-spelling"),
        ("Referat 3", "unknown-lead-unit"),
        ("Caritas", "unknown-lead-unit"),
    ],
)
def test_the_responsible_unit(lead: str, code: str | None) -> None:
    manifest = MINIMAL["konzept.yaml"].replace("Teilhabe\nakteure", "Teilhabe\n    auch: [Referat 2]\nakteure")
    found = told(notice(f"federfuehrung: {lead}\n"), {**BASE, "konzept.yaml": manifest})
    assert found == ([f"{PATH}:6:16 {code}"] if code else [])


def test_without_a_list_of_units_no_spelling_is_wrong() -> None:
    assert told(notice("federfuehrung: Amt 50\n"), {**BASE, "konzept.yaml": "titel: [\n"}) == []


# --- the resolution --------------------------------------------------------------------------------------------------


def resolution(sentence: str, heading: str = "## Beschlussvorschlag:", lines: str = 'fortschreibung: "2022"\n') -> str:
    """A Vorlage for the edition 2022 that says so on line 11."""
    return notice(lines, f"\n{heading}\n\n{sentence}\n")


def edition(lines: str) -> dict[str, str]:
    return {**BASE, "fortschreibungen/2022.yaml": f"titel: Teil 1\nart: Erstfassung\n{lines}"}


ADOPTED = edition("status: beschlossen\nbeschlossen_am: 2024-08-31\n")
LATER = edition("status: beschlossen\nbeschlossen_am: 2024-09-01\n")
OPEN = edition("status: Beratung\n")
NO_MEASURES = {path: text for path, text in OPEN.items() if not path.startswith("massnahmen/")}
UNDATED = MINIMAL["massnahmen/M-001.yaml"].split("verlauf:")[0]
MEASURES = "Den im Konzept vorgeschlagenen Maßnahmen wird zugestimmt."
RESOLUTIONS = [
    (resolution(MEASURES), ADOPTED, ["11:32"]),
    (resolution(MEASURES), NO_MEASURES, ["11:32"]),
    (resolution(MEASURES, lines=""), {**NO_MEASURES, **edition("status: Beratung\nvorlage: 2024/118\n"), "massnahmen/M-001.yaml": "titel: [\n"}, []),
    (resolution("Zugestimmt wird\nden MASSNAHMEN."), ADOPTED, ["12:5"]),
    (resolution("Die Integrationsmaßnahmen werden umgesetzt.", "### Beschlussempfehlung"), ADOPTED, ["11:5"]),
    (resolution(MEASURES), LATER, []),
    (resolution(MEASURES), OPEN, []),
    (resolution(MEASURES), {**ADOPTED, "massnahmen/M-001.yaml": UNDATED}, []),
    (resolution(MEASURES), {**ADOPTED, "massnahmen/M-002.yaml": "titel: [\n"}, []),
    (resolution("Das Konzept wird beschlossen."), ADOPTED, []),
    (resolution(MEASURES, "## Sachdarstellung"), ADOPTED, []),
    (resolution(MEASURES, lines="mitwirkung_landrat: ja\n"), ADOPTED, []),
    (resolution(MEASURES, lines="mitwirkung_landrat: ja\n"),
     edition("status: beschlossen\nbeschlossen_am: 2024-08-31\nvorlage: 2024/118\n"), ["11:32"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "base", "expected"), RESOLUTIONS, ids=[str(n) for n in range(len(RESOLUTIONS))])
def test_a_resolution_about_measures_is_for_an_edition_that_has_some(
    text: str, base: dict[str, str], expected: list[str]
) -> None:
    assert told(text, base) == [f"{PATH}:{place} resolution-about-missing-measures" for place in expected]


# --- the file --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "number", "wrong"),
    [
        ("2024-118", "2024/118", False),
        ("2024-118", "2024-118", False),
        ("2024-118-1", "2024/118-1", False),
        ("VO-2024-0123", "VO/2024/0123", False),
        ("2024-118", "2024/118-1", True),
        ("2024-118", "2024.118", True),
    ],
)
def test_the_number_is_the_file_name(name: str, number: str, wrong: bool) -> None:
    text = notice(f"nummer: {number}\n").replace(PATH, f"vorlagen/{name}.md")
    assert told(text) == ([f"vorlagen/{name}.md:6:9 paper-number-differs"] if wrong else [])


# --- one whole page --------------------------------------------------------------------------------------------------

PAGE = """
    === haushalt/2022.yaml
    stand: beschlossen
    konten:
      - {konto: 111-300.4271200, ansatz: 2500.00}
      - {konto: 111-300.4271305, ansatz: 3500.00}
    === fortschreibungen/2022.yaml
    titel: Integrationskonzept Teil 1
    art: Erstfassung
    status: Beratung
    vorlage: 2022/094
    === vorlagen/2022-094.md
    ---
    titel: Integrationskonzept - Teil 1
    art: Beschlussvorlage
    status: öffentlich
    datum: 2022-05-30
    federfuehrung: Referat Migration u. Teilhabe
    beratungsfolge:
      - {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2022-06-22, oeffentlich: nein}
      - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2022-06-22, oeffentlich: ja}
    im_budget: ja
    kosten: 6000.00
    mitwirkung_landrat: ja
    qualifizierte_mehrheit: nein
    relevanz: {gender: ja, migration: ja, praevention: ja, bildung: ja, klima: nein}
    produktsachkonten:
      - {konto: "4271200"}
      - {konto: "4271305"}
    fortschreibung: "2022"
    anlagen:
      - titel: Integrationskonzept Teil 1
    ---

    ## Beschlussvorschlag:

    Der Kreistag stimmt den im Konzept vorgeschlagenen Maßnahmen zu.

    ## Sachdarstellung

    Das Konzept nennt erste Ziele. Der zweite Teil, die Beteiligung, soll noch in diesem Jahr beginnen.

    Der erste Teil wurde in der Sitzung des Ausschusses für Gesundheit, Arbeit und Soziales am 22.03.2022
    einstimmig angenommen. Die Fraktionen wurden vorab gehört.

    ### Gender:

    Teilhabe und Gleichstellung hängen zusammen.

    ### Prävention:

    Vorbeugung gelingt nur mit allen Gruppen.

    ### Bildung:

    Bildung öffnet Zugänge.

    ## Ressourceneinsatz:

    Bezahlt wird aus dem Etat des Referats.
"""


def test_what_is_said_of_the_page_with_which_everything_began() -> None:
    """The list of ``domain.md``: "What `check` should say about that one page once it is imported"."""
    base = {path: text for path, text in MINIMAL.items() if not path.startswith("massnahmen/")}
    path = "vorlagen/2022-094.md"
    assert told(PAGE, base, date(2022, 6, 1)) == [
        f"{path}:6:16 unit-spelling",
        f"{path}:9:63 meetings-on-one-day",
        f"{path}:11:9 costs-not-split",
        f"{path}:14:35 relevance-without-paragraph",
        f"{path}:16:13 budget-account-without-product",
        f"{path}:17:13 budget-account-without-product",
        f"{path}:25:52 resolution-about-missing-measures",
        f"{path}:31:92 committee-vote-not-in-steps",
    ]


def test_once_its_relative_is_named_the_vote_is_known() -> None:
    relative = parse("""
        === vorlagen/2022-032.md
        ---
        titel: Integrationskonzept - Teil 1, Beratung im Fachausschuss
        art: Mitteilungsvorlage
        status: öffentlich
        beratungsfolge:
          - {gremium: kreistag, zustaendigkeit: Kenntnisnahme, termin: 2022-03-22, oeffentlich: ja}
        ---
    """)
    text = PAGE.replace("    anlagen:\n", "    verwandt: [2022/032]\n    anlagen:\n")
    assert not [line for line in told(text, {**BASE, **relative}) if line.endswith("committee-vote-not-in-steps")]


@pytest.mark.parametrize(("day", "expected"), [("2024-06-12", []), ("2024-06-13", ["paper-after-meeting"])])
def test_a_vorlage_comes_before_its_meeting(day: str, expected: list[str]) -> None:
    step = "{gremium: kreistag, zustaendigkeit: Kenntnisnahme, termin: 2024-06-12, oeffentlich: ja}"
    head = f"titel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\ndatum: {day}\nberatungsfolge:\n  - {step}\n"
    assert [line.split(" ")[1] for line in findings(f"=== vorlagen/2024-001.md\n---\n{head}---\n")] == expected
