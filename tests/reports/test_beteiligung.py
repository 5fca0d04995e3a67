"""Submissions without a weighing."""

from datetime import date

import pytest

from concepts import concept
from ikonzept.reports.beteiligung import open_submissions
from ikonzept.reports.measures import Selection

EVENTS = """
    === beteiligung/2024-09-14-forum.yaml
    titel: Forum
    datum: 2024-09-14
    anregungen:
      - {nummer: 1, text: Offen.}
      - {nummer: 2, text: Zu M-001., bezug: M-001}
      - nummer: 3
        text: Abgewogen am 2. Oktober.
        fuehrt_zu: [M-001]
        abwaegung: {ergebnis: gefolgt, datum: 2024-10-02}
      - {nummer: 4, text: Ohne Tag., abwaegung: {ergebnis: nicht gefolgt}}
    === beteiligung/2022-09-14-bildung.yaml
    titel: Bildung
    datum: 2022-09-14
    handlungsfelder: [bildung]
    anregungen:
      - {nummer: 1, text: Offen seit Langem.}
    === beteiligung/2024-11-01-danach.yaml
    titel: Danach
    datum: 2024-11-01
    anregungen:
      - {nummer: 1, text: Kommt noch.}
"""


@pytest.mark.parametrize(
    ("as_of", "selection", "expected"),
    [
        ("2022-09-13", Selection(), []),
        ("2022-09-14", Selection(), ["2022-09-14-bildung.1"]),
        ("2024-10-01", Selection(), ["2022-09-14-bildung.1", "2024-09-14-forum.1", "2024-09-14-forum.2", "2024-09-14-forum.3"]),
        ("2024-10-02", Selection(), ["2022-09-14-bildung.1", "2024-09-14-forum.1", "2024-09-14-forum.2"]),
        ("2024-10-15", Selection(field="bildung"), ["2022-09-14-bildung.1", "2024-09-14-forum.2"]),
        ("2024-10-15", Selection(unit="referat"), ["2024-09-14-forum.2"]),
        ("2024-10-01", Selection(unit="referat"), ["2024-09-14-forum.2", "2024-09-14-forum.3"]),
        ("2024-10-15", Selection(unit="caritas"), []),
    ],
)  # fmt: skip
def test_what_nobody_has_weighed_yet(as_of: str, selection: Selection, expected: list[str]) -> None:
    found = open_submissions(concept(EVENTS), selection, date.fromisoformat(as_of))
    assert [item.id for item in found] == expected
