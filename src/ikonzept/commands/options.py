"""Options that mean the same in every command, and how their words become values."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text
from ikonzept.values import shown

if TYPE_CHECKING:
    from rich.text import Text as RichText

    from ikonzept.lock import Holder

REPO_VARIABLE = "IKONZEPT_REPO"


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Repo = Annotated[
    Path | None,
    typer.Option(
        "--repo",
        "-C",
        envvar=REPO_VARIABLE,
        show_envvar=False,
        metavar="PFAD",
        help=text("option.repo"),
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        envvar="IKONZEPT_AS_OF",
        show_envvar=False,
        metavar="DATUM",
        help=text("option.as_of"),
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="DATEI", help=text("option.output"), show_default=False),
]
ColorOption = Annotated[Color, typer.Option("--color", help=text("option.color"))]
Public = Annotated[bool, typer.Option("--public", help=text("option.public"))]
Internal = Annotated[bool, typer.Option("--internal", help=text("option.internal"))]


class TextOrJson(StrEnum):
    """How a result is written that people read on the screen and programs as JSON."""

    TEXT = "text"
    JSON = "json"


TextOrJsonOption = Annotated[TextOrJson, typer.Option("--format", help=text("option.format"))]
NoPager = Annotated[bool, typer.Option("--no-pager", help=text("diff.option.pager"))]


def day_of(as_of: str | None, otherwise: date | None = None) -> date:
    """The day ``--as-of`` names; without it another day, or today.

    Raises ``IkonzeptError`` for what is no date.
    """
    if as_of is None:
        return otherwise or date.today()  # noqa: DTZ011  the day where the person sits
    return day_given(as_of, "--as-of")


def day_given(value: str, option: str) -> date:
    """The day that an option names.

    Raises ``IkonzeptError`` for what is no date.
    """
    from ikonzept import values

    try:
        return values.day(value)
    except values.NotAValue as problem:
        code = "option-date-unknown" if problem.code == "date-unknown" else "option-date"
        raise IkonzeptError(code, exit_code=Exit.USAGE, option=option, value=value) from None


def day_or_today(given: str | None, as_of: str | None) -> date:
    """The day that ``--date`` names, else today, or the day that counts as today."""
    return day_given(given, "--date") if given else day_of(as_of)


def worded(value: str | None, option: str) -> str | None:
    """The words that an option gives, without blanks around them.

    Raises ``IkonzeptError`` where there are none: they would be entered as nothing.
    """
    if value is not None and not value.strip():
        raise IkonzeptError("option-blank", exit_code=Exit.USAGE, option=option)
    return value.strip() if value is not None else None


def on_one_line(value: str | None, option: str) -> str | None:
    """As ``worded``, for what stands on one line: a title."""
    words = worded(value, option)
    return " ".join(words.split()) if words else words


def listed(names: Iterable[str]) -> tuple[str, ...]:
    """Ids as people list them, with blanks or commas between them; each once."""
    return tuple(dict.fromkeys(part for name in names for part in name.replace(",", " ").split()))


def waiting(holder: "Holder") -> None:
    """Says on stderr for whom a writing command waits."""
    say_aside("lock.waiting", command=holder.command, pid=holder.pid, host=holder.host)


def given(repo: Path | None, as_of: str | None) -> str:
    """What a command that is named on the screen needs, to find the same concept on the same day: `` -C PATH``."""
    from shlex import quote

    where = f" -C {quote(str(repo))}" if repo else ""
    return where + (f" --as-of {quote(as_of)}" if as_of else "")


Form = TypeVar("Form", bound=StrEnum)
ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".json": "json", ".txt": "text"}
"""What a file's ending says of the form of what is in it."""


def form_of(output: Path | None, forms: Iterable[str]) -> str | None:
    """The form that the ending of an output file means, of those that there are; ``None`` where it means none."""
    form = ENDINGS.get(output.suffix.lower()) if output else None
    return form if form in set(forms) else None


def chosen(format: Form | None, output: Path | None, otherwise: Form) -> Form:
    """The form that ``--format`` names, else the one of the file's ending.

    Raises ``IkonzeptError`` where both are said and differ: the file would not be what it seems.
    """
    forms = type(otherwise)
    meant = form_of(output, forms)
    if format is not None and meant not in {None, format}:
        ending = {"path": str(output), "ending": output.suffix if output else "", "meant": meant, "format": format}
        raise IkonzeptError("output-ending", exit_code=Exit.USAGE, **ending)
    return format or (forms(meant) if meant else otherwise)


def write_out(content: str | bytes, output: Path | None) -> None:
    """A result to stdout, or to a file; the file is written whole or not at all.

    What no encoding can hold, such as a file name that is no UTF-8, becomes a question mark. Bytes go out as they are,
    whatever the console's encoding and line ends.
    """
    if isinstance(content, str):
        content = content.encode("utf-8", "replace").decode()
    if output is None or str(output) == "-":
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        return
    from ikonzept.transaction import write_file

    _refuse_concept_file(output)
    write_file(output, content)
    say_aside("output.written", path=output)


def _refuse_concept_file(output: Path) -> None:
    """A result never takes the place of a file that belongs to a concept."""
    from ikonzept.model.files import noun_of
    from ikonzept.model.words import MANIFEST

    path = output.absolute()
    for folder in path.parents:
        if (folder / MANIFEST).is_file() and noun_of(path.relative_to(folder).as_posix()):
            raise IkonzeptError("output-concept-file", path=str(output))


def show_lines(
    lines: Callable[[int], Iterable["RichText"]], output: Path | None, color: Color, *, pager: bool = False
) -> None:
    """Lines laid out for the terminal's width; where there is no terminal, plain text.

    With ``pager`` what is longer than the screen is shown page by page.
    """
    from ikonzept.render.terminal import columns, console

    to_file = output is not None and str(output) != "-"
    if to_file or not (sys.stdout.isatty() or color is Color.ALWAYS):
        width = columns(None if to_file else sys.stdout)
        write_out("".join(f"{line.plain.rstrip()}\n" for line in lines(width)), output)
        if output and ENDINGS.get(output.suffix.lower(), "text") != "text":
            say_aside("output.is-text", path=output)
        return
    laid_out = list(lines(columns(sys.stdout)))
    if pager and sys.stdout.isatty() and sum(line.plain.count("\n") + 1 for line in laid_out) > _screen_lines():
        from ikonzept.commands.paging import paged

        if paged(laid_out, colored=color is not Color.NEVER and "NO_COLOR" not in os.environ):
            return
    target = console(sys.stdout, color.value)
    for line in laid_out:
        target.print(line)


def _screen_lines() -> int:
    return shutil.get_terminal_size().lines - 1


def only_public(*, public: bool, internal: bool, handed_on: bool) -> bool:
    """Whether to leave out what is not public: by default where a document is handed on."""
    if public and internal:
        raise IkonzeptError("public-and-internal", exit_code=Exit.USAGE)
    return public or (handed_on and not internal)


def interactive() -> bool:
    """Whether somebody sits at a terminal and can answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def agreed(question: str) -> bool:
    """The answer to a sentence that asks; Enter alone means yes."""
    answer: str = typer.prompt(f"{text(question)} [{text('answer.choice')}]", default="", show_default=False)
    return answer.strip().casefold() in {"", "j", "ja", "y", "yes"}


def say_aside(name: str, /, **params: object) -> None:
    """A notice on stderr, beside the result."""
    typer.echo(_sentence(name, params), err=True)


def say(name: str, /, **params: object) -> None:
    """A sentence on stdout."""
    typer.echo(_sentence(name, params))


def _sentence(name: str, params: Mapping[str, object]) -> str:
    """A number chooses between singular and plural; all else is text that a file may hold."""
    return text(name, **{key: value if isinstance(value, int) else shown(value) for key, value in params.items()})
