"""Files and words as people write them, for tests in which a law holds for all of them."""

from typing import Any

from hypothesis import strategies as st

from ikonzept.findings import KeyPath

LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"))
SIGNS = st.text("aä9 :#,[]{}\"'\\-?!&*|>%@`~=.\t\r\x85\u2028\ufeff\x1b\u0308", max_size=8)
TYPED = st.sampled_from(["0x1F", "0o17", "1e3", "12:30:45", "2022-06-22 10:00", "2001-12-14t21:59:43Z", ".5", "1.5e+3"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file as people write it: blocks, lists and braces, every quoting, comments and blank lines everywhere."""
    word = st.sampled_from(["eins", "'zwei'", '"drei"', "Über alles", "😀", "2022-06-22", "'it''s'", '"a\\tb"'])
    comment = st.sampled_from(["", "", " # c", "   # titel: x"])
    between = st.sampled_from(["", "", "\n", "# c\n", "  # eingerückt: {\n"])
    lines = []
    for index in range(draw(st.integers(1, 6))):
        first, second = draw(word), draw(word)
        block = draw(
            st.sampled_from(
                [
                    f"k{index}: {first}{{}}\n",
                    f"k{index}:{{}}\n  - {first}{{}}\n  - {second}\n",
                    f"k{index}:{{}}\n  ä: {first}{{}}\n  b: {second}\n",
                    f"k{index}:\n- a: {first}{{}}\n  b:\n    - {second}{{}}\n",
                    f"k{index}: {{{{a: {first}, b: [{second}, {first}]}}}}{{}}\n",
                    f"k{index}: |{{}}\n  Text # kein Kommentar\n  k9: auch nicht\n",
                ]
            )
        )
        lines.append(draw(between) + block.replace("{}", draw(comment)).replace("{{", "{").replace("}}", "}"))
    return "".join(lines).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def leaves(data: Any, path: KeyPath = ()) -> dict[KeyPath, str]:
    """All texts by their key path."""
    if isinstance(data, str):
        return {path: data}
    items = data.items() if isinstance(data, dict) else enumerate(data)
    return {key: text for name, item in items for key, text in leaves(item, (*path, name)).items()}
