"""Why the council rules exist."""

from ikonzept.locale.explanation import Explained

_NO_PUBLIC_SESSION = "§ 78 (2) NKomVG (Niedersachsen)"
_PREPARES = "§ 76 (1) NKomVG (Niedersachsen)"

EXPLAINED: dict[str, Explained] = {
    "resolution-without-deciding-step": Explained(
        rule='A Beschlussvorlage has at least one step with the role "Entscheidung".',
        why="Without one nobody knows who decides, and the Vorlage leads nowhere.",
    ),
    "notice-with-deciding-step": Explained(
        rule='In a Mitteilungsvorlage no step has the role "Entscheidung".',
        why="It only informs. If the committee is to decide, there must be a proposed resolution.",
    ),
    "step-after-decision": Explained(
        rule=(
            'After the decision only a Kenntnisnahme follows. An earlier decision must be "vertagt", "verwiesen" or '
            '"abgesetzt".'
        ),
        why=(
            "What is decided is not prepared any more, and only who did not decide can decide again. Usually the order "
            "is wrong, or the result of the first step is missing."
        ),
    ),
    "main-committee-after-council": Explained(
        rule="The Hauptausschuss (in a Landkreis the Kreisausschuss) comes before the council.",
        why=(
            "It prepares the council's decisions. Behind it there is only a Kenntnisnahme, unless the council postponed "
            "or referred the matter."
        ),
        source=_PREPARES,
    ),
    "main-committee-public": Explained(
        rule="The Hauptausschuss (in a Landkreis the Kreisausschuss) does not meet in public.",
        why="A step that counts as public here gives away result and votes of a non-public meeting.",
        source=_NO_PUBLIC_SESSION,
    ),
    "main-committee-missing": Explained(
        rule="Where the Kreistag of a Landkreis decides, the Kreisausschuss is a step before it.",
        why="It prepares the decisions of the Kreistag. Without it the Beratungsfolge is usually incomplete.",
        source=_PREPARES,
    ),
    "meetings-out-of-order": Explained(
        rule="The dates of the meetings follow the Beratungsfolge: no step lies before the one above it.",
        why="Otherwise a date is wrong, or the steps are in the wrong order.",
    ),
    "meetings-on-one-day": Explained(
        rule="Two steps may be on the same day. They keep the order in which they stand.",
        why="It happens, but it is a frequent slip too. Hence the note.",
    ),
    "vote-contradicts-result": Explained(
        rule="What has more Ja than Nein is adopted, a tie rejects.",
        why="Votes and result often come from two sources. Where they contradict each other, one of them is wrong.",
        source="§ 66 (1) NKomVG (Niedersachsen)",
    ),
    "qualified-majority-missed": Explained(
        rule=(
            'With "qualifizierte_mehrheit: ja" a resolution needs the votes of more than half of the statutory number '
            "of members."
        ),
        why=(
            "All members count, not those present. Where the law asks for two thirds, more is needed than this rule "
            "checks."
        ),
        source="§ 45 (2) NKomVG (Niedersachsen)",
    ),
    "amended-without-wording": Explained(
        rule='Who writes "geändert beschlossen" says under "wortlaut" what was decided.',
        why="The Vorlage stays as submitted. Without the wording nobody knows later what was decided.",
    ),
    "more-votes-than-members": Explained(
        rule="Ja, Nein and abstentions together are no more than the committee has members.",
        why="Otherwise a number is mistyped, or the number of members in konzept.yaml is out of date.",
    ),
    "decided-in-the-future": Explained(
        rule="A result stands only at a meeting that was held.",
        why="Usually the year is mistyped. Only taking off the agenda and withdrawing can come before the meeting.",
    ),
    "result-without-date": Explained(
        rule="A step with a result names the day of the meeting.",
        why="Without it the resolution cannot be found in the minutes.",
    ),
    "public-step-of-non-public-paper": Explained(
        rule="A non-public Vorlage is treated in non-public meetings only.",
        why="Otherwise what nobody may read is debated in public.",
    ),
    "step-more-public-than-committee": Explained(
        rule="A committee that does not meet in public has no public steps.",
        why="A step that counts as public gives away result and votes in what is handed on.",
    ),
    "council-rules-unknown": Explained(
        rule="The special council rules are checked in Lower Saxony only.",
        why="Who sees no finding elsewhere should not believe that everything was checked.",
    ),
    "qualified-majority-unchecked": Explained(
        rule="For a qualified majority the committee's number of members stands in konzept.yaml.",
        why="It counts against all members, not against those present.",
        source="§ 45 (2) NKomVG (Lower Saxony)",
    ),
}
