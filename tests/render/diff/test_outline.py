"""What every form of a diff shows: the summary counts what the sections list."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from conftest import STORY_ENDS
from ikonzept import values
from ikonzept.commands.comparing import open_pair
from ikonzept.model.fields import Part
from ikonzept.render.diff.outline import counted, sections
from ikonzept.reports.diff.change import STATUS_FACTS, Fact

STATES = ("2022", "2023", "2024", "HEAD~3", ".")


@pytest.mark.parametrize(("old", "new"), list(combinations(STATES, 2)))
@pytest.mark.parametrize("part", list(Part))
def test_the_summary_counts_what_is_listed(old: str, new: str, part: Part, made_demo: Path) -> None:
    found = open_pair(made_demo, old, new, values.day(STORY_ENDS)).diff(public=False)
    listed = [item.change for section in sections(found) for item in section.items]
    facts = [change.content if part is Part.CONTENT else change.execution for change in listed]
    expected = sum(len(set(each) - {Fact.GONE_OVER, Fact.CONTINUED, Fact.CONTINUES, Fact.ASSESSED}) for each in facts)
    named = [each for each in facts if STATUS_FACTS.intersection(each)]
    expected += sum(Fact.STATUS not in each for each in named) if part is Part.EXECUTION else 0
    assert sum(int(number) for number in re.findall(r"(\d+) ", counted(found, part))) == expected
