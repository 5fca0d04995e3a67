"""Why the papers rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "relevance-without-paragraph": Explained(
        rule='A Vorlage that explains one Relevanz "ja" in a paragraph of its own explains them all.',
        why=(
            'The form asks for a statement on each "ja". Where only one is missing, it was usually forgotten. A Vorlage '
            "without any such paragraph is left alone."
        ),
    ),
    "costs-not-split": Explained(
        rule="A Vorlage that names several accounts says which part of the costs each of them pays.",
        why="Otherwise nobody can check whether the authorisation of each account is enough.",
        source="§ 27 (3) KomHKVO (Niedersachsen)",
    ),
    "costs-without-accounts": Explained(
        rule="What a Vorlage says is in the budget has an account that pays it.",
        why="Without an account nobody can look whether the money is really there.",
    ),
    "budget-account-without-product": Explained(
        rule="A Produktsachkonto consists of the product number and the Sachkonto.",
        why=(
            "Many products have the same Sachkonto. Without the product number the account is unambiguous only as long "
            "as no second one is added."
        ),
    ),
    "fiscal-year-file-name": Explained(
        rule="The file of a fiscal year is named by its year.",
        why="Vorlagen and references look for their accounts under that name. Under another they find nothing.",
    ),
    "unit-spelling": Explained(
        rule='The responsible unit of a Vorlage is spelled as a unit in konzept.yaml or as its "auch".',
        why="Figures by unit are complete only when every spelling is known.",
    ),
    "unknown-lead-unit": Explained(
        rule="The responsible unit of a Vorlage is a unit of the concept.",
        why="Otherwise the unit is new, renamed or mistyped, and nobody finds its papers.",
    ),
    "resolution-about-missing-measures": Explained(
        rule=(
            "Where the proposed resolution speaks of measures, the edition has some: at least one measure has an entry "
            "in its history up to the adoption."
        ),
        why="The council should not adopt what is not there.",
    ),
    "paper-number-differs": Explained(
        rule='Where a Vorlage states its number, the file is named by it, with "-" for "/".',
        why="Other files find the Vorlage by its number.",
    ),
    "paper-after-meeting": Explained(
        rule="A Vorlage is not younger than the meeting in which it is treated.",
        why="Usually a year is mistyped.",
    ),
}
