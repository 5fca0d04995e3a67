"""Every rule finds its wrong example, alone and at its place, and leaves its right one in peace."""

import pytest

from concepts import findings, located
from ikonzept.checks.examples import EXAMPLES

CODES = sorted(EXAMPLES)


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_is_found(code: str) -> None:
    example = EXAMPLES[code]
    assert findings(example.wrong) == [f"{example.at} {code}"]
    assert [item.finding.severity for item in located(example.wrong)] == [example.severity]


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_left_in_peace(code: str) -> None:
    assert findings(EXAMPLES[code].right) == []
