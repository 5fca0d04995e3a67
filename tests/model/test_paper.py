"""The sections of a Vorlage, by the headings of its body."""

import pytest

from ikonzept.model.paper import sections

BODY = """\
Vorwort
# Teil
Anfang

## Beschlussvorschlag ##

Der Kreistag beschließt.
```
# kein Abschnitt
~~~
```
### Gender
#hashtag
   ## C#
    # eingerückter Code
##
"""


def test_a_section_holds_the_sections_inside_it() -> None:
    assert [(item.line, item.level, item.title) for item in sections(BODY, first_line=10)] == [
        (11, 1, "Teil"),
        (14, 2, "Beschlussvorschlag"),
        (21, 3, "Gender"),
        (23, 2, "C#"),
        (25, 2, ""),
    ]
    texts = {item.title: item.text for item in sections(BODY)}
    assert texts["Beschlussvorschlag"].startswith("\nDer Kreistag")
    assert texts["Beschlussvorschlag"].endswith("### Gender\n#hashtag")
    assert texts["Gender"] == "#hashtag"
    assert texts["C#"] == "    # eingerückter Code"


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("", []),
        ("Text ohne Überschrift", []),
        ("####### sieben", []),
        ("```\n# in Code, der nicht aufhört", []),
        ("````\n```\n# noch in Code\n````\n# danach", ["danach"]),
        ("~~~\n``` bash\n# noch in Code\n~~~\n# danach", ["danach"]),
        ("```kein Code```\n# danach", ["danach"]),
        ("#\tmit Tabulator", ["mit Tabulator"]),
        ("# #", [""]),
        ("# Nr. #1", ["Nr. #1"]),
    ],
)
def test_what_is_a_heading(body: str, titles: list[str]) -> None:
    assert [item.title for item in sections(body)] == titles
