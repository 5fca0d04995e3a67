"""How far measures are, in figures: what is decided apart from what is only proposed."""

from collections.abc import Iterator

from ikonzept.model.words import Status
from ikonzept.render.measures import phases_of
from ikonzept.reports.measures import Phase
from ikonzept.reports.sachstand.report import Figures
from ikonzept.texts import text


def phase_name(phase: Phase) -> str:
    """The column or the colour of a phase; the one that holds what is only proposed too says so."""
    return text("report.phase.planned" if phase is Phase.PLANNED else f"phase.{phase}")


def standing(figures: Figures, proposed_in: str | None) -> Iterator[str]:
    """``vorgeschlagen 5 (Entwurf 2024)``, ``geplant 1``, ``läuft 12``; what there is none of is left out."""
    if figures.proposed:
        draft = f" ({text('report.proposed_in', id=proposed_in)})" if proposed_in else ""
        yield f"{Status.PROPOSED} {figures.proposed}{draft}"
    for phase in phases_of(figures.measures):
        number = getattr(figures.measures, phase) - (figures.proposed if phase is Phase.PLANNED else 0)
        if number:
            yield f"{text(f'phase.{phase}')} {number}"
