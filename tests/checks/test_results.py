"""A result in words, as a class and in votes: each code with its exact place, and a twin that passes."""

import pytest

from concepts import MINIMAL, findings
from ikonzept.checks.examples import results

PATH = "vorlagen/2024-112.md"


def told(*lines: str, text: str = "", role: str = "Entscheidung") -> list[str]:
    """What these rules find in a step with these lines, the first on line 11."""
    own = "".join(f"    {line}\n" for line in lines)
    head = "titel: Teil\nart: Beschlussvorlage\nstatus: öffentlich\nberatungsfolge:\n"
    step = f"  - gremium: kreistag\n    zustaendigkeit: {role}\n    termin: 2024-06-12\n    oeffentlich: ja\n"
    found = findings(f"{text}=== {PATH}\n---\n{head}{step}{own}---\n")
    return [line.split(":", 1)[1] for line in found if line.split(" ")[1] in results.EXAMPLES]


@pytest.mark.parametrize(
    ("words", "votes", "code"),
    [
        ("einstimmig beschlossen", "{ja: 40, nein: 0, enthaltung: 3}", None),
        ("einstimmig beschlossen", "{ja: 40, nein: 1}", "unanimous-contradicts-vote"),
        ("nicht ganz einstimmig", "{ja: 40, nein: 1}", None),
        ("fast einstimmig", "{ja: 40, nein: 1}", None),
        ("einstimmig bei 3 Gegenstimmen", None, "unanimous-against-votes"),
        ("einstimmig bei 3 Gegenstimmen", "{ja: 40, nein: 3}", "unanimous-contradicts-vote"),
        ("Einstimmig, mit zwei Enthaltungen und einer Gegenstimme", None, "unanimous-against-votes"),
        ("einstimmig ohne Gegenstimmen", None, None),
        ("einstimmig bei 0 Gegenstimmen", None, None),
        ("einstimmig bei 2 Enthaltungen", None, None),
        ("Ziffer 1 einstimmig, Ziffer 2 bei 3 Gegenstimmen", None, None),
        ("mehrheitlich angenommen", "{ja: 40, nein: 0}", "majority-without-dissent"),
        ("mehrheitlich angenommen", "{ja: 0, nein: 40}", "majority-without-dissent"),
        ("mehrheitlich angenommen", "{ja: 40, nein: 0, enthaltung: 3}", None),
        ("mehrheitlich angenommen", "{ja: 40, nein: 3}", None),
    ],
)
def test_words_and_votes(words: str, votes: str | None, code: str | None) -> None:
    lines = [f"beschluss: {words}", "ergebnis: vorberaten", *([f"stimmen: {votes}"] if votes else [])]
    assert told(*lines) == ([f"10:16 {code}"] if code else [])


@pytest.mark.parametrize(
    ("words", "result", "expected"),
    [
        ("geändert beschlossen", "beschlossen", ["11:15 words-contradict-result"]),
        ("geändert beschlossen", "geändert beschlossen", []),
        ("mit Änderungen angenommen", "teilweise beschlossen", []),
        ("ungeändert beschlossen", "beschlossen", []),
        ("Einstimmig ungeändert beschlossen.", "geändert beschlossen", ["11:15 words-contradict-result"]),
        ("mehrheitlich abgelehnt", "beschlossen", ["11:15 words-contradict-result"]),
        ("abgelehnt", "abgelehnt", []),
        ("angenommen", "vorberaten", []),
        ("Änderungsantrag abgelehnt, Vorlage beschlossen", "beschlossen", []),
        ("ungeändert empfohlen", "vorberaten", []),
        ("geändert beschlossen", None, ["10:16 result-without-class"]),
        ("abgelehnt", None, ["10:16 result-without-class"]),
        ("nach Aussprache zur Kenntnis genommen", None, []),
    ],
)
def test_words_and_class(words: str, result: str | None, expected: list[str]) -> None:
    assert told(f"beschluss: {words}", *([f"ergebnis: {result}"] if result else [])) == expected


def test_unanimous_holds_in_every_land() -> None:
    elsewhere = "=== konzept.yaml\n" + MINIMAL["konzept.yaml"].replace("land: NI", "land: BY")
    lines = ("beschluss: einstimmig", "ergebnis: beschlossen", "stimmen: {ja: 4, nein: 1}")
    assert told(*lines, text=elsewhere) == ["10:16 unanimous-contradicts-vote"]
