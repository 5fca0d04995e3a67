"""Examples of what the results rules find."""

from ikonzept.checks.examples.council import PATH, decided, paper
from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

EXAMPLES: dict[str, Example] = {
    "unanimous-contradicts-vote": Example(
        Severity.ERROR,
        wrong=paper(decided("beschluss: einstimmig beschlossen\nergebnis: beschlossen\nstimmen: {ja: 41, nein: 3}")),
        at=f"{PATH}:11:16",
        right=paper(decided("beschluss: mehrheitlich beschlossen\nergebnis: beschlossen\nstimmen: {ja: 41, nein: 3}")),
    ),
    "unanimous-against-votes": Example(
        Severity.ERROR,
        wrong=paper(decided("beschluss: einstimmig bei 3 Gegenstimmen\nergebnis: beschlossen")),
        at=f"{PATH}:11:16",
        right=paper(decided("beschluss: mehrheitlich bei 3 Gegenstimmen\nergebnis: beschlossen")),
    ),
    "majority-without-dissent": Example(
        Severity.INFO,
        wrong=paper(decided("beschluss: mehrheitlich beschlossen\nergebnis: beschlossen\nstimmen: {ja: 41, nein: 0}")),
        at=f"{PATH}:11:16",
        right=paper(decided("beschluss: einstimmig beschlossen\nergebnis: beschlossen\nstimmen: {ja: 41, nein: 0}")),
    ),
    "words-contradict-result": Example(
        Severity.WARNING,
        wrong=paper(decided("beschluss: einstimmig abgelehnt\nergebnis: beschlossen")),
        at=f"{PATH}:12:15",
        right=paper(decided("beschluss: einstimmig abgelehnt\nergebnis: abgelehnt")),
    ),
    "result-without-class": Example(
        Severity.WARNING,
        wrong=paper(decided("beschluss: ungeändert beschlossen")),
        at=f"{PATH}:11:16",
        right=paper(decided("beschluss: ungeändert beschlossen\nergebnis: beschlossen")),
    ),
}
