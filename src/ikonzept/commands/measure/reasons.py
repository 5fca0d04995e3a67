"""Why something has changed, as the open edition says it: the Synopse prints it beside the change."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ikonzept.errors import Exit, IkonzeptError

if TYPE_CHECKING:
    from ikonzept.commands.opening import Opened
    from ikonzept.edits.edit import Edit
    from ikonzept.model.edition import Edition


def edition_meant(opened: "Opened", name: str | None) -> "Edition | None":
    """The open edition of this id; without one the only open edition, ``None`` where none is.

    Raises ``IkonzeptError`` where the id is unknown or its edition adopted, or where several are open.
    """
    from ikonzept.commands.opening import known_edition
    from ikonzept.model.words import EditionStatus

    if name is not None:
        edition = known_edition(opened, name)
        if edition.status is EditionStatus.ADOPTED:
            raise IkonzeptError("edition-is-adopted", exit_code=Exit.USAGE, name=name)
        return edition
    known = opened.loaded.concept.open_editions
    if len(known) > 1:
        raise IkonzeptError("reasons-which", exit_code=Exit.USAGE, known=tuple(one.id for one in known))
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
    if all(edition.reasons.get(name) == said for name, said in reasons.items()):
        return
    path = opened.loaded.concept.path(edition)
    try:
        yield reasoned(path, (opened.folder / path).read_bytes(), edition, reasons)
    except KeyError:
        raise IkonzeptError("reasons-in-braces", path=path) from None
