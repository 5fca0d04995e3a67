"""Why votes of which the text speaks are looked up."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "committee-vote-not-in-steps": Explained(
        rule=(
            "An earlier vote of which the text speaks is a step of this Vorlage, or of one that it names under "
            '"verwandt".'
        ),
        why="So the trail of a decision can be followed without anybody having to remember it.",
    ),
}
