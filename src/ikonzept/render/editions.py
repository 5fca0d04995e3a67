"""Editions on the screen: the chain, what git proves, and what became of one thing."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from ikonzept.model.words import EditionRelation
from ikonzept.render.diff.outline import facts_of, lines_of_summary, name_of
from ikonzept.render.terminal import clean, command, ends, fit, hanging, shorten, wrapped
from ikonzept.reports.diff.change import Diff
from ikonzept.reports.editions import Chain, ChainStep, Flaw, Life, Row, Standing, Tagged, Verdict, Verification
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date

_SHORT = 10
"""So many digits of a commit are enough to find it."""


def lines(chain: Chain, width: int) -> Iterator[Text]:
    """Every edition on a few lines, the oldest first; at the end what tells more."""
    yield ends(
        Text(shorten(chain.title, width), style="bold"), text("status.as_of", day=german_date(chain.as_of)), width
    )
    if not chain.rows:
        yield Text(text("status.no_edition"))
    for row in chain.rows:
        yield Text("")
        yield from _row(row, _status(row, chain), width)
    yield Text("")
    yield command("edition log", width)


def _status(row: Row, chain: Chain) -> str:
    """Whether an edition is in force, has been followed by another, or is to come; else how far it is."""
    if row.in_force:
        return text("edition.in_force")
    start = _start(row)
    if start is None:
        return row.status
    if start > chain.as_of:
        return text("edition.not_yet", day=german_date(start))
    followers = [
        other for other in chain.rows if other.predecessor == row.id and (_start(other) or date.max) <= chain.as_of
    ]
    return (
        text(f"edition.followed.{EditionRelation(followers[-1].relation).name.lower()}", id=followers[-1].id)
        if followers
        else row.status
    )


def _start(row: Row) -> date | None:
    return row.effective_from or row.adopted_on


def _row(row: Row, status: str, width: int) -> Iterator[Text]:
    yield ends(Text(shorten(f"{row.id} {row.title}", width), style="bold"), Text(status), width)
    relation = f"{row.relation} {row.predecessor}" if row.predecessor else row.relation
    said = [relation]
    said += [text("status.edition.paper", number=row.paper)] if row.paper else []
    said += [text("edition.adopted_on", day=german_date(row.adopted_on))] if row.adopted_on else []
    said += [text("edition.effective", day=german_date(row.effective_from))] if row.effective_from else []
    if row.tag is Tagged.PRESENT:
        said.append(text("edition.tagged", id=row.id, commit=(row.commit or "")[:_SHORT]))
    said += [text("edition.measures", n=row.measures)] if row.measures is not None else []
    if row.money is not None:
        said.append(text("edition.money", year=row.year or "", amount=german_amount(row.money)))
    yield wrapped([clean(part) for part in said], width, margin=2)
    if row.tag in _AMISS:
        yield Text(_paragraph(text(f"edition.{_AMISS[row.tag]}", id=row.id), width).plain, "red")


_AMISS = {Tagged.MISSING: "untagged", Tagged.UNREADABLE: "tag_unreadable", Tagged.BROKEN: "tag_unreadable"}


# --- soundness -----------------------------------------------------------------------------------------------------


def proof(verdict: Verdict | None, width: int) -> Iterator[Text]:
    """Whether an adopted edition is sound, with what is wrong and what to do."""
    if verdict is not None:
        yield Text("")
        yield from _verdict(verdict, width)


def verification(result: Verification, width: int) -> Iterator[Text]:
    """The verdict on each edition, Inhalt that strayed, and what none of this can prove."""
    if not result.verdicts:
        yield Text(text("status.no_edition"))
    for verdict in result.verdicts:
        yield from _verdict(verdict, width)
    if result.strayed:
        yield Text("")
        yield Text(f"{text('severity.error')} content-changed-without-draft", style="bold red")
        said = text("verify.content-changed-without-draft", n=len(result.strayed), edition=result.edition or "")
        yield _paragraph(said, width)
        for item in result.strayed:
            yield ends(Text(shorten(f"    {item.id} {item.title}", width)), Text(clean(item.path), style="dim"), width)
        yield _paragraph(f"{text('finding.hint')} {text('verify.hint.content-changed-without-draft')}", width)
    if any(verdict.standing is Standing.SOUND for verdict in result.verdicts) and result.is_sound:
        yield Text("")
        yield Text(wrapped(text("verify.signature").split(" "), width, separator=" ").plain, style="dim")


def _verdict(verdict: Verdict, width: int) -> Iterator[Text]:
    mark, style, said = _MARKS[verdict.standing]
    head = Text(f"{mark} ", style=style).append(text(f"verify.{said}", id=clean(verdict.id)), style="bold")
    commit = f"{(verdict.commit or '')[:_SHORT]}"
    yield ends(head, Text(commit, style="dim"), width)
    for flaw in verdict.flaws:
        params = {"id": verdict.id, "keys": ", ".join(verdict.differing), "commit": commit}
        params["adoption"] = (verdict.adoption or "")[:_SHORT]
        hint = "nowhere-adopted" if flaw is Flaw.TAG_MISSING and verdict.adoption is None else flaw
        yield _paragraph(text(f"verify.{flaw}", **params), width)
        yield _paragraph(f"{text('finding.hint')} {text(f'verify.hint.{hint}', **params)}", width)


_MARKS = {
    Standing.SOUND: ("✓", "green", "sound"),
    Standing.UNPROVED: ("?", "yellow", "unproved"),
    Standing.UNSOUND: ("✗", "bold red", "unsound"),
}


def _paragraph(said: str, width: int) -> Text:
    return wrapped(clean(said).split(" "), width, margin=2, separator=" ")


# --- what changed --------------------------------------------------------------------------------------------------


def changed(diff: Diff | None, width: int) -> Iterator[Text]:
    """What an edition changed against its predecessor, in numbers, and how to see it whole."""
    if diff is None:
        return
    yield Text("")
    yield Text(text("edition.changed", old=diff.old.name), style="bold")
    for label, said in lines_of_summary(diff):
        yield hanging(f"  {label}", said.split(", "), width, indent=11, separator=", ")
    yield command(f"diff {diff.old.name} {diff.new.name}", width)


def chain_log(steps: Sequence[ChainStep], width: int) -> Iterator[Text]:
    """One edition a line: when, what it is, what it changed."""
    for step in steps:
        row = step.row
        when = german_date(row.adopted_on) if row.adopted_on else row.status
        label = fit(f"{when} {row.id}", min(_HEAD, width // 2))
        said = [part for _, part in lines_of_summary(step.diff)] if step.diff else []
        parts = "; ".join(said) or (row.relation if not row.predecessor else text("edition.not_compared"))
        yield hanging(label, parts.split(", "), width, indent=len(label) + 1, separator=", ")
    if steps:
        yield command("edition list", width)


_HEAD = 22
"""Room for the day or the status, and the id."""


def life(story: Life, width: int) -> Iterator[Text]:
    """One thing, commit by commit, the oldest first."""
    yield ends(
        Text(shorten(f"{story.id} {story.title}", width), style="bold"), Text(clean(story.path), style="dim"), width
    )
    yield from _family(story, width)
    yield from life_steps(story, width)
    if story.sources:
        yield Text("")
        yield command(f"edition log {story.sources[0][0]}", width)


def life_steps(story: Life, width: int) -> Iterator[Text]:
    """Commit by commit, and that there are more where the history is shallow."""
    if not story.steps:
        yield _paragraph(text("edition.log.nothing", path=story.path), width)
    for step in story.steps:
        revised = step.revised
        yield Text("")
        edition = text("edition.as_of", id=step.edition) if step.edition else ""
        yield ends(
            Text(f"{german_date(revised.day)}  {revised.commit[:_SHORT]}  ", style="dim").append(
                shorten(revised.author, width // 2), style="not dim"
            ),
            Text(edition, style="bold"),
            width,
        )
        for change in step.changes:
            said = facts_of(change, step.diff)
            whole = said if change.id in {story.id, ""} else f"{name_of(change)}: {said}"
            yield wrapped(clean(whole).split(" "), width, margin=2, separator=" ")
        if not step.changes:
            yield _paragraph(text("edition.log.adopted"), width)
        yield Text(wrapped(clean(revised.subject).split(" "), width, margin=2, separator=" ").plain, style="dim")
    if story.shallow:
        yield Text("")
        yield Text(text("status.shallow"), style="yellow")


def _family(story: Life, width: int) -> Iterator[Text]:
    """Out of which others a measure came, and into which it went over."""
    for key, others in (("sources", story.sources), ("heirs", story.heirs)):
        if others:
            names = ", ".join(f"{name} {title}" for name, title in others)
            yield _paragraph(text(f"edition.log.{key}", names=names), width)
