"""``ikonzept demo``: the concept of Landkreis Peine with its history, to try everything on."""

from pathlib import Path
from typing import Annotated

import typer

from ikonzept.commands.options import say
from ikonzept.errors import Exit
from ikonzept.texts import text


def demo(path: Annotated[Path, typer.Argument(metavar="PFAD", help=text("demo.option.path"))]) -> int:
    """Makes the example with three editions, their tags and a working tree with changes not yet committed."""
    import shlex

    from ikonzept import transaction
    from ikonzept.edits.story import peine

    story = peine()
    transaction.found(path, story.commits, story.working)
    where = shlex.quote(str(path))
    say(
        "demo.done",
        path=path,
        where=where,
        n=len(story.commits),
        working=len(story.working),
        day=story.ends_on,
        iso=story.ends_on.isoformat(),
    )
    return Exit.FINE
