"""The sentences in German, one file per kind."""

from ikonzept.locale.de import commands, findings, reference, screens

SENTENCES: dict[str, str | tuple[str, str]] = {
    **commands.SENTENCES,
    **findings.SENTENCES,
    **screens.SENTENCES,
    **reference.SENTENCES,
}
