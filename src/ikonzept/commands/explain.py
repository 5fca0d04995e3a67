"""``ikonzept explain``: what a rule asks for, why, and how it looks right."""

from enum import StrEnum
from typing import Annotated

import typer

from ikonzept.commands.complete import rules
from ikonzept.commands.options import Color, ColorOption, Output, show_lines, write_out
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text


class Format(StrEnum):
    """How rules are explained."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="REGEL", help=text("explain.option.code"), autocompletion=rules)
    ] = None,
    format: Annotated[Format, typer.Option("--format", help=text("option.format"))] = Format.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Explains one rule with its examples; without a code all rules are listed."""
    from ikonzept.checks.examples import EXAMPLES
    from ikonzept.findings import nearest
    from ikonzept.render import rules as render

    if code is not None and code not in EXAMPLES:
        raise IkonzeptError("unknown-rule", exit_code=Exit.USAGE, name=code, nearest=nearest(code, EXAMPLES))
    chosen = None if code is None else render.rule(code)
    if format is Format.JSON:
        write_out(render.as_json([chosen] if chosen else map(render.rule, EXAMPLES)), output)
    elif format is Format.MARKDOWN:
        write_out(render.markdown(chosen) if chosen else render.reference(), output)
    else:
        show_lines(lambda width: render.lines(chosen, width) if chosen else render.listing(width), output, color)
    return Exit.FINE
