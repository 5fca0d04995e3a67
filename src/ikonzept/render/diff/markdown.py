"""A diff as a comment on a merge request: the summary open, the rest folded, and never longer than a comment may be."""

from collections.abc import Iterator, Sequence

from ikonzept.render.diff.outline import (
    Item,
    Section,
    headline,
    lines_of_summary,
    money_rows,
    no_difference,
    sections,
    unreadable_files,
    unreadable_hint,
)
from ikonzept.render.diff.runs import Passage, Run, RunKind
from ikonzept.render.markdown import bullets, escaped, table
from ikonzept.reports.diff.change import Diff, Money
from ikonzept.texts import text

_LONGEST = 65_000
"""GitHub takes 65,536 characters, GitLab a million: what is longer loses its last things, and says how many."""
_MOST_NAMED = 100
"""So many files that cannot be read are named."""
_OPENING = 400
"""So many characters of a whole new text are enough to know what it is."""
_MARKED = {
    RunKind.DELETED: ("<del>", "</del>"),
    RunKind.AWAY: ("<del>", "</del>"),
    RunKind.INSERTED: ("<ins>", "</ins>"),
    RunKind.HERE: ("<ins>", "</ins>"),
}
"""By tags, for stars count as marks only between words: ``Bürger<ins>*innen</ins>``."""
_MOVED = frozenset((RunKind.AWAY, RunKind.HERE))


def markdown(diff: Diff, *, internal: bool = False) -> str:
    """The comment: heading, summary, money, then one folded part for each section."""
    parts = [f"### {escaped(headline(diff))}", escaped(diff.title)]
    parts += [f"**{text('status.internal')}**"] if internal else []
    if diff.is_empty:
        return "\n\n".join([*parts, no_difference(diff)]) + "\n"
    parts.append(bullets(f"**{escaped(label)}:** {escaped(said)}" for label, said in lines_of_summary(diff)))
    if diff.unreadable:
        parts.append(f"{text('diff.unreadable')} {escaped(unreadable_hint(diff))}".rstrip())
        parts.append(bullets(map(escaped, unreadable_files(diff))))
    found = list(sections(diff))
    count = sum(len(section.items) for section in found)
    room = _LONGEST - sum(len(part) + 2 for part in (*parts, text("diff.cut", n=count)))
    left_out = 0
    for section in found:
        folded, missing = _section(section, diff, room)
        left_out += missing
        room -= len(folded) + 2
        parts += [folded] if folded else []
    parts += [text("diff.cut", n=left_out)] if left_out else []
    return "\n\n".join(parts) + "\n"


def _section(section: Section, diff: Diff, room: int) -> tuple[str, int]:
    """A folded section as far as there is room for it, and how many of its things are left out."""
    money = list(_money(diff.money)) if section.key == "money" and diff.money else []
    fixed = len(_folded(section, money, [], len(section.items)))
    if fixed > room:
        return "", max(len(section.items), 1)
    items: list[str] = []
    for item in section.items:
        said = "\n".join(_item(item))
        fixed += len(said) + 1
        if fixed > room:
            break
        items.append(said)
    missing = len(section.items) - len(items)
    return (_folded(section, money, items, len(section.items)) if items or money else ""), missing


def _folded(section: Section, money: Sequence[str], items: Sequence[str], count: int) -> str:
    head = f"<details><summary>{escaped(section.title)} ({text('diff.things', n=count)})</summary>"
    return "\n\n".join([head, *money, "\n".join(items), "</details>"])


def _money(money: Money) -> Iterator[str]:
    heads = [text(f"diff.money.{name}") for name in ("account", "old", "new", "difference")]
    yield table(heads, ([escaped(cell) for cell in row] for row in money_rows(money)))
    yield text(f"diff.money.{'balanced' if money.balanced else 'unbalanced'}")


def _item(item: Item) -> Iterator[str]:
    """A list item: what, what happened, and below it each place that differs and why."""
    yield f"- {item.mark} **{escaped(item.name)}**" + (f" – {escaped(item.said)}" if item.said else "")
    for passage in item.passages:
        yield f"  - {_passage(passage.opening(_OPENING))}"
    yield from (f"  - *{escaped(said)}*" for said in (*item.reasons, *([item.guess] if item.guess else [])))


def _passage(passage: Passage) -> str:
    notes = [*([passage.note] if passage.note else []), *([text("diff.editorial")] if passage.editorial else [])]
    said = "".join(map(_run, passage.runs))
    return f"{escaped(passage.label)}: {said}" + (f" ({escaped(', '.join(notes))})" if notes else "")


def _run(run: Run) -> str:
    before, after = _MARKED.get(run.kind, ("", ""))
    if not run.text.strip():
        return run.text
    lead, tail = " " * run.text[:1].isspace(), " " * run.text[-1:].isspace()
    moved = f" ({text('diff.block.sentence_moved')})" if run.kind in _MOVED else ""
    return f"{before}{lead}{escaped(run.text).strip()}{tail}{after}{moved}"
