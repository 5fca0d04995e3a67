"""The report as a page: to be printed, read aloud and looked at on a phone; no script, nothing from elsewhere."""

from ikonzept.render.html import page
from ikonzept.render.sachstand.blocks import Figure, Own
from ikonzept.render.sachstand.charts import Bars
from ikonzept.render.sachstand.outline import outline
from ikonzept.reports.sachstand.report import Report


def html(report: Report, *, internal: bool = False) -> str:
    """The page, one self-contained file; ``INTERN`` stands on it where it holds what is not public."""
    return page(
        "sachstand/page.html.j2",
        outline=outline(report),
        until=report.period.until,
        internal=internal,
        kind_of=lambda block: type(block).__name__,
        is_own=lambda said: isinstance(said, Own),
        has_bars=_has_bars,
    )


def _has_bars(figure: Figure) -> bool:
    return isinstance(figure.chart, Bars)
