"""Examples of what the council rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.checks.examples.minimal import MINIMAL
from ikonzept.findings import Severity

PATH = "vorlagen/2024-112.md"
CONCEPT = MINIMAL["konzept.yaml"].replace("art: Vertretung\n", "art: Vertretung\n    mitglieder: 46\n")
MAIN_FIRST = "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, oeffentlich: nein}"


def paper(steps: str, more: str = "", kind: str = "Beschlussvorlage", body: str = "") -> str:
    """A short Vorlage whose steps begin on line 6."""
    lines = "".join(f"  {line}\n" for line in steps.split("\n"))
    head = f"titel: Erste Ergänzung 2024\nart: {kind}\nstatus: öffentlich\n"
    return f"=== {PATH}\n---\n{head}beratungsfolge:\n{lines}{more}---\n{body}"


def decided(lines: str) -> str:
    """The Kreisausschuss, then the Kreistag with a result whose lines begin on line 11."""
    step = (
        f"{MAIN_FIRST}\n- gremium: kreistag\n  zustaendigkeit: Entscheidung\n  termin: 2024-06-12\n  oeffentlich: ja\n"
    )
    return step + "\n".join(f"  {line}" for line in lines.split("\n"))


_ADVISORY = "=== konzept.yaml\n" + MINIMAL["konzept.yaml"].replace(
    "leitfragen:\n", "  beirat:\n    name: Integrationsbeirat\n    art: Beirat\n    oeffentlich: nein\nleitfragen:\n"
)
_DECIDING = "- {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}"

EXAMPLES: dict[str, Example] = {
    "resolution-without-deciding-step": Example(
        Severity.ERROR,
        wrong=paper(MAIN_FIRST),
        at=f"{PATH}:3:6",
        right=paper(f"{MAIN_FIRST}\n- {{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}}"),
    ),
    "notice-with-deciding-step": Example(
        Severity.ERROR,
        wrong=paper("- {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}", kind="Mitteilungsvorlage"),
        at=f"{PATH}:6:41",
        right=paper("- {gremium: kreistag, zustaendigkeit: Kenntnisnahme, oeffentlich: ja}", kind="Mitteilungsvorlage"),
    ),
    "step-after-decision": Example(
        Severity.ERROR,
        wrong=paper(
            f"{MAIN_FIRST}\n"
            "- gremium: kreistag\n"
            "  zustaendigkeit: Entscheidung\n"
            "  oeffentlich: ja\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}"
        ),
        at=f"{PATH}:10:41",
        right=paper(
            f"{MAIN_FIRST}\n"
            "- gremium: kreistag\n"
            "  zustaendigkeit: Entscheidung\n"
            "  termin: 2024-06-12\n"
            "  oeffentlich: ja\n"
            "  ergebnis: vertagt\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}"
        ),
    ),
    "main-committee-after-council": Example(
        Severity.ERROR,
        wrong=paper(f"- {{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}}\n{MAIN_FIRST}"),
        at=f"{PATH}:7:15",
        right=paper(f"{MAIN_FIRST}\n- {{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}}"),
    ),
    "main-committee-public": Example(
        Severity.ERROR,
        wrong=paper("- {gremium: kreisausschuss, zustaendigkeit: Entscheidung, oeffentlich: ja}"),
        at=f"{PATH}:6:74",
        right=paper("- {gremium: kreisausschuss, zustaendigkeit: Entscheidung, oeffentlich: nein}"),
    ),
    "main-committee-missing": Example(
        Severity.WARNING,
        wrong=paper("- {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}"),
        at=f"{PATH}:6:15",
        right=paper(f"{MAIN_FIRST}\n- {{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}}"),
    ),
    "meetings-out-of-order": Example(
        Severity.ERROR,
        wrong=paper(
            "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-11-27, oeffentlich: nein}\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-11-04, oeffentlich: ja}"
        ),
        at=f"{PATH}:7:63",
        right=paper(
            "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-11-27, oeffentlich: nein}\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}"
        ),
    ),
    "meetings-on-one-day": Example(
        Severity.INFO,
        wrong=paper(
            "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-12-04, oeffentlich: nein}\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}"
        ),
        at=f"{PATH}:7:63",
        right=paper(
            "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-11-27, oeffentlich: nein}\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}"
        ),
    ),
    "vote-contradicts-result": Example(
        Severity.ERROR,
        wrong=paper(decided("ergebnis: beschlossen\nstimmen: {ja: 21, nein: 21, enthaltung: 3}")),
        at=f"{PATH}:11:15",
        right=paper(decided("ergebnis: abgelehnt\nstimmen: {ja: 21, nein: 21, enthaltung: 3}")),
    ),
    "qualified-majority-missed": Example(
        Severity.ERROR,
        wrong=f"=== konzept.yaml\n{CONCEPT}"
        + paper(decided("ergebnis: beschlossen\nstimmen: {ja: 23, nein: 15}"), "qualifizierte_mehrheit: ja\n"),
        at=f"{PATH}:12:19",
        right=f"=== konzept.yaml\n{CONCEPT}"
        + paper(decided("ergebnis: beschlossen\nstimmen: {ja: 24, nein: 15}"), "qualifizierte_mehrheit: ja\n"),
    ),
    "amended-without-wording": Example(
        Severity.ERROR,
        wrong=paper(decided("ergebnis: geändert beschlossen")),
        at=f"{PATH}:11:15",
        right=paper(
            decided(
                "ergebnis: geändert beschlossen\n"
                "wortlaut: |\n"
                "  Die Ergänzung wird beschlossen. Die Verwaltung berichtet einmal im Jahr."
            )
        ),
    ),
    "more-votes-than-members": Example(
        Severity.ERROR,
        wrong=f"=== konzept.yaml\n{CONCEPT}"
        + paper(decided("ergebnis: beschlossen\nstimmen: {ja: 41, nein: 5, enthaltung: 4}")),
        at=f"{PATH}:12:14",
        right=f"=== konzept.yaml\n{CONCEPT}"
        + paper(decided("ergebnis: beschlossen\nstimmen: {ja: 41, nein: 1, enthaltung: 4}")),
    ),
    "decided-in-the-future": Example(
        Severity.WARNING,
        wrong=paper(decided("ergebnis: beschlossen").replace("2024-06-12", "2025-06-12")),
        at=f"{PATH}:9:13",
        right=paper(decided("ergebnis: beschlossen")),
    ),
    "result-without-date": Example(
        Severity.WARNING,
        wrong=paper(decided("ergebnis: beschlossen").replace("  termin: 2024-06-12\n", "")),
        at=f"{PATH}:10:15",
        right=paper(decided("ergebnis: beschlossen")),
    ),
    "public-step-of-non-public-paper": Example(
        Severity.WARNING,
        wrong=paper(f"{MAIN_FIRST}\n{_DECIDING}").replace("status: öffentlich", "status: nichtöffentlich"),
        at=f"{PATH}:7:68",
        right=paper(f"{MAIN_FIRST}\n{_DECIDING}"),
    ),
    "step-more-public-than-committee": Example(
        Severity.WARNING,
        wrong=_ADVISORY
        + paper(f"- {{gremium: beirat, zustaendigkeit: Anhörung, oeffentlich: ja}}\n{MAIN_FIRST}\n{_DECIDING}"),
        at=f"{PATH}:6:62",
        right=_ADVISORY
        + paper(f"- {{gremium: beirat, zustaendigkeit: Anhörung, oeffentlich: nein}}\n{MAIN_FIRST}\n{_DECIDING}"),
    ),
    "council-rules-unknown": Example(
        Severity.INFO,
        wrong="=== konzept.yaml\n"
        + MINIMAL["konzept.yaml"].replace("land: NI", "land: NW").replace("03157", "05315")
        + paper(_DECIDING),
        at="konzept.yaml:6:9",
        right=paper(f"{MAIN_FIRST}\n{_DECIDING}"),
    ),
    "qualified-majority-unchecked": Example(
        Severity.INFO,
        wrong=paper(decided("ergebnis: beschlossen\nstimmen: {ja: 24, nein: 15}"), "qualifizierte_mehrheit: ja\n"),
        at=f"{PATH}:12:14",
        right=f"=== konzept.yaml\n{CONCEPT}"
        + paper(decided("ergebnis: beschlossen\nstimmen: {ja: 24, nein: 15}"), "qualifizierte_mehrheit: ja\n"),
    ),
}
