"""``ikonzept init``: a new concept repository."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ikonzept.commands.options import interactive, say
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import BodyKind
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ikonzept.edits.concept import Names
    from ikonzept.repository.objects import Commit, Person


def init(
    path: Annotated[Path, typer.Argument(metavar="PFAD", help=text("init.option.path"))],
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help=text("init.option.title"))] = None,
    body: Annotated[str | None, typer.Option("--body", metavar="TEXT", help=text("init.option.body"))] = None,
    kind: Annotated[BodyKind | None, typer.Option("--kind", help=text("init.option.kind"))] = None,
    ags: Annotated[str | None, typer.Option("--ags", metavar="NUMMER", help=text("init.option.ags"))] = None,
    lead: Annotated[str | None, typer.Option("--lead", metavar="TEXT", help=text("init.option.lead"))] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help=text("option.no_input"))] = False,
) -> int:
    """Copies the template, sets the names and makes a first commit; refuses a folder that is not empty."""
    import shlex

    from ikonzept import packaged, transaction
    from ikonzept.edits.concept import Names, new_concept
    from ikonzept.repository.objects import Person
    from ikonzept.repository.opening import open_repository
    from ikonzept.repository.writing import committer

    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise IkonzeptError("folder-not-empty", path=str(path))
    names = Names(title, body, kind, _checked_ags(ags), lead)
    if not no_input and interactive():
        names = _asked(names)
    _refuse_other_kind(names)
    files = new_concept(packaged.template(), names)
    existing = next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.is_dir())
    if repository := open_repository(existing):
        transaction.found(path, [], files)
        say("init.inside", path=path, top=repository.top)
    else:
        author = committer(existing)
        transaction.found(path, [_first_commit(files, author or Person("ikonzept", "ikonzept@localhost"))])
        say("init.done", path=path)
        if author is None:
            say("init.no_name")
    if not (names.body and names.ags and names.lead):
        say("init.example_names", path=path)
    say("init.next", path=shlex.quote(str(path)))
    return Exit.FINE


def _checked_ags(given: str | None) -> str | None:
    from ikonzept import values

    try:
        return values.ags(given) if given else None
    except values.NotAValue as problem:
        raise IkonzeptError(f"option-{problem.code}", exit_code=Exit.USAGE, value=given) from None


def _refuse_other_kind(names: "Names") -> None:
    """The key must be such as the kind has, which the name of the Körperschaft tells too."""
    from ikonzept.edits.concept import kind_in
    from ikonzept.model.ags import fits, length_of

    kind = names.kind or kind_in(names.body)
    if kind and names.ags and not fits(names.ags, kind):
        digits = length_of(kind)
        raise IkonzeptError("option-ags-kind", exit_code=Exit.USAGE, value=names.ags, kind=kind, digits=digits)


def _asked(names: "Names") -> "Names":
    """Asks for the names no option gave; Enter keeps the example."""
    from dataclasses import replace

    missing = [field for field in ("body", "ags", "lead") if getattr(names, field) is None]
    answers: dict[str, Any] = {field: _ask(field) for field in missing}
    return replace(names, **answers)


def _ask(field: str) -> str | None:
    """One answer; what cannot be right is asked again."""
    while True:
        answer = typer.prompt(text(f"init.ask.{field}"), default="", show_default=False).strip() or None
        try:
            return _checked_ags(answer) if field == "ags" else answer
        except IkonzeptError as problem:
            typer.echo(text(f"hint.{problem.code}", **problem.params))


def _first_commit(files: "Mapping[str, bytes]", author: "Person") -> "Commit":
    from datetime import datetime

    from ikonzept.repository.objects import Commit

    return Commit(files, author, datetime.now().astimezone(), text("init.commit"))
