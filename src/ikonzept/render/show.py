"""One thing of the concept as a screen and as Markdown."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from ikonzept.render.markdown import bullets, escaped, table
from ikonzept.render.terminal import clean, ends, fit, hanging, right, shorten, wrapped
from ikonzept.reports.show import Fact, Link, Sheet, Sums
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date, phrase

_LABEL = 22
_AMOUNTS = ("authorisation", "planned", "committed", "actual", "available")


def heading(sheet: Sheet) -> str:
    """``Maßnahme M-001: Kreisweite Sprachmittlung``."""
    head = f"{text(f'kind.{sheet.noun}')} {sheet.id}"
    return f"{head}: {sheet.title}" if sheet.title else head


def lines(sheet: Sheet, width: int) -> Iterator[Text]:
    """The screen, at most ``width`` columns wide; blocks without content are left out."""
    yield from (
        Text(line.plain, style="bold") for line in [wrapped(clean(heading(sheet)).split(" "), width, separator=" ")]
    )
    yield ends(Text(clean(sheet.path), style="dim"), text("status.as_of", day=german_date(sheet.as_of)), width)
    if sheet.status:
        yield Text(text("show.status", status=sheet.status))
    if sheet.facts:
        yield Text("")
        yield from _facts(sheet.facts, width)
    if sheet.money:
        yield Text("")
        yield from _money(sheet.money, width)
    for name, links in (("refers_to", sheet.refers_to), ("referred_by", sheet.referred_by)):
        if links:
            yield Text("")
            yield Text(text(f"show.{name}"), style="bold")
            yield from _links(links, width)


def _facts(facts: Sequence[Fact], width: int) -> Iterator[Text]:
    margin = min(_labels(facts, 0) + 2, max(width // 3, _LABEL))
    yield from _fact_lines(facts, width, margin, 0)


def _labels(facts: Sequence[Fact], depth: int) -> int:
    """How wide the longest label of a value is."""
    own = [2 * depth + cell_len(clean(fact.label)) for fact in facts if not _is_head(fact)]
    return max([*own, *(_labels(fact.below, depth + 1) for fact in facts)], default=0)


def _fact_lines(facts: Sequence[Fact], width: int, margin: int, depth: int) -> Iterator[Text]:
    for fact in facts:
        if _is_head(fact):
            yield Text("  " * depth + shorten(_head(fact), width - 2 * depth))
            yield from _fact_lines(fact.below, width, margin, depth + 1)
        else:
            label = "  " * depth + shorten(fact.label, width - 2 * depth)
            yield hanging(label, clean(phrase(fact.value)).split(" "), width, indent=margin, separator=" ")


def _is_head(fact: Fact) -> bool:
    """Whether a fact is the heading of those below it."""
    return bool(fact.below) or fact.value is None


def _head(fact: Fact) -> str:
    """An entry of a list is headed by its value: a date, a number, an id."""
    return phrase(fact.value) or fact.label


def _money(rows: Sequence[Sums], width: int) -> Iterator[Text]:
    names = [name for name in _AMOUNTS if any(getattr(row, name) is not None for row in rows)]
    sizes = {name: max(len(text(f"money.{name}")), *(len(_amount(row, name)) for row in rows)) + 2 for name in names}
    label = max(len(text("show.money")), *(2 + cell_len(clean(row.label)) for row in rows)) + 2
    if min(label, 12) + sum(sizes.values()) > width:
        yield Text(text("show.money"), style="bold")
        for row in rows:
            said = [f"{text(f'money.{name}')} {_amount(row, name)}" for name in names]
            yield hanging("", [clean(row.label), *said] if row.label else said, width, indent=2)
        return
    label = min(label, width - sum(sizes.values()))
    heads = "".join(right(text(f"money.{name}"), size) for name, size in sizes.items())
    yield Text(fit(text("show.money"), label), style="bold").append(heads, style="not bold")
    for row in rows:
        amounts = "".join(right(_amount(row, name), size) for name, size in sizes.items())
        yield Text("  " + fit(row.label, label - 2) + amounts)


def _amount(row: Sums, name: str) -> str:
    value = getattr(row, name)
    return german_amount(value) if value is not None else "–"


def _links(links: Sequence[Link], width: int) -> Iterator[Text]:
    for label, group in groupby(sorted(links, key=lambda link: link.label), key=lambda link: link.label):
        items = [_named(link) for link in group]
        yield hanging(f"  {clean(label)}", items, width, indent=_LABEL)


def _named(link: Link) -> str:
    return f"{link.id} {link.title}".strip()


# --- Markdown ------------------------------------------------------------------------------------------------------


def markdown(sheet: Sheet, *, internal: bool) -> str:
    """The sheet as Markdown; ``INTERN`` stands on it where it holds what is not public."""
    parts = [
        f"# {escaped(heading(sheet))}",
        f"**{text('status.internal')}**" if internal else "",
        text("status.as_of", day=german_date(sheet.as_of)),
        text("show.status", status=sheet.status) if sheet.status else "",
        "\n".join(_fact_items(sheet.facts, 0)),
        _money_table(sheet.money),
        *(
            _link_section(name, links)
            for name, links in (("refers_to", sheet.refers_to), ("referred_by", sheet.referred_by))
            if links
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _link_section(name: str, links: Sequence[Link]) -> str:
    items = (f"{escaped(link.label)}: {escaped(_named(link))}" for link in links)
    return f"## {text(f'show.{name}')}\n\n{bullets(items)}"


def _fact_items(facts: Sequence[Fact], depth: int) -> Iterator[str]:
    for fact in facts:
        label, value = (_head(fact), "") if _is_head(fact) else (fact.label, f": {escaped(phrase(fact.value))}")
        yield f"{'  ' * depth}- **{escaped(label)}**{value}"
        yield from _fact_items(fact.below, depth + 1)


def _money_table(rows: Sequence[Sums]) -> str:
    if not rows:
        return ""
    names = [name for name in _AMOUNTS if any(getattr(row, name) is not None for row in rows)]
    head = ["", *(text(f"money.{name}") for name in names)]
    body = [[escaped(row.label), *(_amount(row, name) for name in names)] for row in rows]
    return f"## {text('show.money')}\n\n{table(head, body)}"
