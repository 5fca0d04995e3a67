"""The sentences in English, one file per kind."""

from ikonzept.locale.en import commands, findings, reference, screens

SENTENCES: dict[str, str | tuple[str, str]] = {
    **commands.SENTENCES,
    **findings.SENTENCES,
    **screens.SENTENCES,
    **reference.SENTENCES,
}
