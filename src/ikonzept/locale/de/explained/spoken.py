"""Why votes of which the text speaks are looked up."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "committee-vote-not-in-steps": Explained(
        rule=(
            "Von welchem früheren Beschluss der Text spricht, steht in der Beratungsfolge dieser Vorlage oder einer, "
            "die sie unter „verwandt“ nennt."
        ),
        why="So lässt sich der Weg eines Beschlusses verfolgen, ohne dass jemand sich daran erinnern muss.",
    ),
}
