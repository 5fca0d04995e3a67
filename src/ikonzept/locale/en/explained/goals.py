"""Why the goals rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "goal-number-twice": Explained(
        rule="Each number belongs to exactly one goal of a field of action.",
        why=(
            "Measures and submissions name a goal by its number, years later too. Where a second one has it, nobody "
            "knows which is meant."
        ),
    ),
    "goal-ended-without-assessment": Explained(
        rule="A goal that an edition ends is assessed.",
        why=(
            "An edition is to say what became of the old goals and not to drop them in silence. “nicht beurteilbar” "
            "is an assessment too."
        ),
    ),
    "goal-assessed-not-ended": Explained(
        rule="An assessed goal names the edition that ended it.",
        why="A goal is assessed when it ends. Without “beendet_mit” it stays in force although its result is known.",
    ),
    "goal-circle": Explained(
        rule="No goal continues itself, not by way of others either.",
        why="A new goal continues an older one. In a circle nobody can tell which is the new one.",
    ),
    "continued-goal-not-ended": Explained(
        rule="A goal that another one continues has ended.",
        why="Otherwise the old and the new goal stand side by side, and the old one is not assessed.",
    ),
    "submission-number-twice": Explained(
        rule="Each number belongs to exactly one submission of an event.",
        why=(
            "Measures name a submission by its number. Where a second one has it, nobody can show whose proposal was "
            "taken up."
        ),
    ),
    "submission-link-one-sided": Explained(
        rule="A Maßnahme and the Anregung to which it goes back name each other.",
        why=(
            "The Umsetzungsbericht reads under “fuehrt_zu” of the Anregung what became of it; the Maßnahme says under "
            "“anregungen” where it comes from. Where only one of them says so, the trace is missing at the other. "
            "“ikonzept measure add --from” enters both."
        ),
    ),
    "submission-two-authors": Explained(
        rule="A submission comes from an institution (“von”) or a person (“von_person”).",
        why="Who speaks for whom? Besides, a person's name stays internal.",
    ),
}
