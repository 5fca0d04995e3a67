"""What comes next is one word of a file: comments, order and line ends stay."""

import pytest

from ikonzept import loader
from ikonzept.edits.outlook import looked_ahead
from ikonzept.model.words import Outlook

HEAD = "titel: A   # so\nhandlungsfeld: x\nart: Projekt\nfederfuehrung: y\n"
PATH = "massnahmen/M-1.yaml"


@pytest.mark.parametrize(
    "tail", ["", "verlauf: []\n", "verlauf:\n  - datum: 2024-01-01\n    status: geplant  # noch\n"]
)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "ausblick: Ausbau\n"),
        ("beteiligte: [a, b]\n", "beteiligte: [a, b]\nausblick: Ausbau\n"),
        ("beteiligte:\n  - a\n  - b  # c\n", "beteiligte:\n  - a\n  - b  # c\nausblick: Ausbau\n"),
        ("laufzeit:\n  beginn: 2022-01-01\n", "laufzeit:\n  beginn: 2022-01-01\nausblick: Ausbau\n"),
        ("beschreibung: |\n  a\n\n  b\n", "beschreibung: |\n  a\n\n  b\nausblick: Ausbau\n"),
        ("ausblick: offen  # c\n", "ausblick: Ausbau  # c\n"),
        ("ausblick:\n", "ausblick: Ausbau\n"),
        ("anregungen:\n- f.1\n", "anregungen:\n- f.1\nausblick: Ausbau\n"),
    ],
)
def test_one_word_changes(before: str, after: str, tail: str) -> None:
    for mark, line_end in (("", "\n"), ("\ufeff", "\r\n")):
        raw, wanted = ((mark + (HEAD + part + tail).replace("\n", line_end)).encode() for part in (before, after))
        measure = loader.load({PATH: raw.decode()}).concept.measures["M-1"]
        assert looked_ahead(PATH, raw, measure, Outlook.EXTEND).after == wanted


def test_a_file_in_braces_is_left_to_people() -> None:
    raw = b"{titel: A, handlungsfeld: x, art: Projekt, federfuehrung: y}\n"
    measure = loader.load({PATH: raw.decode()}).concept.measures["M-1"]
    with pytest.raises(KeyError):
        looked_ahead(PATH, raw, measure, Outlook.EXTEND)
