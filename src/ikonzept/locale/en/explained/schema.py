"""Why an entry must be what its key asks for."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    # --- keys --------------------------------------------------------------------------------------------------------
    "schema-missing": Explained(
        "All required entries are there and have a value.",
        "Without them nobody can tell what it is about, who is responsible or when it was. “ikonzept schema file” shows "
        "which entries a file needs.",
    ),
    "schema-unknown-key": Explained(
        "Every key is one that the format knows.",
        "A mistyped key would otherwise be passed over in silence, and its entry would be missing everywhere.",
    ),
    "schema-comma-in-braces": Explained(
        "A text with a comma is not in braces, or it is in quotation marks.",
        "In braces the comma separates: what follows it counts as the next key, and the text breaks off in the middle.",
    ),
    "schema-id-in-file": Explained(
        "The id is in the file name only.",
        "If it were in the file too, the two could contradict each other.",
    ),
    "schema-file-name": Explained(
        "A file name consists of letters without umlauts and ß, digits, full stops, hyphens and underscores.",
        "It is the id to which other files refer. Umlauts and spaces are written differently on different computers and "
        "in addresses.",
    ),
    "schema-id": Explained(
        "An id consists of letters without umlauts and ß, digits, full stops, hyphens and underscores.",
        "Ids are used in commands, addresses and file names. The full name with umlauts is beside it, under “name” or "
        "“titel”.",
    ),
    # --- shapes ------------------------------------------------------------------------------------------------------
    "schema-not-text": Explained(
        "Where a single value is expected there is no list and no block.",
        "Of several values nobody could choose the one that is meant.",
    ),
    "schema-not-list": Explained(
        "Where several values are possible there is a list, even for only one.",
        "So a comma in a name never separates, and a second entry is simply added.",
    ),
    "schema-not-block": Explained(
        "An entry that consists of several is divided into its parts.",
        "Only separately can begin and end, result and reason be checked and compared.",
    ),
    "schema-empty": Explained(
        "Where there should be a text, there is not just an empty pair of quotation marks.",
        "An empty text looks like an entry and says nothing. Leave out what is still missing: a missing key means "
        "“keine Angabe”.",
    ),
    "schema-enum": Explained(
        "Where the format gives a list of words, one of them is used.",
        "Only equal words can be counted and compared: “fertig”, “erledigt” and “abgeschlossen” would be three "
        "different states.",
    ),
    # --- amounts and numbers -----------------------------------------------------------------------------------------
    "schema-amount-ambiguous": Explained(
        "An amount is written unambiguously.",
        "To a treasury “6.000” is six thousand euros, to many programs six. Instead of guessing, ikonzept asks.",
    ),
    "schema-amount": Explained(
        "An amount consists of digits, at most with a comma or a full stop and a euro sign.",
        "Sums need numbers. “About”, “up to” and the like belong under “zweck” or “bezeichnung”.",
    ),
    "schema-amount-places": Explained(
        "An amount has at most two decimal places.",
        "Nothing less than a cent is booked. A third place is mostly a slip, or the result of a calculation that is yet "
        "to be rounded.",
    ),
    "schema-number-ambiguous": Explained(
        "A number is written unambiguously.",
        "“17.000” can mean seventeen thousand, or seventeen with three decimals: a difference of a thousand times.",
    ),
    "schema-number": Explained(
        "Where a number is expected there is only the number.",
        "“About 17000” cannot be compared with anything. The unit is given with the indicator, a remark under "
        "“hinweis”.",
    ),
    "schema-number-separator": Explained(
        "A whole number is written without separators.",
        "“1.200” could also mean one point two.",
    ),
    "schema-whole-number": Explained(
        "Where a count, a year or a number of order is expected there is a whole number.",
        "Only so can invitations and votes be added up and years put in order.",
    ),
    # --- dates -------------------------------------------------------------------------------------------------------
    "schema-date": Explained(
        "A day is written as 2024-05-15 or 15.05.2024.",
        "“In the middle of May” does not tell what is overdue and what came first.",
    ),
    "schema-date-unknown": Explained(
        "A day is one that the calendar has.",
        "There is no 30 February; only whoever entered it knows which day was meant.",
    ),
    "schema-month": Explained(
        "A month is written as 2026-06 or 06/2026.",
        "“Summer 2026” does not tell from when on a Fortschreibung is overdue.",
    ),
    # --- words and numbers that name something -----------------------------------------------------------------------
    "schema-yes-no": Explained(
        "A question of yes or no is answered with “ja” or “nein”.",
        "The form of the Vorlage knows only these two. What lies between belongs in the Sachdarstellung.",
    ),
    "schema-ags": Explained(
        "The Amtliche Gemeindeschlüssel consists of two, three, five or eight digits.",
        "By it other programs recognise the body: two digits name the Land, five the Landkreis, eight the Gemeinde.",
    ),
    "schema-ags-zero": Explained(
        "The Amtliche Gemeindeschlüssel keeps its leading zero.",
        "Spreadsheets like to drop it. 3157 is another key than 03157, the Landkreis Peine.",
    ),
    "schema-account": Explained(
        "A Produktsachkonto consists of the Sachkonto, four to eight digits, with the product before it if possible.",
        "Only so can Ansatz, commitments and payments be matched. The name of the account is under “bezeichnung”.",
    ),
    "schema-paper-number": Explained(
        "A Vorlage is named by the number printed on it.",
        "Under this number it is found in the Ratsinformationssystem; spaces and additions prevent that.",
    ),
}
