"""Why something has changed, as the open edition says it: the Synopse prints it beside the change."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ikonzept.commands.options import say_aside
from ikonzept.errors import Exit, IkonzeptError

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.edits.edit import Edit
    from ikonzept.model.edition import Edition


def edition_meant(opened: "Opened", name: str | None) -> "Edition | None":
    """The open edition of this id; without one the only open edition, ``None``, and a word about it, where none is.

    Raises ``IkonzeptError`` where the id is unknown or its edition adopted, where several are open, or one cannot be
    read.
    """
    from ikonzept.commands.opening import known_edition
    from ikonzept.model.files import noun_of
    from ikonzept.model.words import EditionStatus, Noun

    if name is not None:
        edition = known_edition(opened, name)
        if edition.status is EditionStatus.ADOPTED:
            raise IkonzeptError("edition-is-adopted", exit_code=Exit.USAGE, name=name)
        return edition
    for path in sorted(opened.loaded.unreadable):
        if noun_of(path) is Noun.EDITION:  # it may be the one
            raise IkonzeptError("reasons-unreadable", path=path)
    known = opened.loaded.concept.open_editions
    if len(known) > 1:
        raise IkonzeptError("reasons-which", exit_code=Exit.USAGE, known=tuple(one.id for one in known))
    if not known:
        say_aside("reasons.no_edition")
    return known[0] if known else None


def reason_given(opened: "Opened", edition: "Edition | None", reasons: Mapping[str, str]) -> "Iterator[Edit]":
    """The edition's file with these reasons, by the ids of the things; none where there is nothing to say.

    Raises ``IkonzeptError`` where there is no open edition to say it, or its reasons stand in braces.
    """
    from ikonzept.edits.edition import reasoned

    if not reasons:
        return
    if edition is None:
        raise IkonzeptError("reasons-nowhere", exit_code=Exit.USAGE)
    new = {name: said for name, said in reasons.items() if not _is_said(edition.reasons.get(name, ""), said)}
    if not new:
        return
    path = opened.loaded.concept.path(edition)
    try:
        yield reasoned(path, (opened.folder / path).read_bytes(), edition, new)
    except KeyError:
        raise IkonzeptError("reasons-in-braces", path=path) from None


def _is_said(before: str, reason: str) -> bool:
    """Whether a reason stands there already: alone, or as the last that was added."""
    former, reason = " ".join(before.split()), " ".join(reason.split())
    return former == reason or former.endswith(tuple(f"{end} {reason}" for end in ".!?"))
