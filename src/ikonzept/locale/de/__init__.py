"""The sentences in German, one file per kind."""

from ikonzept.locale.de import (
    commands,
    doctor,
    findings,
    findings_attachments,
    findings_chapters,
    findings_council,
    findings_dates,
    findings_editions,
    findings_exemptions,
    findings_files,
    findings_goals,
    findings_history,
    findings_papers,
    reference,
    screens,
    show,
)

SENTENCES: dict[str, str | tuple[str, str]] = {
    **commands.SENTENCES,
    **findings.SENTENCES,
    **findings_dates.SENTENCES,
    **findings_history.SENTENCES,
    **findings_goals.SENTENCES,
    **findings_editions.SENTENCES,
    **findings_council.SENTENCES,
    **findings_papers.SENTENCES,
    **findings_files.SENTENCES,
    **findings_attachments.SENTENCES,
    **findings_chapters.SENTENCES,
    **findings_exemptions.SENTENCES,
    **screens.SENTENCES,
    **show.SENTENCES,
    **doctor.SENTENCES,
    **reference.SENTENCES,
}
