"""Examples of what the council rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.checks.examples.minimal import MINIMAL
from ikonzept.findings import Severity

_PATH = "vorlagen/2024-112.md"
_CONCEPT = MINIMAL["konzept.yaml"].replace("art: Vertretung\n", "art: Vertretung\n    mitglieder: 46\n")
_MAIN_FIRST = "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, oeffentlich: nein}"


def _paper(steps: str, more: str = "", kind: str = "Beschlussvorlage", body: str = "") -> str:
    """A short Vorlage whose steps begin on line 6."""
    lines = "".join(f"  {line}\n" for line in steps.split("\n"))
    head = f"titel: Erste Ergänzung 2024\nart: {kind}\nstatus: öffentlich\n"
    return f"=== {_PATH}\n---\n{head}beratungsfolge:\n{lines}{more}---\n{body}"


def _decided(lines: str) -> str:
    """The Kreisausschuss, then the Kreistag with a result whose lines begin on line 11."""
    step = (
        f"{_MAIN_FIRST}\n- gremium: kreistag\n  zustaendigkeit: Entscheidung\n  termin: 2024-06-12\n  oeffentlich: ja\n"
    )
    return step + "\n".join(f"  {line}" for line in lines.split("\n"))


_OWN_STEP = "- {gremium: kreisausschuss, zustaendigkeit: Entscheidung, oeffentlich: nein}"
_SPOKEN_OF = "\n## Sachdarstellung\n\nDer Kreistag hat die Eckpunkte am 11.09.2024 einstimmig beschlossen.\n"

EXAMPLES: dict[str, Example] = {
    "resolution-without-deciding-step": Example(
        Severity.ERROR,
        wrong=_paper(_MAIN_FIRST),
        at=f"{_PATH}:3:6",
        right=_paper(f"{_MAIN_FIRST}\n- {{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}}"),
    ),
    "notice-with-deciding-step": Example(
        Severity.ERROR,
        wrong=_paper("- {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}", kind="Mitteilungsvorlage"),
        at=f"{_PATH}:6:41",
        right=_paper(
            "- {gremium: kreistag, zustaendigkeit: Kenntnisnahme, oeffentlich: ja}", kind="Mitteilungsvorlage"
        ),
    ),
    "step-after-decision": Example(
        Severity.ERROR,
        wrong=_paper(
            f"{_MAIN_FIRST}\n"
            "- gremium: kreistag\n"
            "  zustaendigkeit: Entscheidung\n"
            "  oeffentlich: ja\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}"
        ),
        at=f"{_PATH}:10:41",
        right=_paper(
            f"{_MAIN_FIRST}\n"
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
        wrong=_paper(f"- {{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}}\n{_MAIN_FIRST}"),
        at=f"{_PATH}:7:15",
        right=_paper(f"{_MAIN_FIRST}\n- {{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}}"),
    ),
    "main-committee-public": Example(
        Severity.ERROR,
        wrong=_paper("- {gremium: kreisausschuss, zustaendigkeit: Entscheidung, oeffentlich: ja}"),
        at=f"{_PATH}:6:74",
        right=_paper("- {gremium: kreisausschuss, zustaendigkeit: Entscheidung, oeffentlich: nein}"),
    ),
    "main-committee-missing": Example(
        Severity.WARNING,
        wrong=_paper("- {gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}"),
        at=f"{_PATH}:6:15",
        right=_paper(f"{_MAIN_FIRST}\n- {{gremium: kreistag, zustaendigkeit: Entscheidung, oeffentlich: ja}}"),
    ),
    "meetings-out-of-order": Example(
        Severity.ERROR,
        wrong=_paper(
            "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-11-27, oeffentlich: nein}\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-11-04, oeffentlich: ja}"
        ),
        at=f"{_PATH}:7:63",
        right=_paper(
            "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-11-27, oeffentlich: nein}\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}"
        ),
    ),
    "meetings-on-one-day": Example(
        Severity.INFO,
        wrong=_paper(
            "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-12-04, oeffentlich: nein}\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}"
        ),
        at=f"{_PATH}:7:63",
        right=_paper(
            "- {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2024-11-27, oeffentlich: nein}\n"
            "- {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-12-04, oeffentlich: ja}"
        ),
    ),
    "vote-contradicts-result": Example(
        Severity.ERROR,
        wrong=_paper(_decided("ergebnis: beschlossen\nstimmen: {ja: 21, nein: 21, enthaltung: 3}")),
        at=f"{_PATH}:11:15",
        right=_paper(_decided("ergebnis: abgelehnt\nstimmen: {ja: 21, nein: 21, enthaltung: 3}")),
    ),
    "qualified-majority-missed": Example(
        Severity.ERROR,
        wrong=f"=== konzept.yaml\n{_CONCEPT}"
        + _paper(_decided("ergebnis: beschlossen\nstimmen: {ja: 23, nein: 15}"), "qualifizierte_mehrheit: ja\n"),
        at=f"{_PATH}:12:19",
        right=f"=== konzept.yaml\n{_CONCEPT}"
        + _paper(_decided("ergebnis: beschlossen\nstimmen: {ja: 24, nein: 15}"), "qualifizierte_mehrheit: ja\n"),
    ),
    "unanimous-contradicts-vote": Example(
        Severity.ERROR,
        wrong=_paper(_decided("beschluss: einstimmig beschlossen\nergebnis: beschlossen\nstimmen: {ja: 41, nein: 3}")),
        at=f"{_PATH}:11:16",
        right=_paper(
            _decided("beschluss: mehrheitlich beschlossen\nergebnis: beschlossen\nstimmen: {ja: 41, nein: 3}")
        ),
    ),
    "amended-without-wording": Example(
        Severity.ERROR,
        wrong=_paper(_decided("ergebnis: geändert beschlossen")),
        at=f"{_PATH}:11:15",
        right=_paper(
            _decided(
                "ergebnis: geändert beschlossen\n"
                "wortlaut: |\n"
                "  Die Ergänzung wird beschlossen. Die Verwaltung berichtet einmal im Jahr."
            )
        ),
    ),
    "more-votes-than-members": Example(
        Severity.ERROR,
        wrong=f"=== konzept.yaml\n{_CONCEPT}"
        + _paper(_decided("ergebnis: beschlossen\nstimmen: {ja: 41, nein: 5, enthaltung: 4}")),
        at=f"{_PATH}:12:14",
        right=f"=== konzept.yaml\n{_CONCEPT}"
        + _paper(_decided("ergebnis: beschlossen\nstimmen: {ja: 41, nein: 1, enthaltung: 4}")),
    ),
    "decided-in-the-future": Example(
        Severity.WARNING,
        wrong=_paper(_decided("ergebnis: beschlossen").replace("2024-06-12", "2025-06-12")),
        at=f"{_PATH}:9:13",
        right=_paper(_decided("ergebnis: beschlossen")),
    ),
    "result-without-date": Example(
        Severity.WARNING,
        wrong=_paper(_decided("ergebnis: beschlossen").replace("  termin: 2024-06-12\n", "")),
        at=f"{_PATH}:10:15",
        right=_paper(_decided("ergebnis: beschlossen")),
    ),
    "committee-vote-not-in-steps": Example(
        Severity.INFO,
        wrong=_paper(_OWN_STEP, body=_SPOKEN_OF),
        at=f"{_PATH}:11:35",
        right=_paper(_OWN_STEP, "verwandt: [2024/098]\n", body=_SPOKEN_OF)
        + _paper(_decided("ergebnis: beschlossen").replace("2024-06-12", "2024-09-11"))
        .replace(_PATH, "vorlagen/2024-098.md")
        .replace("Erste Ergänzung 2024", "Eckpunkte der Ergänzung 2024"),
    ),
}
