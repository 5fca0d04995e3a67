"""``ikonzept check``: whether everything holds."""

import os
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import editions, rules
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Internal,
    Public,
    Repo,
    day_of,
    only_public,
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ikonzept.checks.case import Since
    from ikonzept.commands.opening import Opened
    from ikonzept.commands.since import Base
    from ikonzept.findings import Finding, Severity
    from ikonzept.render.findings import Report
    from ikonzept.repository.reading import Repository


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    PLAIN = "plain"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


_OWN_VIEW = frozenset((Format.TEXT, Format.PLAIN, Format.JSON))
"""What shows everything unless ``--public`` is given; the others are made to be handed on."""
_STDOUT = Path("-")


class FailOn(StrEnum):
    """From which weight on a finding makes the check fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    @property
    def severity(self) -> "Severity | None":
        """The weight, ``None`` for never."""
        from ikonzept.findings import Severity

        return None if self is FailOn.NEVER else Severity[self.name]


FormatOption = Annotated[Format | None, typer.Option("--format", help=text("check.option.format"), show_default=False)]
OutputOption = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", metavar="[FORM=]DATEI", help=text("check.option.output"), show_default=False),
]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help=text("check.option.fail_on"))]


def check(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="DATEI", help=text("check.option.files"), show_default=False)
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    format: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = FailOn.ERROR,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", metavar="REGEL", help=text("check.option.only"), autocompletion=rules, show_default=False
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="REGEL", help=text("check.option.ignore"), autocompletion=rules, show_default=False
        ),
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option("--stdin-filename", metavar="DATEI", help=text("check.option.stdin"), show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="STAND", help=text("check.option.since"), autocompletion=editions, show_default=False
        ),
    ] = None,
    color: ColorOption = Color.AUTO,
    public: Public = False,
    internal: Internal = False,
) -> int:
    """Reports every problem with its place; exit code 1 when one weighs as much as ``--fail-on``."""
    from ikonzept.commands.chosen import open_chosen
    from ikonzept.commands.edition.evidence import adopted_budgets
    from ikonzept.repository.objects import EDITION_TAGS

    targets = targets_of(format, output or [])
    wanted, unwanted, day = _known(only), _known(ignore), day_of(as_of)
    base = _base(repo, since, wanted)
    opened, chosen = open_chosen(repo, files or [], stdin_filename, base.changed if base else ())
    repository, compared = repository_of(opened), _compared(opened, base)
    findings = [
        finding
        for finding in opened.findings(day, adopted_budgets(opened, repository, day), compared)
        if (not wanted or finding.code in wanted) and finding.code not in unwanted and finding.place.path in chosen
    ]
    untagged = _untagged(opened, repository)
    if untagged is None:
        say_aside("check.no_git")
    elif untagged:
        say_aside("check.untagged", tags=[f"{EDITION_TAGS}{name}" for name in untagged])
    asked = Asked(day, targets, fail_on, color, public=public, internal=internal, since=compared)
    looked_at = chosen.files(opened.loaded, compared.files if compared else ())
    return tell(opened, findings, looked_at, asked, untagged=untagged)


def _base(repo: Path | None, name: str | None, wanted: "frozenset[str]") -> "Base | None":
    """What is compared with, if anything; which of the rules asked for cannot run without it is told."""
    if name is None:
        _tell_of_idle(wanted)
        return None
    from ikonzept.commands.since import base_of

    base = base_of(repo, name)
    if not base.is_named:
        say_aside("check.since.base", name=name, commit=base.commit[:10])
    if base.repository.shallow:
        say_aside("check.since.shallow")
    return base


def _tell_of_idle(wanted: "frozenset[str]") -> None:
    """Says which of the rules asked for need an earlier state."""
    if not wanted:
        return
    from ikonzept.checks.examples import needs_since

    if idle := sorted(filter(needs_since, wanted)):
        say_aside("check.needs_since", rules=idle)


def _compared(opened: "Opened", base: "Base | None") -> "Since | None":
    """The state with which is compared; ``None`` where there was no concept yet, which is told."""
    if base is None:
        return None
    from ikonzept.commands.since import since

    if not base.has_concept():
        say_aside("check.since.none", name=base.name, commit=base.commit[:10])
        return None
    return since(opened, base)


@dataclass(frozen=True)
class Asked:
    """In which forms findings are written and where, and from which weight on they fail."""

    day: date
    targets: "Mapping[Path, Format]"
    fail_on: FailOn
    color: Color
    public: bool
    internal: bool
    since: "Since | None" = None
    """The state with which was compared: what was not public there is not handed on either."""


def tell(
    opened: "Opened",
    findings: "Sequence[Finding]",
    files: tuple[str, ...],
    asked: Asked,
    *,
    untagged: tuple[str, ...] | None = (),
) -> int:
    """Writes the findings in every form that was asked for; the exit code that they mean."""
    from ikonzept.render import findings as render

    located = render.locate(findings, opened.texts(finding.place.path for finding in findings))
    whole = render.Report(
        located,
        files,
        asked.day,
        untagged=untagged,
        since=asked.since.commit if asked.since else None,
        since_name=asked.since.name if asked.since else "",
    )
    for target, form in asked.targets.items():
        is_own = form in _OWN_VIEW
        report = whole if is_own else _handed_on(whole, opened, asked.fail_on, internal=asked.internal)
        hidden = only_public(public=asked.public, internal=asked.internal, handed_on=not is_own)
        _write(form, _public(report, opened, asked.since) if hidden else report, target, asked.color)
    failing = asked.fail_on.severity
    return Exit.FINDINGS if failing and any(item.severity >= failing for item in findings) else Exit.FINE


def repository_of(opened: "Opened") -> "Repository | None":
    """The repository of a concept that has an adopted edition; ``None`` where git does not tell, or has not to."""
    from ikonzept.repository.opening import open_repository

    if not _adopted(opened):
        return None
    try:
        return open_repository(opened.folder)
    except IkonzeptError:
        return None


def _adopted(opened: "Opened") -> list[str]:
    from ikonzept.model.words import EditionStatus

    editions = opened.loaded.concept.editions.values()
    return [edition.id for edition in editions if edition.status is EditionStatus.ADOPTED]


def _untagged(opened: "Opened", repository: "Repository | None") -> tuple[str, ...] | None:
    """The adopted editions whose tag is missing; ``None`` where git does not tell. One question to git, if any."""
    adopted = _adopted(opened)
    if not adopted:
        return ()
    return tuple(name for name in adopted if name not in repository.edition_tags) if repository else None


# --- where to, and in which form -----------------------------------------------------------------------------------


def targets_of(format: Format | None, outputs: "Sequence[str]") -> dict[Path, Format]:
    """Each file and the form it gets; ``-``, which is written last, is stdout."""
    named = [_named_form(output) for output in outputs]
    taken = [path for form, path in named if form is None]
    if not taken and all(path != _STDOUT for _, path in named):
        named.append((None, _STDOUT))
        taken = [_STDOUT]
    main = format or (Format.GITHUB if _STDOUT in taken and os.environ.get("GITHUB_ACTIONS") == "true" else Format.TEXT)
    targets: dict[Path, Format] = {}
    for form, path in sorted(named, key=lambda item: item[1] == _STDOUT):
        if path in targets:
            raise IkonzeptError("output-twice", exit_code=Exit.USAGE, path=str(path))
        targets[path] = form or main
    return targets


def _named_form(output: str) -> tuple[Format | None, Path]:
    """``gitlab=report.json`` as its form and its file; a name without a form is the file of the main one."""
    from ikonzept.findings import nearest

    word, sign, path = output.partition("=")
    if sign and path and word in list(Format):
        return Format(word), Path(path)
    if sign and word.isalpha():
        known = [form.value for form in Format]
        params = {"name": word, "nearest": nearest(word, known), "known": tuple(known)}
        raise IkonzeptError("output-form", exit_code=Exit.USAGE, **params)
    return None, Path(output)


def _handed_on(whole: "Report", opened: "Opened", fail_on: FailOn, *, internal: bool) -> "Report":
    """The report as the formats that are made to be handed on need it."""
    from dataclasses import replace

    from ikonzept.repository.state import prefix_of

    fails_at = fail_on.severity or whole.fails_at
    return replace(whole, prefix=prefix_of(opened.folder), fails_at=fails_at, internal=internal)


def _public(report: "Report", opened: "Opened", since: "Since | None") -> "Report":
    """The report without what is not public, nor was where it was compared with."""
    from dataclasses import replace

    from ikonzept.model.disclosure import Disclosure
    from ikonzept.render.findings import disclosed

    allows = Disclosure(opened.loaded.concept).allows
    if since is None:
        return replace(report, located=disclosed(report.located, allows))
    from ikonzept.checks.examples import needs_since

    allowed = Disclosure(since.concept).allows

    def always(finding: "Finding") -> bool:
        return allows(finding) and (not needs_since(finding.code) or allowed(finding))

    return replace(report, located=disclosed(report.located, always))


def _write(form: Format, report: "Report", target: Path, color: Color) -> None:
    if form is Format.TEXT:
        from ikonzept.render.findings import screen

        show_lines(lambda width: screen(report, width), target, color)
    else:
        write_out(_content(form, report), target)


def _content(form: Format, report: "Report") -> str:
    """A report in its form."""
    from ikonzept.render import findings as render

    match form:
        case Format.PLAIN:
            return render.plain(report.located)
        case Format.JSON:
            return render.as_json(report)
        case Format.MARKDOWN:
            from ikonzept.render.findings_markdown import markdown

            return markdown(report)
        case Format.GITHUB:
            from ikonzept.render.annotations.github import github

            return github(report)
        case Format.GITLAB:
            from ikonzept.render.annotations.gitlab import gitlab

            return gitlab(report)
        case Format.SARIF:
            from ikonzept.render.annotations.sarif import sarif

            return sarif(report)
        case _:
            from ikonzept.render.annotations.junit import junit

            return junit(report)


# --- which findings ------------------------------------------------------------------------------------------------


def _known(codes: list[str] | None) -> frozenset[str]:
    """The codes of rules that an option names.

    Raises ``IkonzeptError`` with the nearest for one that no rule has.
    """
    if not codes:
        return frozenset()
    from ikonzept.findings import nearest
    from ikonzept.texts import finding_codes

    known = finding_codes()
    for code in codes:
        if code not in known:
            raise IkonzeptError("unknown-rule", exit_code=Exit.USAGE, name=code, nearest=nearest(code, known))
    return frozenset(codes)
