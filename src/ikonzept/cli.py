"""The front door: command words, the error boundary, exit codes."""

import contextlib
import errno
import os
import re
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ikonzept import __version__
from ikonzept.commands.options import REPO_VARIABLE
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.findings import nearest
from ikonzept.texts import has_text, text
from ikonzept.values import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


_SHOWN_AS = "_usage_display_name"
"""Where Typer takes an argument's name in the usage line from."""
_TYPERS_OWN = ("help", "install_completion", "show_completion")


def _untyped(ctx: Any) -> None:  # noqa: ANN401
    """The type of an argument whose name says it all."""


def _install_completion(ctx: Any, param: Any, value: Any) -> Any:  # noqa: ANN401
    """As Typer does it, told in our words."""
    del param
    if not value or ctx.resilient_parsing:
        return value
    from typer._completion_shared import _get_shell_name, install

    shell = _get_shell_name()
    if shell not in {"bash", "zsh", "fish", "powershell", "pwsh"}:
        raise IkonzeptError("completion-shell", shell=shell or "?")
    _, path = install(shell=shell)
    typer.echo(text("completion.installed", shell=shell, path=path))
    raise typer.Exit


class _OurWords:
    """Help in the user's language where Typer has fixed English words."""

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401  Typer's own types are private
        params = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if param.name in _TYPERS_OWN:
                param.help = text(f"option.{param.name}")
            if param.name == "install_completion":
                param.callback = _install_completion
            if getattr(param, "is_flag", False):
                param.metavar = ""  # a flag takes no value
            if param.param_type_name == "argument" and not param.type_descriptor.choices:
                param.display_type_rich = _untyped  # "<path>" beside the name tells nothing
            if param.param_type_name == "argument" and param.metavar and "…" in param.metavar:
                setattr(param, _SHOWN_AS, partial(str, param.metavar))  # it says itself that there may be several
        return params

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=text("help.usage"))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        from typer import rich_utils

        rich_utils.ARGUMENTS_PANEL_TITLE = text("help.arguments")
        rich_utils.OPTIONS_PANEL_TITLE = text("help.options")
        rich_utils.COMMANDS_PANEL_TITLE = text("help.commands")
        rich_utils.DEFAULT_STRING = text("help.default")
        rich_utils.REQUIRED_LONG_STRING = text("help.required")
        super().format_help(ctx, formatter)  # type: ignore[misc]


class Command(_OurWords, TyperCommand):
    """A command whose help speaks the user's language."""


class Group(_OurWords, TyperGroup):
    """A group of commands whose help speaks the user's language."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """The command a word names; a mistyped one is answered with the nearest."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            params = {"name": args[0], "nearest": nearest(args[0], self.commands), "known": ", ".join(self.commands)}
            raise IkonzeptError("unknown-command", exit_code=Exit.USAGE, **params)
        return super().resolve_command(ctx, args)


def _group(help: str, **settings: Any) -> typer.Typer:  # noqa: ANN401
    return typer.Typer(
        cls=Group,
        help=help,
        no_args_is_help=True,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,
        options_metavar=text("help.options_metavar"),
        subcommand_metavar=text("help.command_metavar"),
        **settings,
    )


WORDS = ("status", "check", "show", "diff", "synopsis", "calendar", "explain", "doctor", "init", "demo", "git-diff")
"""The commands in the order of the help; each is a function in the module of its name."""


GROUPS = {
    "budget": (
        "show",
        "check",
        "diff",
        "forecast",
        "add",
        "commit-funds",
        "book",
        "transfer",
        "import",
        "export",
        "close",
    ),
    "edition": ("list", "show", "create", "advance", "adopt", "verify", "log"),
    "measure": (
        "list",
        "timeline",
        "add",
        "edit",
        "set-status",
        "sachstand",
        "rename",
        "move",
        "merge",
        "split",
        "defer",
        "drop",
        "export",
        "import",
        "log",
    ),
    "report": ("sachstand",),
    "schema": ("file", "output"),
}
"""The words that have commands below them, each a function in the module of the word."""


_PYTHONS_OWN = frozenset(("list", "import"))
"""Words that a function cannot have for a name, or had better not."""


def app(words: "Sequence[str] | None" = None, groups: "Sequence[str] | None" = None) -> typer.Typer:
    """The program with these commands, or with all of them: a run that names its command need not load the others."""
    program = _group(text("help.ikonzept"))
    program.callback()(_root)
    for word in WORDS if words is None else words:
        name = word.replace("-", "_")
        _add(program, word, getattr(import_module(f"ikonzept.commands.{name}"), name), text(f"help.{word}"))
    for word in GROUPS if groups is None else groups:
        program.add_typer(_subgroup(word), name=word)
    return program


def _subgroup(word: str) -> typer.Typer:
    """The commands below a word."""
    module = import_module(f"ikonzept.commands.{word}")
    group = _group(text(f"help.{word}"), add_completion=False)
    for name in GROUPS[word]:
        _add(
            group,
            name,
            getattr(module, name.replace("-", "_") if name not in _PYTHONS_OWN else f"{name}_"),
            text(f"help.{word}.{name}"),
        )
    return group


def _add(group: typer.Typer, word: str, command: "Callable[..., int]", help: str) -> None:
    group.command(word, cls=Command, help=help, options_metavar=text("help.options_metavar"))(command)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"ikonzept {__version__}")
        raise typer.Exit


def _root(
    repo: Annotated[
        str | None, typer.Option("--repo", "-C", metavar="PFAD", help=text("option.repo"), show_default=False)
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=text("option.version"))
    ] = False,
) -> None:
    del version
    if repo:
        os.environ[REPO_VARIABLE] = repo


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Runs a command; every error ends here, as a sentence and an exit code."""
    _open_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(*_needed(given))(args=given, prog_name="ikonzept", standalone_mode=False)
        sys.stdout.flush()
    except IkonzeptError as problem:
        return _complain(problem.code, problem.exit_code, problem.params)
    except (KeyboardInterrupt, typer.Abort):
        typer.echo(f"\n{text('error.aborted')}", err=True)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return Exit.FINE
    except SystemExit as end:
        if _COMPLETING in os.environ:
            raise
        _forget_stdout()  # Typer and Rich end so when the reader has gone
        return Exit.FINE if end.code == 1 else int(end.code or 0)
    except OSError as problem:
        code = _OS_PROBLEMS.get(problem.errno or 0, "os")
        path = str(problem.filename or "")
        return _complain(code, Exit.CANNOT, {"reason": problem.strerror or str(problem), "path": path})
    except Exception as problem:
        if hasattr(problem, "format_message"):  # Typer's own errors; their class is private
            return _explain_usage(problem, given)
        if os.environ.get("IKONZEPT_DEBUG"):
            raise
        return _complain("bug", Exit.CANNOT, {"what": f"{type(problem).__name__}: {problem}"})
    return int(code or 0)


def _needed(given: "Sequence[str]") -> "tuple[Sequence[str] | None, Sequence[str] | None]":
    """The commands and groups that a run needs: those it names, none for the version, otherwise all (``None``)."""
    if _COMPLETING in os.environ or not given:
        return None, None
    if given[0] == "--version":
        return (), ()
    if given[0] in WORDS:
        return given[:1], ()
    return ((), given[:1]) if given[0] in GROUPS else (None, None)


_COMPLETING = "_IKONZEPT_COMPLETE"
_OS_PROBLEMS = {
    errno.ENOENT: "os-missing",
    errno.EACCES: "os-forbidden",
    errno.EPERM: "os-forbidden",
    errno.EROFS: "os-forbidden",
    errno.ENOSPC: "os-full",
    errno.ENOTDIR: "os-not-a-folder",
}


def _open_streams() -> None:
    """Streams that a caller has closed go nowhere; a character a console lacks shows as another, never a traceback."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  as long as we run
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _forget_stdout() -> None:
    """The reader has gone: what is still buffered must not complain at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _complain(code: str, exit_code: Exit, params: "Mapping[str, object]") -> Exit:
    """What went wrong and what to do, on stderr."""
    phrases = {key: value if key == "n" else shown(value) for key, value in params.items()}  # n chooses the sentence
    typer.echo(f"{text('error.label')} {text(f'error.{code}', **phrases)}", err=True)
    hint = text("hint.nearest", **phrases) if phrases.get("nearest") else None
    if hint is None and has_text(f"hint.{code}"):
        hint = text(f"hint.{code}", **phrases)
    if hint:
        typer.echo(f"{text('finding.hint')} {hint}", err=True)
    return exit_code


def _command_in(given: "Sequence[str]") -> str:
    """The command that a command line names, as far as it can be told: ``ikonzept measure merge``."""
    words = given[:1] if given and given[0] in {*WORDS, *GROUPS} else ()
    words = given[:2] if words and given[1:2] and given[1] in GROUPS.get(given[0], ()) else words
    return " ".join(("ikonzept", *words))


def _explain_usage(problem: Any, given: "Sequence[str]") -> Exit:  # noqa: ANN401  Typer's error classes are private
    """A usage error of Typer in our words; ``given`` is the command line."""
    kind = type(problem).__name__
    if kind == "NoArgsIsHelpError":
        return Exit.USAGE  # the help has been shown
    command = problem.ctx.command_path if getattr(problem, "ctx", None) else _command_in(given)
    params: dict[str, object] = {"command": command}
    param = getattr(problem, "param", None)
    if kind == "NoSuchOption":
        possible = [name.split()[0] for name in problem.possibilities or ()]  # far-fetched ones too
        return _complain(
            "usage-option",
            Exit.USAGE,
            params | {"option": problem.option_name, "nearest": nearest(problem.option_name, possible)},
        )
    if kind in {"MissingParameter", "BadParameter"} and param is not None:
        params["option"] = param.opts[0] if param.param_type_name == "option" else param.metavar or param.name
        choices = param.type_descriptor.choices
        if kind == "MissingParameter":
            return _complain("usage-missing", Exit.USAGE, params)
        if choices:
            words = tuple(getattr(choice, "value", choice) for choice in choices)
            wrong = re.search(r"'(.*?)' is not one of", problem.message)
            params |= {"choices": words, "value": wrong[1] if wrong else "…"}
            return _complain("usage-choice", Exit.USAGE, params)
        return _complain("usage-value", Exit.USAGE, params)
    if kind == "BadOptionUsage":
        return _complain("usage-argument", Exit.USAGE, params | {"option": problem.option_name})
    message = problem.format_message()
    extra = re.search(r"unexpected extra argument(?:s|\(s\))? \((.*)\)", message)
    if extra:
        return _complain("usage-extra", Exit.USAGE, params | {"word": extra[1]})
    return _complain("usage", Exit.USAGE, params | {"message": message})
