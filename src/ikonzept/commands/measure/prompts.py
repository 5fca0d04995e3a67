"""What is asked for on a terminal: one of a list, by its id, its name or its number there."""

from typing import TYPE_CHECKING

import typer

from ikonzept.model.words import MeasureKind
from ikonzept.texts import text

if TYPE_CHECKING:
    from ikonzept.model.concept import Concept


def possible_ids(concept: "Concept", name: str) -> "dict[str, str]":
    """What can be answered: each id, or word, and what it means."""
    manifest = concept.manifest
    if name == "field":
        return {one.id: one.title for one in concept.action_fields.values()}
    if name == "lead" and manifest:
        return {key: party.name for key, party in (*manifest.units.items(), *manifest.actors.items())}
    return dict.fromkeys(MeasureKind, "") if name == "kind" else {}


def prompted(name: str, possible: "dict[str, str]", subject: str | None = None) -> str:
    """One answer, of ``subject`` if several are asked about; what is none of those that are possible is asked again."""
    for number, (key, meaning) in enumerate(possible.items(), 1):
        typer.echo(f"  {number}  {key}  {meaning}".rstrip())
    while True:
        question = text(f"adding.ask.{name}")
        answer: str = typer.prompt(f"{subject}: {question}" if subject else question).strip()
        if answer and not possible:
            return " ".join(answer.split())
        if (meant := _meant(answer, possible)) is not None:
            return meant
        typer.echo(text("adding.again"))


def _meant(answer: str, possible: "dict[str, str]") -> str | None:
    """What is answered: the word or id itself, its name, or its number in the list."""
    said = answer.casefold()
    for number, (key, meaning) in enumerate(possible.items(), 1):
        if said in {key.casefold(), meaning.casefold() or None, str(number)}:
            return key
    return None
