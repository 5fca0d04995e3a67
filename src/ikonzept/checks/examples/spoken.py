"""An example of a vote of which the text speaks."""

from ikonzept.checks.examples.council import PATH, decided, paper
from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_OWN_STEP = "- {gremium: kreisausschuss, zustaendigkeit: Entscheidung, oeffentlich: nein}"
_SPOKEN_OF = "\n## Sachdarstellung\n\nDer Kreistag hat die Eckpunkte am 11.09.2024 einstimmig beschlossen.\n"

EXAMPLES: dict[str, Example] = {
    "committee-vote-not-in-steps": Example(
        Severity.INFO,
        wrong=paper(_OWN_STEP, body=_SPOKEN_OF),
        at=f"{PATH}:11:35",
        right=paper(_OWN_STEP, "verwandt: [2024/098]\n", body=_SPOKEN_OF)
        + paper(decided("ergebnis: beschlossen").replace("2024-06-12", "2024-09-11"))
        .replace(PATH, "vorlagen/2024-098.md")
        .replace("Erste Ergänzung 2024", "Eckpunkte der Ergänzung 2024"),
    ),
}
