"""Everything that is named exists: each code with its exact place, and a twin that passes."""

import pytest

from concepts import AS_OF, MINIMAL, concept, loaded, located, parse
from concepts import findings as all_findings
from ikonzept.checks import references
from ikonzept.checks.case import Case

OURS = ("unknown-", "account-", "series-", "reference-", "syntax-", "listed-", "related-")


def findings(text: str, base: dict[str, str] = MINIMAL) -> list[str]:
    """What the rules of this topic find; the texts here are too short for others."""
    return [finding for finding in all_findings(text, base) if finding.split()[1].startswith(OURS)]


EVERYTHING = {
    **MINIMAL,
    **parse("""
        === texte/leitbild.md
        ---
        titel: Leitbild
        ---
        === monitoring/kennzahlen/auslaender.yaml
        titel: Ausländische Bevölkerung
        einheit: Personen
        === fortschreibungen/2022.yaml
        titel: Teil 1
        art: Erstfassung
        status: Entwurf
        === vorlagen/2022-094.md
        ---
        titel: Teil 1
        art: Beschlussvorlage
        status: öffentlich
        ---
        === beteiligung/2022-09-14-bildung.yaml
        titel: Workshop Bildung
        datum: 2022-09-14
        anregungen:
          - nummer: 3
            text: Auch abends.
        === haushalt/2024.yaml
        stand: beschlossen
        konten:
          - konto: "4271200"
            ansatz: 2500.00
          - konto: 111-300.4271305
            ansatz: 3500.00
          - konto: 111-400.4271305
            ansatz: 500.00
        positionen:
          - id: H-2024-01
            konto: "4271200"
            geplant: 100.00
    """),
}
"""A concept that has one of everything a reference can name."""


def measure(lines: str) -> str:
    head = "titel: Elternlotsen\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
    return "=== massnahmen/M-002.yaml\n" + head + lines


def event(lines: str) -> str:
    head = "titel: Forum\ndatum: 2024-09-14\nanregungen:\n  - nummer: 1\n    text: Mehr Licht.\n"
    return "=== beteiligung/2024-09-14-forum.yaml\n" + head + lines


def paper(lines: str) -> str:
    head = "---\ntitel: Teil 2\nart: Beschlussvorlage\nstatus: öffentlich\ndatum: 2024-03-01\n"
    return "=== vorlagen/2024-001.md\n" + head + lines + "---\n"


def year(lines: str = "") -> str:
    return "=== haushalt/2024.yaml\n" + EVERYTHING["haushalt/2024.yaml"] + lines


def grant(lines: str) -> str:
    return "=== foerderungen/f.yaml\ntitel: Zuwendung\ngeber: Land\nbetrag: 100.00\n" + lines


def edition(lines: str) -> str:
    return "=== fortschreibungen/2024.yaml\ntitel: Neu\nart: ersetzt\nstatus: Entwurf\n" + lines


def manifest(old: str, new: str) -> str:
    return "=== konzept.yaml\n" + MINIMAL["konzept.yaml"].replace(old, new)


MEASURE, FORUM, PAPER = "massnahmen/M-002.yaml", "beteiligung/2024-09-14-forum.yaml", "vorlagen/2024-001.md"
CASES = [
    # a reference that leads nowhere, one that does, where it is told, the code
    (manifest("fuehrung: referat", "fuehrung: dezernat"), manifest("", ""), "konzept.yaml:8:16", "unknown-unit"),
    (manifest("fuehrung: referat", "fuehrung: caritas"), manifest("", ""), "konzept.yaml:8:16", "unknown-unit"),
    (measure("beteiligte: [caritas, awo]"), measure("beteiligte: [caritas, referat]"), f"{MEASURE}:5:23", "unknown-unit"),
    (event("    von: awo"), event("    von: caritas"), f"{FORUM}:6:10", "unknown-actor"),
    (event("    von: awo"), event("    von: referat"), f"{FORUM}:6:10", "unknown-actor"),
    (paper("beratungsfolge: [{gremium: rat, zustaendigkeit: Entscheidung, oeffentlich: ja}]\n"),
     paper("beratungsfolge: [{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}]\n"), f"{PAPER}:6:28", "unknown-committee"),
    ("=== texte/daten.md\n---\ntitel: Daten\nbeantwortet: [verstaendnis, zahlen]\n---\n",
     "=== texte/daten.md\n---\ntitel: Daten\nbeantwortet: [verstaendnis]\n---\n", "texte/daten.md:3:29", "unknown-guiding-question"),
    (event("handlungsfelder: [arbeit]"), event("handlungsfelder: [bildung]"), f"{FORUM}:6:19", "unknown-action-field"),
    (measure("ziele: [bildung.1, bildung.2]"), measure("ziele: [bildung.1]"), f"{MEASURE}:5:20", "unknown-goal"),
    (measure("herkunft:\n  art: zusammengeführt\n  aus: [M-001, M-404]"), measure("herkunft:\n  art: zusammengeführt\n  aus: [M-001]"), f"{MEASURE}:7:16", "unknown-measure"),
    (event("    fuehrt_zu: [M-404]"), event("    fuehrt_zu: [M-001, bildung.1]"), f"{FORUM}:6:17", "unknown-measure"),
    (year('  - id: H-2\n    konto: "4271200"\n    massnahme: M-404\n    geplant: 1.00\n'),
     year('  - id: H-2\n    konto: "4271200"\n    massnahme: M-001\n    geplant: 1.00\n'), "haushalt/2024.yaml:15:16", "unknown-measure"),
    (measure("kennzahlen: [einwohner]"), measure("kennzahlen: [auslaender]"), f"{MEASURE}:5:14", "unknown-indicator"),
    (measure("anregungen: [2022-09-14-bildung.4]"), measure("anregungen: [2022-09-14-bildung.3]"), f"{MEASURE}:5:14", "unknown-submission"),
    (measure("verlauf:\n  - {datum: 2024-01-01, vorlage: 2022/095}"), measure("verlauf:\n  - {datum: 2024-01-01, vorlage: 2022/094}"), f"{MEASURE}:6:34", "unknown-paper"),
    (edition('vorgaenger: "2021"'), edition('vorgaenger: "2022"'), "fortschreibungen/2024.yaml:4:13", "unknown-edition"),
    (grant("positionen: [H-2024-02]"), grant("positionen: [H-2024-01]"), "foerderungen/f.yaml:4:14", "unknown-budget-line"),
    (event("    bezug: M-404"), event("    bezug: leitbild"), f"{FORUM}:6:12", "unknown-subject"),
    (year('  - id: H-2\n    konto: "4271200"\n    bezug: kein-ding\n    geplant: 1.00\n'),
     year('  - id: H-2\n    konto: "4271200"\n    bezug: 2022/094\n    geplant: 1.00\n'), "haushalt/2024.yaml:15:12", "unknown-subject"),
    (edition("begruendungen:\n  M-404: Weil.\n"), edition("begruendungen:\n  M-001: Weil.\n  leitbild: Weil.\n  verstaendnis: Weil.\n"), "fortschreibungen/2024.yaml:5:10", "unknown-subject"),
    # accounts of a year
    (year("  - id: H-2\n    konto: 4271999\n    geplant: 1.00\n"), year("  - id: H-2\n    konto: 111-900.4271200\n    geplant: 1.00\n"), "haushalt/2024.yaml:14:12", "unknown-account"),
    (year("  - id: H-2\n    konto: 111-500.4271305\n    geplant: 1.00\n"), year("  - id: H-2\n    konto: 111-300.4271305\n    geplant: 1.00\n"), "haushalt/2024.yaml:14:12", "unknown-account"),
    (year('  - id: H-2\n    konto: "4271305"\n    geplant: 1.00\n'), year("  - id: H-2\n    konto: 111-400.4271305\n    geplant: 1.00\n"), "haushalt/2024.yaml:14:12", "account-ambiguous"),
    (year("umbuchungen:\n  - {datum: 2024-05-01, von: 4271200, nach: 4271305, betrag: 1}\n"),
     year("umbuchungen:\n  - {datum: 2024-05-01, von: 4271200, nach: 111-300.4271305, betrag: 1}\n"), "haushalt/2024.yaml:14:45", "account-ambiguous"),
    (year("umbuchungen:\n  - {datum: 2024-05-01, von: 4279999, nach: 4271200, betrag: 1}\n"),
     year("umbuchungen:\n  - {datum: 2024-05-01, von: 111-300/4271200, nach: 111-300.4271305, betrag: 1}\n"), "haushalt/2024.yaml:14:30", "unknown-account"),
    (year().replace('  - konto: "4271200"', '  - konto: "4271200"\n    ansatz: 1.00\n  - konto: "4271200"', 1), year(), "haushalt/2024.yaml:5:12", "account-twice"),
    (year('  - id: H-2\n    konto: "4271200"\n    bezug: M-001\n    geplant: 1.00\n'),
     year('  - id: H-2\n    konto: "4271200"\n    massnahme: M-001\n    geplant: 1.00\n'), "haushalt/2024.yaml:15:12", "reference-of-wrong-kind"),
    # the accounts of a Vorlage, in its year
    (paper("produktsachkonten: [{konto: 4271200}, {konto: 4271999}]\n"), paper("produktsachkonten: [{konto: 4271200}]\n"), f"{PAPER}:6:47", "unknown-account"),
    (paper("produktsachkonten: [{konto: 4271305}]\n"), paper("produktsachkonten: [{konto: 111-300.4271305}]\n"), f"{PAPER}:6:29", "account-ambiguous"),
    (paper("haushaltsjahr: 2023\nproduktsachkonten: [{konto: 4271200}]\n"), paper("haushaltsjahr: 2024\nproduktsachkonten: [{konto: 4271200}]\n"), f"{PAPER}:6:16", "unknown-fiscal-year"),
    (grant("konten: [4271200, 4279999]"), grant("konten: [4271200, 4271305]"), "foerderungen/f.yaml:4:19", "unknown-account"),
    # values without an indicator
    ("=== monitoring/werte/einwohner.csv\njahr;wert\n2023;1\n", "=== monitoring/werte/auslaender.csv\njahr;wert\n2023;1\n", "monitoring/werte/einwohner.csv:1:1", "series-without-indicator"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "right", "place", "code"), CASES, ids=[f"{code} {place}" for _, _, place, code in CASES]
)
def test_what_is_named_exists(wrong: str, right: str, place: str, code: str) -> None:
    path = place.split(":", maxsplit=1)[0]
    told = [finding for finding in findings(wrong, EVERYTHING) if finding.startswith(path)]
    assert told == [f"{place} {code}"]
    assert [finding for finding in findings(right, EVERYTHING) if finding.startswith(path)] == []


def test_the_whole_example_passes() -> None:
    assert findings("", EVERYTHING) == []
    assert findings("") == []


def test_an_account_covers_accounts_of_its_year() -> None:
    base = {**MINIMAL, **parse("""
        === haushalt/2024.yaml
        stand: beschlossen
        konten:
          - konto: "4271200"
            ansatz: 2500.00
            deckt: [4271200, 4271305]
    """)}  # fmt: skip
    assert findings("", base) == [
        "haushalt/2024.yaml:5:13 account-covers-itself",
        "haushalt/2024.yaml:5:22 unknown-account",
    ]


def test_without_a_year_the_date_of_the_paper_decides() -> None:
    text = paper("produktsachkonten: [{konto: 4271200}]\n").replace("2024-03-01", "2023-12-31")
    assert findings(text, EVERYTHING) == [f"{PAPER}:5:8 unknown-fiscal-year"]
    assert findings(text.replace("datum: 2023-12-31\n", ""), EVERYTHING) == [], "a paper of no year is left alone"


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        (measure("ziele: [bildng.1]"), "bildung.1"),
        (measure("beteiligte: [carittas]"), "caritas"),
        (measure("herkunft: {art: aufgeteilt, aus: [M-0001]}"), "M-001"),
        (measure("kennzahlen: [Auslaender]"), "auslaender"),
        (measure("verlauf: [{datum: 2024-01-01, vorlage: 1999/xyz}]"), None),
        (year("  - id: H-2\n    konto: 4271020\n    geplant: 1.00\n"), "4271200"),
    ],
)
def test_the_nearest_id_is_offered(text: str, nearest: str | None) -> None:
    found = loaded(text, EVERYTHING)
    case = Case(found.concept, AS_OF, found.files, found.unreadable)
    told = [finding for check in references.CHECKS for finding in check(case)]
    assert [finding.params["nearest"] for finding in told] == [nearest]


# --- what stands in an unreadable file is unknown, not missing --------------------------------------------------------

BROKEN = "titel: [\n"


@pytest.mark.parametrize(
    ("unreadable", "text"),
    [
        ("konzept.yaml", measure("beteiligte: [awo]")),
        ("konzept.yaml", paper("beratungsfolge: [{gremium: rat, zustaendigkeit: Entscheidung, oeffentlich: ja}]\n")),
        ("massnahmen/M-404.yaml", event("    fuehrt_zu: [M-404]")),
        ("massnahmen/M-404.yaml", event("    bezug: M-404")),
        ("handlungsfelder/arbeit.yaml", event("handlungsfelder: [arbeit]")),
        ("handlungsfelder/arbeit.yaml", measure("ziele: [arbeit.1]")),
        ("texte/teil-1/20-daten.md", event("    bezug: daten")),
        ("texte/daten.md", event("    bezug: daten")),
        ("monitoring/kennzahlen/einwohner.yaml", measure("kennzahlen: [einwohner]")),
        ("monitoring/kennzahlen/einwohner.yaml", "=== monitoring/werte/einwohner.csv\njahr;wert\n2023;1\n"),
        ("beteiligung/2023-01-01-forum.yaml", measure("anregungen: [2023-01-01-forum.7]")),
        ("vorlagen/2022-095.md", edition("vorlage: 2022/095")),
        ("fortschreibungen/2021.yaml", edition('vorgaenger: "2021"')),
        ("haushalt/2023.yaml", grant("positionen: [H-2023-02]")),
        ("haushalt/2023.yaml", grant("konten: [4279999]")),
        ("haushalt/2023.yaml", paper("haushaltsjahr: 2023\nproduktsachkonten: [{konto: 4271200}]\n")),
        ("massnahmen/M-404.yaml", edition("begruendungen:\n  M-404: Weil.\n")),
    ],
)  # fmt: skip
def test_nothing_is_unknown_that_may_stand_in_an_unreadable_file(unreadable: str, text: str) -> None:
    told = findings(text, {**EVERYTHING, unreadable: BROKEN})
    assert [finding for finding in told if not finding.startswith(unreadable)] == []


def test_another_unreadable_file_hides_nothing() -> None:
    told = findings(event("    fuehrt_zu: [M-404]"), {**EVERYTHING, "massnahmen/M-003.yaml": BROKEN})
    assert told == [f"{FORUM}:6:17 unknown-measure", "massnahmen/M-003.yaml:2:1 syntax-brace-open"]


def test_the_order_of_files_makes_no_difference() -> None:
    assert concept(base=dict(reversed(EVERYTHING.items()))) == concept(base=EVERYTHING)


@pytest.mark.parametrize(("related", "told"), [("2022/032", []), ("M-001", ["reference-of-wrong-kind"])])
def test_a_related_vorlage_need_not_be_a_file(related: str, told: list[str]) -> None:
    """What people know of a Vorlage's relatives is typed into ``verwandt`` (``domain.md``)."""
    text = f"=== vorlagen/2024-001.md\n---\ntitel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\nverwandt: [{related}]\n---\n"
    assert [line.split(" ")[1] for line in findings(text)] == told


@pytest.mark.parametrize(
    ("related", "expected"),
    [
        ("2024/002, 2024/003", []),
        ("2024/002, 2024/002", ["5:22 listed-twice"]),
        ("2024/001", ["5:12 related-to-itself"]),
        ("2024/001, 2024/001", ["5:12 related-to-itself", "5:22 listed-twice"]),
    ],
)
def test_lists_say_everything_once(related: str, expected: list[str]) -> None:
    text = f"=== vorlagen/2024-001.md\n---\ntitel: Bericht\nart: Mitteilungsvorlage\nstatus: öffentlich\nverwandt: [{related}]\n---\n"
    assert findings(text) == [f"vorlagen/2024-001.md:{line}" for line in expected]


def test_a_goal_of_an_unknown_number_is_told_the_others_of_its_field() -> None:
    """Not the goal of the same number of another field, however alike its name."""
    text = """
        === handlungsfelder/ausbildung.yaml
        titel: Ausbildung
        ziele: [{nummer: 9, text: Alle finden eine Ausbildung.}]
        === massnahmen/M-002.yaml
        titel: Lotsen
        handlungsfeld: bildung
        ziele: [bildung.9]
        art: Projekt
        federfuehrung: referat
    """
    (item,) = located(text)
    assert (item.finding.code, item.finding.params["nearest"]) == ("unknown-goal", None)
    assert item.finding.params["known"] == ("bildung.1",)
    assert "bildung.1" in (item.hint or "")


def test_a_reference_of_the_wrong_kind_names_the_key_of_its_list() -> None:
    text = """
        === massnahmen/M-002.yaml
        titel: Lotsen
        handlungsfeld: bildung
        ziele: [M-001]
        art: Projekt
        federfuehrung: referat
    """
    assert [item.finding.params for item in located(text)] == [{"id": "M-001", "key": "ziele"}]
