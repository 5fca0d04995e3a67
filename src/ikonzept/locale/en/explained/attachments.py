"""Why the attachments rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "attachment-missing": Explained(
        rule="Every file that a Vorlage names as an enclosure or as minutes lies in the concept.",
        why=(
            "The council decides on the Vorlage with its enclosures. Where one is missing, nobody can show later what "
            "it had before it. An enclosure that exists on paper only stands there without “datei”."
        ),
    ),
    "attachment-outside": Explained(
        rule="Enclosures and minutes lie under anlagen/ and are named by that path.",
        why=(
            "A path to a drive or out of the concept leads somewhere on one desk only, and nothing in a concept may "
            "make anybody open files outside it."
        ),
    ),
    "attachment-altered": Explained(
        rule="An enclosure with a checksum is still the file that was enclosed.",
        why="The enclosures say what was decided too. The checksum shows whether somebody has exchanged one since.",
    ),
    "checksum-malformed": Explained(
        rule="A checksum is a SHA-256 with 64 characters of 0–9 and a–f.",
        why="A shortened or wrong checksum cannot tell whether the enclosure is unaltered.",
        source="FIPS 180-4",
    ),
    "attachment-unused": Explained(
        rule="Every file under anlagen/ is named by a Vorlage or a text.",
        why="Nobody finds an enclosure that nothing names; often only “datei” is missing in the Vorlage.",
    ),
    "checksum-without-file": Explained(
        rule="A checksum stands only beside an Anlage with “datei”.",
        why="Without a file it checks nothing.",
    ),
}
