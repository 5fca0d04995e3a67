"""Goals and submissions: each code with its exact place, and a twin that passes."""

import pytest

from concepts import findings

FIELD, EVENT = "handlungsfelder/bildung.yaml", "beteiligung/2024-09-14-forum.yaml"
EDITION = "=== fortschreibungen/2025.yaml\ntitel: Teil 1\nart: Erstfassung\nstatus: Entwurf\n"
OTHER = "=== handlungsfelder/arbeit.yaml\ntitel: Arbeit\nziele:\n"


def goal(number: object, lines: str = "") -> str:
    return f"  - nummer: {number}\n    text: Ein Ziel.\n" + "".join(
        f"    {line}\n" for line in lines.split("\n") if line
    )


def field(*goals: str) -> str:
    return f"=== {FIELD}\ntitel: Bildung\nziele:\n" + "".join(goals)


def event(*numbers: object) -> str:
    head = f"=== {EVENT}\ntitel: Forum\ndatum: 2024-09-14\nanregungen:\n"
    return head + "".join(f"  - nummer: {number}\n    text: Mehr Licht.\n" for number in numbers)


MEASURE = "massnahmen/M-002.yaml"


def measure(*numbers: int) -> str:
    named = ", ".join(f"2024-09-14-forum.{number}" for number in numbers)
    head = f"=== {MEASURE}\ntitel: Mehr Licht\nhandlungsfeld: bildung\nart: Projekt\nfederfuehrung: referat\n"
    return head + (f"anregungen: [{named}]\n" if named else "")


def led(names: str = "") -> str:
    return event(1) + (f"    fuehrt_zu: [{names}]\n" if names else "")


ASSESSED = "bewertung: {ergebnis: nicht beurteilbar, begruendung: Keine Zahlen}"
ENDED = 'beendet_mit: "2025"'
BOTH = f"{ASSESSED}\n{ENDED}"

CASES = [
    # numbers of goals
    (field(goal(1), goal(2), goal("01"), goal(2)), [f"{FIELD}:7:13 goal-number-twice", f"{FIELD}:9:13 goal-number-twice"]),
    (field(goal(1), goal(2)) + OTHER + goal(1), []),
    # numbers of submissions
    (event(1, 1, 1), [f"{EVENT}:6:13 submission-number-twice", f"{EVENT}:8:13 submission-number-twice"]),
    (event(2, 1), []),
    # ended and assessed
    (field(goal(1, ENDED)), [f"{FIELD}:5:18 goal-ended-without-assessment"]),
    (field(goal(1, ASSESSED)), [f"{FIELD}:5:27 goal-assessed-not-ended"]),
    (field(goal(1, BOTH)), []),
    (field(goal(1, ENDED), goal(1, ENDED)),
     [f"{FIELD}:5:18 goal-ended-without-assessment", f"{FIELD}:6:13 goal-number-twice", f"{FIELD}:8:18 goal-ended-without-assessment"]),
    # goals that others continue
    (field(goal(1), goal(2, "setzt_fort: [bildung.1]"), goal(3, "setzt_fort: [bildung.1]")), [f"{FIELD}:3:13 continued-goal-not-ended"]),
    (field(goal(1)) + OTHER + goal(1, "setzt_fort: [bildung.1]"), [f"{FIELD}:3:13 continued-goal-not-ended"]),
    (field(goal(1, BOTH), goal(2, "setzt_fort: [bildung.1]")), []),
    # one thing is told once: the assessed goal has not ended, the ended one is not assessed, the missing one is unknown
    (field(goal(1, ASSESSED), goal(2, "setzt_fort: [bildung.1]")), [f"{FIELD}:5:27 goal-assessed-not-ended"]),
    (field(goal(1, ENDED), goal(2, "setzt_fort: [bildung.1]")), [f"{FIELD}:5:18 goal-ended-without-assessment"]),
    (field(goal(1, "setzt_fort: [bildung.7]")), [f"{FIELD}:5:18 unknown-goal"]),
    # of a number given twice nobody knows which goal is meant
    (field(goal(1, BOTH), goal(1, "setzt_fort: [bildung.1]")), [f"{FIELD}:7:13 goal-number-twice"]),
    # circles
    (field(goal(1, "setzt_fort: [bildung.1]")), [f"{FIELD}:5:18 goal-circle"]),
    (field(goal(1, "setzt_fort: [bildung.2]"), goal(2, "setzt_fort: [bildung.1]")), [f"{FIELD}:5:18 goal-circle"]),
    (field(goal(1, "setzt_fort: [arbeit.1]")) + OTHER + goal(1, "setzt_fort: [bildung.1]"), ["handlungsfelder/arbeit.yaml:5:18 goal-circle"]),
    (field(goal(1, BOTH), goal(2, "setzt_fort: [bildung.1, bildung.3]"), goal(3, "setzt_fort: [bildung.2]")), [f"{FIELD}:9:29 goal-circle"]),
    (field(goal(1, BOTH), goal(2, f"setzt_fort: [bildung.1]\n{BOTH}"), goal(3, "setzt_fort: [bildung.2, bildung.1]")), []),
    # a measure and the submission that led to it
    (measure(1) + led(), [f"{MEASURE}:5:14 submission-link-one-sided"]),
    (measure() + led("M-002"), [f"{EVENT}:6:17 submission-link-one-sided"]),
    (measure(1) + led("M-002"), []),
    (measure(1) + led("M-002, bildung.1"), []),
    (measure() + led("M-404"), [f"{EVENT}:6:17 unknown-measure"]),
    (measure(7) + led(), [f"{MEASURE}:5:14 unknown-submission"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES)
def test_goals_and_submissions(text: str, told: list[str]) -> None:
    assert findings(text + EDITION) == told


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("von: caritas", []),
        ("von_person: Erika", []),
        ("von: caritas\n    von_person: Erika", ["8:17 submission-two-authors"]),
    ],
)
def test_a_submission_has_one_sender(lines: str, expected: list[str]) -> None:
    assert findings(event(1) + f"    {lines}\n") == [f"{EVENT}:{line}".replace(":8:", ":7:") for line in expected]
