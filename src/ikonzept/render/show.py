"""One thing of the concept as a screen and as Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from ikonzept.render.budget import funding
from ikonzept.render.markdown import bullets, escaped, table
from ikonzept.render.terminal import clean, ends, fit, hanging, right, shorten, wrapped
from ikonzept.reports.links import Link
from ikonzept.reports.show import Fact, Sheet, Sums
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
    if sheet.over_years:
        yield Text("")
        yield from funding.measure_lines(sheet.over_years, width)
    elif sheet.funding:
        yield Text("")
        yield from funding.grant_lines(sheet.funding, width)
    elif sheet.money:
        yield Text("")
        yield from _money(sheet.money, width)
    for name, groups in _link_groups(sheet):
        yield Text("")
        yield Text(text(f"show.{name}"), style="bold")
        for label, items in groups:
            yield Text(f"  {shorten(label, width - 2)}")
            yield from (Text(f"    {shorten(item, width - 4)}") for item in items)


Groups = list[tuple[str, list[str]]]
"""Things under what they have in common."""


def _link_groups(sheet: Sheet) -> Iterator[tuple[str, Groups]]:
    """What the thing refers to, by the field that says so; what refers to it, by its kind and how it stands to it."""
    if sheet.refers_to:
        groups = _grouped(sheet.refers_to, lambda link: link.label)
        yield "refers_to", [(clean(group[0].label), list(map(_named, group))) for group in groups]
    if sheet.referred_by:
        groups = _grouped(sheet.referred_by, lambda link: link.kind)
        yield "referred_by", [(clean(_relation(group, sheet.id)), list(map(_named, group))) for group in groups]


def _grouped(links: Sequence[Link], kind: Callable[[Link], str]) -> Iterator[list[Link]]:
    """Links of one field together, in the order in which the first of each was found."""
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        groups.setdefault((kind(link), link.relation), []).append(link)
    yield from groups.values()


def _relation(links: Sequence[Link], identifier: str) -> str:
    """``Maßnahmen · aus M-004 entstanden``."""
    kind = text(f"kinds.{links[0].kind}", n=len(links))
    return f"{kind} · {text(f'show.by.{links[0].relation}', id=identifier, n=len(links))}"


def _facts(facts: Sequence[Fact], width: int) -> Iterator[Text]:
    margin = min(_labels(facts, 0) + 2, max(width // 3, _LABEL))
    yield from _fact_lines(facts, width, margin, 0)


def _labels(facts: Sequence[Fact], depth: int) -> int:
    """How wide the longest label of a value is."""
    own = [2 * depth + cell_len(clean(fact.label)) for fact in facts if not _is_head(fact)]
    return max([*own, *(_labels(fact.below, depth + 1) for fact in facts)], default=0)


def _fact_lines(facts: Sequence[Fact], width: int, margin: int, depth: int) -> Iterator[Text]:
    sizes = _sizes(facts)
    for fact in facts:
        label = "  " * depth + shorten(_head(fact) if _is_head(fact) else fact.label, width - 2 * depth)
        if _is_head(fact):
            yield Text(label)
            yield from _fact_lines(fact.below, width, margin, depth + 1)
        elif sentences := _sentences(fact):
            for index, sentence in enumerate(sentences):
                words = clean(sentence).split(" ")
                yield hanging("" if index else label, ["–", *words], width, indent=margin, separator=" ")
        else:
            said = clean(_said(fact))
            indent = margin + max(sizes.get(id(fact), 0) - len(said), 0)
            yield hanging(label, said.split(" "), width, indent=indent, separator=" ")


def _sizes(facts: Sequence[Fact]) -> dict[int, int]:
    """How wide each figure is set that stands below or above another of its unit: their ends meet."""
    sizes: dict[int, int] = {}
    for _, group in groupby(facts, key=lambda fact: (isinstance(fact.value, Decimal), fact.unit, _is_head(fact))):
        figures = [fact for fact in group if isinstance(fact.value, Decimal)]
        widest = max((len(_said(fact)) for fact in figures), default=0)
        sizes |= {id(fact): widest for fact in figures}
    return sizes


def _said(fact: Fact) -> str:
    """A value with what it counts."""
    return f"{phrase(fact.value)} {fact.unit}" if fact.unit else phrase(fact.value)


_SHORT = 48
"""Texts up to this length stand beside one another; longer ones each on their own line."""


def _sentences(fact: Fact) -> list[str]:
    """The texts of a list that need a line each."""
    texts = list(map(phrase, fact.value)) if isinstance(fact.value, tuple) and type(fact.value) is tuple else []
    return texts if any(len(item) > _SHORT or ", " in item for item in texts) else []


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
        "\n".join(_fact_items(sheet.facts, 0, {(link.label, link.id): _named(link) for link in sheet.refers_to})),
        _money_section(sheet),
        *(_link_section(name, groups) for name, groups in _link_groups(sheet)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _link_section(name: str, groups: Groups) -> str:
    parts = [f"{escaped(label)}:\n\n{bullets(map(escaped, items))}" for label, items in groups]
    return "\n\n".join([f"## {text(f'show.{name}')}", *parts])


Names = Mapping[tuple[str, str], str]
"""The things a sheet refers to, with their titles, by the label of the field and the id."""


def _fact_items(facts: Sequence[Fact], depth: int, names: Names) -> Iterator[str]:
    for fact in facts:
        before = "  " * depth
        if _is_head(fact):
            yield f"{before}- **{escaped(names.get((fact.label, _head(fact)), _head(fact)))}**"
        elif sentences := _sentences(fact) or _several_named(fact, names):
            yield f"{before}- **{escaped(fact.label)}**:"
            yield from (f"{before}  - {escaped(sentence)}" for sentence in sentences)
        else:
            yield f"{before}- **{escaped(fact.label)}**: {escaped(names.get((fact.label, _said(fact)), _said(fact)))}"
        yield from _fact_items(fact.below, depth + 1, names)


def _several_named(fact: Fact, names: Names) -> list[str]:
    """The things a list names, each with its title."""
    several = fact.value if type(fact.value) is tuple else ()
    found = [names.get((fact.label, phrase(item)), phrase(item)) for item in several]
    return found if found != list(map(phrase, several)) else []


def _money_section(sheet: Sheet) -> str:
    if sheet.over_years:
        return funding.measure_markdown(sheet.over_years)
    return funding.grant_markdown(sheet.funding) if sheet.funding else _money_table(sheet.money)


def _money_table(rows: Sequence[Sums]) -> str:
    if not rows:
        return ""
    names = [name for name in _AMOUNTS if any(getattr(row, name) is not None for row in rows)]
    head = ["", *(text(f"money.{name}") for name in names)]
    body = [[escaped(row.label), *(_amount(row, name) for name in names)] for row in rows]
    return f"## {text('show.money')}\n\n{table(head, body)}"
