"""``ikonzept check``: whether everything holds."""

from enum import StrEnum
from typing import Annotated

import typer

from ikonzept.commands.options import AsOf, Color, ColorOption, Output, Repo, day_of, show_lines, write_out
from ikonzept.errors import Exit
from ikonzept.texts import text


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    PLAIN = "plain"
    JSON = "json"


def check(
    repo: Repo = None,
    as_of: AsOf = None,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Reports every problem with its place; exit code 1 when there is an error among them."""
    from rich.text import Text

    from ikonzept.commands.opening import open_concept
    from ikonzept.findings import Severity
    from ikonzept.model.files import noun_of
    from ikonzept.render import findings as render

    day = day_of(as_of)
    opened = open_concept(repo)
    findings = opened.findings(day)
    located = render.locate(findings, opened.texts(finding.place.path for finding in findings))
    files = sum(noun_of(path) is not None for path in opened.loaded.files)
    if format is Format.JSON:
        write_out(render.as_json(located, files, day), output)
    elif format is Format.PLAIN:
        write_out(render.plain(located), output)
    else:
        show_lines(lambda width: [*render.lines(located, width), Text(render.summary(findings, files))], output, color)
    return Exit.FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else Exit.FINE
