"""Why the chapters rules exist."""

from ikonzept.locale.explanation import Explained

_ACCESSIBLE = "§ 9a NBGG; WCAG 2.1"

EXPLAINED: dict[str, Explained] = {
    "chapter-empty": Explained(
        rule="Every chapter has text; headings alone are none.",
        why="An empty chapter is printed with its title and counts as the answer to a question that nobody gave.",
    ),
    "heading-level-one": Explained(
        rule="Headings in a text begin with ##; the first level is the title in the header.",
        why="Otherwise the printed chapter has two titles, and the table of contents is confused.",
    ),
    "heading-level-skipped": Explained(
        rule="Headings skip no level: after ## comes ###, not ####.",
        why="Screen readers and the table of contents follow the levels. A skipped one looks like a missing section.",
        source=f"{_ACCESSIBLE}, criterion 1.3.1",
    ),
    "image-without-alt": Explained(
        rule="Every image says in words what it shows.",
        why="Whoever does not see the image hears nothing but a file name.",
        source=f"{_ACCESSIBLE}, criterion 1.1.1",
    ),
    "broken-internal-link": Explained(
        rule="Every link and image inside the concept leads to a file that exists, and to a heading in it.",
        why="Chapters are renamed and moved; the link in the text does not notice. In print the image is missing.",
    ),
    "link-without-target": Explained(
        rule="Every link says where it leads.",
        why="An empty link looks like one and does nothing when somebody clicks on it.",
    ),
    "link-undefined": Explained(
        rule="A link with a name ([text][name]) has a line that says where the name leads ([name]: target).",
        why="Without that line it is no link: the square brackets are printed too.",
    ),
    "link-outside": Explained(
        rule="No link leads to a drive, to an absolute path or out of the concept.",
        why=(
            "Such a link works on one desk only, neither in the council nor in what is published. Links to the web are "
            "allowed."
        ),
    ),
}
