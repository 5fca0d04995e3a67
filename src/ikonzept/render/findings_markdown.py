"""Findings as Markdown, short enough for a comment in a merge request."""

from collections.abc import Sequence
from itertools import groupby

from ikonzept.render.findings import Located, Report, with_hint
from ikonzept.render.markdown import bullets, escaped
from ikonzept.render.severities import counted
from ikonzept.texts import text

_OPEN = 10
"""As many findings of a weight are seen at once; the others are folded."""
_LISTED = 50
"""As many of a weight are listed at all; GitHub takes no comment of more than 65,536 characters."""
_LONGEST = 300


def markdown(report: Report) -> str:
    """The findings by weight, the heaviest first; ``INTERN`` stands on it where it holds what is not public."""
    found = sorted(report.located, key=lambda item: -item.finding.severity)
    parts = [f"### ikonzept check: {escaped(report.summary)}"]
    parts += [f"**{text('status.internal')}**"] if report.internal else []
    for severity, group in groupby(found, key=lambda item: item.finding.severity):
        listed = list(group)
        parts.append(f"#### {counted({severity: len(listed)})}")
        parts += _listing(listed)
    return "\n\n".join(parts) + "\n"


def _listing(found: Sequence[Located]) -> list[str]:
    """The first findings of a weight, others folded, and how many more there are."""
    open_ones = len(found) if len(found) == _OPEN + 1 else _OPEN  # a fold for one saves nothing
    parts = [bullets(map(_item, found[:open_ones]))]
    if folded := found[open_ones:_LISTED]:
        summary = f"<summary>{text('check.more', n=len(folded))}</summary>"
        parts += [f"<details>{summary}", bullets(map(_item, folded)), "</details>"]
    if left := len(found[_LISTED:]):
        parts.append(text("check.unlisted", n=left))
    return parts


def _item(item: Located) -> str:
    """``massnahmen/M-007.yaml:14 `code` sentence hilfe: …``."""
    said = with_hint(item.message, item.hint)
    said = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
    return f"{escaped(item.finding.place.path)}:{item.line} `{item.finding.code}` {escaped(said)}"
