"""``ikonzept edition list``, ``show``, ``verify`` and ``log``: the chain, one of it, and whether it still stands."""

from typing import TYPE_CHECKING, Annotated

import typer

from ikonzept.commands.complete import editions, everything
from ikonzept.commands.edition.drafts import Name
from ikonzept.commands.options import (
    AsOf,
    Color,
    ColorOption,
    Output,
    Repo,
    TextOrJson,
    TextOrJsonOption,
    day_of,
    say_aside,
    show_lines,
    write_out,
)
from ikonzept.errors import Exit
from ikonzept.model.words import EditionStatus
from ikonzept.texts import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text


def list_(
    repo: Repo = None,
    as_of: AsOf = None,
    format: TextOrJsonOption = TextOrJson.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Shows every edition with its relation, decision, tag, measures and money."""
    from ikonzept.commands.edition.evidence import evidence, open_with_git
    from ikonzept.render import editions as render
    from ikonzept.reports.editions import chain

    opened = open_with_git(repo)
    found = chain(opened.loaded.concept, day_of(as_of), evidence(opened))
    if format is TextOrJson.JSON:
        from ikonzept.render.data import document

        write_out(document("edition-list", found), output)
    else:
        show_lines(lambda width: render.lines(found, width), output, color)
    return Exit.FINE


def show(
    name: Name,
    repo: Repo = None,
    as_of: AsOf = None,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Shows one edition: its record, whether it is sound, and what it changed."""
    from ikonzept.commands.comparing import open_pair
    from ikonzept.commands.edition.evidence import evidence, open_with_git
    from ikonzept.commands.opening import known_edition
    from ikonzept.render import editions as render
    from ikonzept.render.show import lines as sheet_lines
    from ikonzept.reports.editions import verdict
    from ikonzept.reports.show import sheet as sheet_of
    from ikonzept.reports.things import Found

    opened = open_with_git(repo)
    concept, day = opened.loaded.concept, day_of(as_of)
    edition = known_edition(opened, name)
    sheet = sheet_of(concept, Found("edition", name, edition), day)
    proof = None
    if edition.status is EditionStatus.ADOPTED and opened.repository:
        proof = verdict(name, edition, evidence(opened, [name])[name], shallow=opened.repository.shallow)
    diff = None
    if opened.repository and edition.predecessor in concept.editions and (proof is None or proof.commit):
        diff = open_pair(repo, edition.predecessor, name, day).diff(public=False)

    def lines(width: int) -> "Iterator[Text]":
        yield from sheet_lines(sheet, width)
        yield from render.proof(proof, width)
        yield from render.changed(diff, width)

    show_lines(lines, output, color)
    return Exit.FINE


def verify(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help=text("edition.option.ids"), autocompletion=editions, show_default=False),
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    format: TextOrJsonOption = TextOrJson.TEXT,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Says of every adopted edition whether it is sound; exit code 1 where one is not, or Inhalt strayed."""
    from ikonzept.commands.edition.evidence import called_adopted, evidence, open_with_history, strayed
    from ikonzept.commands.opening import known_edition
    from ikonzept.render import editions as render
    from ikonzept.reports.editions import Verification, verdict

    opened, repository = open_with_history(repo)
    concept = opened.loaded.concept
    adopted_ones = called_adopted(opened)
    if names:
        for name in frozenset(names) - frozenset(adopted_ones):
            say_aside("verify.not_yet", id=name, status=known_edition(opened, name).status)
        adopted_ones = [name for name in names if name in adopted_ones]
        if not adopted_ones and format is TextOrJson.TEXT:
            return Exit.FINE
    proofs = evidence(opened, adopted_ones)
    verdicts = tuple(
        verdict(name, concept.editions.get(name), proofs[name], shallow=repository.shallow) for name in adopted_ones
    )
    edition, found = strayed(opened, day_of(as_of)) if not names else (None, ())
    result = Verification(verdicts, edition, found)
    if format is TextOrJson.JSON:
        from ikonzept.render.data import document

        write_out(document("edition-verify", result), output)
    else:
        show_lines(lambda width: render.verification(result, width), output, color)
    return Exit.FINE if result.is_sound else Exit.FINDINGS


def log(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="KENNUNG", help=text("edition.option.log"), autocompletion=everything, show_default=False
        ),
    ] = None,
    repo: Repo = None,
    as_of: AsOf = None,
    output: Output = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Shows the chain of editions with what each changed, or one thing through all editions and commits."""
    from ikonzept.commands.edition.tracing import chain_log, thing_log
    from ikonzept.render import editions as render

    if name is None:
        steps = chain_log(repo, day_of(as_of))
        show_lines(lambda width: render.chain_log(steps, width), output, color)
    else:
        life = thing_log(repo, name)
        show_lines(lambda width: render.life(life, width), output, color)
    return Exit.FINE
