"""What an edit changes, as a unified diff that ``patch`` understands."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikonzept.edits.edit import Edit
from ikonzept.render.patch import lines, unified

LINES = st.lists(st.sampled_from("abc"), max_size=12).map(lambda found: "".join(f"{line}\n" for line in found).encode())


def test_a_changed_line() -> None:
    before = "".join(f"{number}\n" for number in range(20)).encode()
    assert list(unified(Edit("a.yaml", before, before.replace(b"\n9\n", b"\nneun\nmehr\n")))) == [
        "--- a/a.yaml",
        "+++ b/a.yaml",
        "@@ -7,7 +7,8 @@",
        *(" 6", " 7", " 8", "-9", "+neun", "+mehr", " 10", " 11", " 12"),
    ]


def test_new_and_removed_files() -> None:
    assert list(unified(Edit("a", None, b"x\n"))) == ["--- /dev/null", "+++ b/a", "@@ -0,0 +1,1 @@", "+x"]
    assert list(unified(Edit("a", b"x\n", None))) == ["--- a/a", "+++ /dev/null", "@@ -1,1 +0,0 @@", "-x"]
    assert list(unified(Edit("a", None, b""))) == ["--- /dev/null", "+++ b/a"]


def test_the_end_of_the_last_line() -> None:
    assert list(unified(Edit("a", b"x", b"x\n")))[2:] == ["@@ -1,1 +1,1 @@", "-x", "\\ No newline at end of file", "+x"]


@pytest.mark.parametrize("after", [b"x\ny\n", b"x\r\ny\r\n", b"\xef\xbb\xbfx\ny\n"])
def test_what_cannot_be_seen_is_not_shown(after: bytes) -> None:
    assert list(unified(Edit("a", b"x\ny\n", after))) == []


def test_nothing_in_a_file_reaches_the_terminal() -> None:
    shown = [str(line) for line in lines(Edit("a\x1b[2J", b"", b"\x1b[31m[bold]x\n"))]
    assert "\x1b" not in "".join(shown)
    assert shown[-1].endswith("[bold]x")


def test_many_lines_are_quickly_told_apart() -> None:
    before, after = (b"".join(b"%d\n" % number for number in range(start, 60_000, 3)) for start in (0, 1))
    assert len(list(unified(Edit("a", before, after)))) == 40_003


@given(LINES, LINES)
def test_patch_makes_the_new_text_of_the_old(before: bytes, after: bytes) -> None:
    shown = "".join(f"{line}\n" for line in unified(Edit("a", before, after)))
    assert applied(before, shown) == after
    assert bool(shown) == (before != after)


def applied(before: bytes, patch: str) -> bytes:
    """As ``patch`` would: by the numbers and lines of each hunk."""
    old, new, position = before.decode().splitlines(), list[str](), 0
    for line in patch.splitlines()[2:]:
        if line.startswith("@@"):
            start, length = (int(number) for number in line.split()[1][1:].split(","))
            new += old[position : (start := start - 1 if length else start)]
            position = start
        elif line[0] == "+":
            new.append(line[1:])
        else:
            assert old[position] == line[1:]
            position += 1
            new += [line[1:]] if line[0] == " " else []
    return "".join(f"{line}\n" for line in new + old[position:]).encode()


def test_git_understands_it(tmp_path: Path) -> None:
    before, after = b"a\nb\nc\nd\ne\nf\ng\nh\ni\n", b"a\nB\nc\nd\ne\nf\ng\nh\nneu\ni"
    (tmp_path / "a").write_bytes(before)
    shown = "".join(f"{line}\n" for line in unified(Edit("a", before, after)))
    subprocess.run(["git", "apply", "-"], input=shown.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "a").read_bytes() == after
