"""``ikonzept measure``: the measures; here its words, each from the file in which it lives."""

from ikonzept.commands.measure.beginning import add
from ikonzept.commands.measure.editing import edit
from ikonzept.commands.measure.exporting import export
from ikonzept.commands.measure.importing import import_
from ikonzept.commands.measure.lifetime import log, timeline
from ikonzept.commands.measure.lineage import merge, split
from ikonzept.commands.measure.listing import list_
from ikonzept.commands.measure.reshaping import move, rename
from ikonzept.commands.measure.steps import defer, drop, sachstand, set_status

__all__ = (
    "add",
    "defer",
    "drop",
    "edit",
    "export",
    "import_",
    "list_",
    "log",
    "merge",
    "move",
    "rename",
    "sachstand",
    "set_status",
    "split",
    "timeline",
)
