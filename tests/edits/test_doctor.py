"""Mending bytes: line ends, byte order mark, Windows-1252; nothing else, and only where it is certain."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ikonzept import document
from ikonzept.edits import doctor
from ikonzept.edits.doctor import Encoding, Mend

MARK = b"\xef\xbb\xbf"
DOS = "titel: Sprachförderung für Groß und Klein\n".encode("cp850")
MAC = "titel: Sprachförderung für Groß und Klein\n".encode("mac-roman")


@pytest.mark.parametrize(
    ("raw", "codes", "mended"),
    [
        (b"", [], b""),
        (b"titel: a\n", [], b"titel: a\n"),
        ("titel: Ä „ß“\n".encode(), [], "titel: Ä „ß“\n".encode()),
        (b"a: 1\r\nb: 2\r\n", ["line-ends-windows"], b"a: 1\nb: 2\n"),
        (b"a: 1\r\nb: 2", ["line-ends-windows"], b"a: 1\nb: 2"),
        (b"a: 1\r\nb: 2\n", ["line-ends-mixed"], b"a: 1\nb: 2\n"),
        (b"a: 1\nb: 2\r\n\r\n", ["line-ends-mixed"], b"a: 1\nb: 2\n\n"),
        (b"a: 1\rb: 2\r", ["line-ends-mixed"], b"a: 1\nb: 2\n"),
        (MARK + b"a: 1\n", ["byte-order-mark"], b"a: 1\n"),
        (MARK + MARK + b"a: 1\r\n", ["byte-order-mark", "line-ends-windows"], b"a: 1\n"),
        (MARK, ["byte-order-mark"], b""),
        (b"a: " + MARK + b"1\n", [], b"a: " + MARK + b"1\n"),
        ("Straße „Süd“ – 5 €\n".encode("cp1252"), ["encoding-windows-1252"], "Straße „Süd“ – 5 €\n".encode()),
        ("Fuß\r\n".encode("cp1252"), ["encoding-windows-1252", "line-ends-windows"], "Fuß\n".encode()),
        ("„Spaß“ in Groß…\n".encode("cp1252"), ["encoding-windows-1252"], "„Spaß“ in Groß…\n".encode()),
        ("Herr Dušan\n".encode("cp1252"), ["encoding-windows-1252"], "Herr Dušan\n".encode()),
    ],
)  # fmt: skip
def test_what_is_mended(raw: bytes, codes: list[str], mended: bytes) -> None:
    assert doctor.symptoms(raw) == codes
    assert doctor.mended(raw) == mended
    assert doctor.mend("a.yaml", raw) == (Mend("a.yaml", tuple(codes), raw, mended) if codes else None)


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("Größe\r\n".encode() + "Größe\r\n".encode("cp1252"), ["encoding-mixed"]),
        (MARK + "Größe\r\n".encode("cp1252"), ["encoding-mixed"]),
        ("5 €\n".encode() + "Größe\r\n".encode("cp1252"), ["encoding-mixed"]),
        ("Ayşe\n".encode() + "Größe\r\n".encode("cp1252"), ["encoding-mixed"]),
        ("عربي\n".encode() + "Größe\r\n".encode("cp1252"), ["encoding-mixed"]),
        ("Größe\r\n".encode("utf-16"), ["encoding-other"]),
        ("Name\r\n".encode("utf-16-le"), ["encoding-other"]),
        (DOS, ["encoding-other"]),
        (DOS.replace("ü".encode("cp850"), b"ue"), ["encoding-other"]),
        (MAC, ["encoding-other"]),
        (b"%PDF-1.7\r\n\x00\xff", ["encoding-other"]),
        (b"\xfcber\x1b[31m\r\n", ["encoding-other"]),
        (b"\r" * (document.MAX_BYTES + 1), []),
    ],
)
def test_what_is_not_certain_stays_as_it_is(raw: bytes, codes: list[str]) -> None:
    assert doctor.symptoms(raw) == codes
    assert doctor.mended(raw) == raw
    assert doctor.mend("a.yaml", raw) is None


@pytest.mark.parametrize(("raw", "line"), [(b"a\r\nb\n", 1), (b"a\nb\r\n", 2), (b"a\nb\rc\n", 2)])
def test_where_line_ends_begin_to_differ(raw: bytes, line: int) -> None:
    assert doctor.first_odd_line_end(raw) == line


# --- laws ------------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [b"\r", b"\n", b"\r\n", MARK, b"\xfc", "ü".encode(), b"a: 1", b"\xdf\x93", b"\0", b"\x81", b"\x1b"]
)
RAW = st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=12).map(b"".join))
TEXT = st.text(st.characters(codec="cp1252", exclude_categories=("Cc",), include_characters="\r\n\t"), max_size=60)


@given(RAW)
@example("ß“".encode("cp1252"))
def test_mending_twice_is_mending_once(raw: bytes) -> None:
    once = doctor.mended(raw)
    assert doctor.mended(once) == once
    assert (once == raw) == (doctor.mend("a", raw) is None)
    assert not doctor.MENDED & set(doctor.symptoms(once))


def read(raw: bytes) -> str:
    """The text as people read it: whatever its encoding, marks and line ends."""
    encoding = doctor.encoding_of(raw)
    text = raw.decode("cp1252" if encoding is Encoding.WINDOWS_1252 else "utf-8")
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@given(RAW)
def test_the_text_is_the_same_before_and_after(raw: bytes) -> None:
    if doctor.encoding_of(raw) in {Encoding.UTF_8, Encoding.WINDOWS_1252}:
        assert read(doctor.mended(raw)) == read(raw)
    else:
        assert doctor.mended(raw) == raw


@given(st.text(max_size=60).filter(lambda text: "\0" not in text), st.sampled_from(["", "\ufeff"]))
def test_utf_8_is_never_taken_for_anything_else(text: str, mark: str) -> None:
    raw = (mark + text).encode()
    assert doctor.encoding_of(raw) is Encoding.UTF_8
    assert doctor.mended(raw).decode() == read(raw)


@given(TEXT)
def test_windows_1252_comes_back_as_its_text_or_not_at_all(text: str) -> None:
    raw = text.encode("cp1252")
    if doctor.encoding_of(raw) is Encoding.WINDOWS_1252:
        assert doctor.mended(raw).decode() == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("path", ["a.yaml", "a.md", "a.csv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_readers_read_the_same(path: str, encoding: str) -> None:
    plain = {
        "a.yaml": 'titel: Größe\ntext: |\n  eins\n\n  zwei\nwort: "drei\n  vier"\n',
        "a.md": "---\ntitel: Größe\n---\n# Für\n\nText\n",
        "a.csv": "jahr;wert\n2022;Größe\n",
    }[path]
    mended = doctor.mended(plain.replace("\n", "\r\n").encode(encoding))
    assert mended == plain.encode()
    assert document.read(path, mended) == document.read(path, plain.encode())
