"""The overview as Markdown, for handing on."""

from ikonzept.render import measures
from ikonzept.render.budget import overview as budget
from ikonzept.render.markdown import bullets, escaped, table
from ikonzept.render.status import (
    dates,
    in_force,
    indicator,
    later_files,
    next_due,
    no_edition,
    open_edition,
    replaced,
    untagged,
    waiting,
)
from ikonzept.reports.status import Overview
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date


def markdown(overview: Overview, *, internal: bool) -> str:
    """The overview as Markdown; ``INTERN`` stands on it where it holds what is not public."""
    scope = overview.scope
    parts = [
        f"# {escaped(overview.title or text('status.untitled'))}",
        f"**{text('status.internal')}**" if internal else "",
        text("status.as_of", day=german_date(overview.as_of)),
        *(
            text(f"status.scope.{name}", name=escaped(value))
            for name, value in (("field", scope.field), ("unit", scope.unit), ("edition", scope.edition))
            if value
        ),
        _editions(overview),
        _measures(overview),
        _measure_table(overview) if scope.field or scope.unit else "",
        _money(overview),
        _dates(overview),
        _participation(overview),
        _indicators(overview),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, *parts: str) -> str:
    return "\n\n".join([f"## {title}", *(part for part in parts if part)])


def _editions(overview: Overview) -> str:
    items = [no_edition(overview)]
    if overview.in_force:
        due = [] if overview.successor else next_due(overview.in_force)
        items = [" · ".join(map(escaped, in_force(overview, overview.in_force))), *due]
    items += [" · ".join(map(escaped, open_edition(edition))) for edition in overview.open_editions]
    items += map(escaped, (*replaced(overview), *untagged(overview), *later_files(overview)))
    return _section(text("status.editions"), bullets(items))


def _measures(overview: Overview) -> str:
    if not overview.measures:
        return _section(text("status.measures"), text("status.no_measures"))
    phases = measures.phases_of(overview.total)
    head = [text("status.field"), *(text(f"phase.{phase}") for phase in phases), text("money.total")]
    named = [(escaped(row.title or text("status.unknown_field")), row) for row in overview.fields]
    rows = [
        [title, *(str(getattr(row, phase)) for phase in phases), str(row.total)]
        for title, row in (*named, (text("money.total"), overview.total))
    ]
    found = [
        f"{f'{label} {note}'.strip()}: {'; '.join(escaped(measures.named(item)) for item in items)}"
        for label, note, items in measures.worrying(overview.measures, overview.report_months)
    ]
    return _section(text("status.measures"), table(head, rows), bullets(found))


def _measure_table(overview: Overview) -> str:
    head = [text(f"status.{name}") for name in ("number", "measure", "status", "until")]
    head += [text("money.planned"), text("money.used")]
    rows = [
        [
            escaped(item.id),
            escaped(item.title),
            item.status or text("phase.unknown"),
            german_date(item.end) if item.end else "–",
            german_amount(item.planned_money),
            german_amount(item.used_money),
        ]
        for item in overview.measures
    ]
    return table(head, rows, texts=4)


def _money(overview: Overview) -> str:
    money = overview.money
    if money is None or not money.accounts:
        return ""
    selected = money.total.selected is not None
    columns = budget.SELECTED if selected else tuple(budget.WHOLE)
    head = [text("money.account"), *(text(f"money.{name}") for name in columns), *([] if selected else ["%"])]
    rows = [
        [
            escaped(f"{account.number} {account.title}") if account.number else text("money.total"),
            *budget.phrases(account, money.state),
            *([] if selected else ["–" if account.share is None else str(account.share)]),
        ]
        for account in (*money.accounts, money.total)
    ]
    return _section(text("money.title.long", year=money.year), table(head, rows))


def _dates(overview: Overview) -> str:
    items = [f"{german_date(day)} {escaped(what)}" for day, what in dates(overview)]
    return _section(text("status.dates"), bullets(items)) if items else ""


def _participation(overview: Overview) -> str:
    if not overview.open_submissions:
        return ""
    ids = ", ".join(escaped(item.id) for item in overview.open_submissions)
    return _section(text("status.participation"), f"{waiting(overview)}: {ids}")


def _indicators(overview: Overview) -> str:
    items = [escaped(indicator(item)) for item in overview.indicators]
    return _section(text("status.indicators"), bullets(items)) if items else ""
