"""``ikonzept measure set-status``, ``sachstand``, ``defer`` and ``drop``: a measure goes on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import measures
from ikonzept.commands.measure.refusals import (
    known_measures,
    refuse_going_over,
    refuse_steps_without_reason,
    refuse_unknown_paper,
    refuse_what_follows,
)
from ikonzept.commands.options import AsOf, Repo, day_of, day_or_today, listed, say, say_aside, worded
from ikonzept.commands.writing import CommitOption, DryRun
from ikonzept.errors import Exit, IkonzeptError
from ikonzept.model.words import Noun, Status
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date as Date  # noqa: N812  the option is called date

    from ikonzept.edits.edit import Edit
    from ikonzept.edits.measure import NewStatusEntry
    from ikonzept.loader import Loaded
    from ikonzept.model.measure import Measure

Day = Annotated[str | None, typer.Option("--date", metavar="DATUM", help=text("steps.option.date"), show_default=False)]
PaperNumber = Annotated[
    str | None, typer.Option("--vorlage", metavar="NUMMER", help=text("steps.option.paper"), show_default=False)
]


def set_status(
    names: Annotated[
        list[str],
        typer.Argument(metavar="ID… STATUS", help=text("steps.option.names"), autocompletion=measures),
    ],
    date: Day = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help=text("steps.option.note"), show_default=False)
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help=text("steps.option.reason"), show_default=False)
    ] = None,
    vorlage: PaperNumber = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Enters a status for one measure or several."""
    from ikonzept.edits.measure import NewStatusEntry

    *chosen, word = names
    status = _status(word)
    if not chosen:
        raise IkonzeptError("steps-no-measure", exit_code=Exit.USAGE, status=status)
    said = (worded(note, "--note"), worded(reason, "--reason"), worded(vorlage, "--vorlage"))
    entry = NewStatusEntry(day_or_today(date, as_of), status, *said)
    return _enter(listed(chosen), entry, repo, day_of(as_of), dry_run=dry_run, commit=commit)


def sachstand(
    name: Annotated[str, typer.Argument(metavar="ID", help=text("steps.option.name"), autocompletion=measures)],
    said: Annotated[str, typer.Option("--text", metavar="TEXT", help=text("steps.option.text"))],
    date: Day = None,
    vorlage: PaperNumber = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Enters what happened, without a change of status."""
    from ikonzept.edits.measure import NewStatusEntry

    if not said.strip():
        raise IkonzeptError("steps-no-text", exit_code=Exit.USAGE)
    entry = NewStatusEntry(day_or_today(date, as_of), report=said.strip(), paper=worded(vorlage, "--vorlage"))
    return _enter([name], entry, repo, day_of(as_of), dry_run=dry_run, commit=commit)


Name = Annotated[str, typer.Argument(metavar="ID", help=text("steps.option.name"), autocompletion=measures)]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help=text("steps.option.why"))]


def defer(
    name: Name,
    reason: Why,
    date: Day = None,
    vorlage: PaperNumber = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Puts a measure off (zurückgestellt), with the reason."""
    entry = _with_reason(Status.DEFERRED, day_or_today(date, as_of), reason, vorlage)
    return _enter([name], entry, repo, day_of(as_of), dry_run=dry_run, commit=commit)


def drop(
    name: Name,
    reason: Why,
    date: Day = None,
    vorlage: PaperNumber = None,
    repo: Repo = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    commit: CommitOption = False,
) -> int:
    """Gives a measure up (nicht weiterverfolgt), with the reason; its file stays."""
    entry = _with_reason(Status.DROPPED, day_or_today(date, as_of), reason, vorlage)
    return _enter([name], entry, repo, day_of(as_of), dry_run=dry_run, commit=commit)


def _with_reason(status: Status, day: "Date", reason: str, paper: str | None) -> "NewStatusEntry":
    """An entry that sets a measure aside; without a reason there is none."""
    from ikonzept.edits.measure import NewStatusEntry

    if not reason.strip():
        raise IkonzeptError("steps-no-reason", exit_code=Exit.USAGE)
    return NewStatusEntry(day, status, reason=reason.strip(), paper=worded(paper, "--vorlage"))


def _status(word: str) -> Status:
    """The status that the last word names.

    Raises ``IkonzeptError`` with the nearest word.
    """
    from ikonzept.findings import nearest
    from ikonzept.reports.progress import BY_HAND

    try:
        return Status(word)
    except ValueError:
        params = {"word": word, "nearest": nearest(word, BY_HAND), "known": BY_HAND}
        raise IkonzeptError("steps-no-status", exit_code=Exit.USAGE, **params) from None


def _enter(
    names: "Sequence[str]", entry: "NewStatusEntry", repo: Path | None, today: "Date", *, dry_run: bool, commit: bool
) -> int:
    """The same entry for all of these measures, in one transaction."""
    from ikonzept import loader, sources
    from ikonzept.commands.measure.money import tell_of_money
    from ikonzept.commands.writing import resumed, write
    from ikonzept.commits import Wish

    folder = loader.find_concept(repo or Path())
    if resumed(folder):
        return Exit.FINE
    tree = sources.Tree(folder)
    loaded = loader.load(tree.some(paths_of(names, entry.paper)))
    measures = known_measures(tree, loaded, names)
    refuse_unknown_paper(tree, loaded, entry.paper)
    changing = [measure for measure in measures if not _is_known(measure, entry)]
    if not changing:
        say("writing.unchanged")
        return Exit.FINE
    refuse_going_over(tree, changing, entry)
    refuse_steps_without_reason(changing, entry)
    refuse_what_follows(changing, entry)
    edits = [entered(folder, loaded, measure, entry) for measure in changing]
    ids = ", ".join(measure.id for measure in changing)
    kind = "status" if entry.status else "sachstand"
    wish = Wish(text(f"steps.commit.{kind}", ids=ids, status=entry.status or "")) if commit else None
    if write(folder, edits, wish, dry_run=dry_run):
        _tell(changing, entry, ids, today)
        if entry.status in _GIVEN_UP:
            budgets = [path for path in tree.paths() if path.startswith(f"{Noun.FISCAL_YEAR.folder}/")]
            tell_of_money(loader.load(tree.some(budgets)).concept, [one.id for one in changing], today)
    return Exit.FINE


_GIVEN_UP = frozenset((Status.DROPPED, Status.TRANSFERRED))


def _tell(measures: "Sequence[Measure]", entry: "NewStatusEntry", ids: str, today: "Date") -> None:
    """What is so now, or what is entered for another day."""
    if entry.day > today:
        say_aside("steps.future", day=entry.day)
    is_last = entry.day <= today and all(
        one.date <= entry.day for measure in measures for one in measure.history if one.status and one.date <= today
    )
    kind = "sachstand" if not entry.status else "status" if is_last else "entered"
    say(f"steps.done.{kind}", ids=ids, status=entry.status or "", day=entry.day, n=len(measures))


def paths_of(names: "Sequence[str]", paper: str | None) -> list[str]:
    """The files that are read: these measures, the Vorlage, and nothing else of the thousands that there may be."""
    from ikonzept.model.files import path_of
    from ikonzept.model.paper import paper_id
    from ikonzept.model.words import MANIFEST, Noun

    wanted = [MANIFEST, *(path_of(Noun.MEASURE, name) for name in names)]
    return [*wanted, path_of(Noun.PAPER, paper_id(paper))] if paper else wanted


def _is_known(measure: "Measure", entry: "NewStatusEntry") -> bool:
    """Whether the Verlauf says the same already; a status that has not changed is said."""
    if any(entry.is_same(one) for one in measure.history):
        return True
    is_bare = not (entry.report or entry.reason or entry.paper)
    if is_bare and measure.status_on(entry.day) is entry.status:
        say_aside("steps.already", id=measure.id, status=entry.status)
        return True
    return False


def entered(folder: Path, loaded: "Loaded", measure: "Measure", entry: "NewStatusEntry") -> "Edit":
    """The file with the entry; a Verlauf in brackets is left to people."""
    from ikonzept.edits.measure import went_on

    path = loaded.concept.path(measure)
    try:
        return went_on(path, (folder / path).read_bytes(), measure, entry)
    except KeyError:
        raise IkonzeptError("steps-in-brackets", path=path) from None
