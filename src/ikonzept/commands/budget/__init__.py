"""``ikonzept budget``: the money; here its words, each from the file in which it lives."""

from ikonzept.commands.budget.changes import diff
from ikonzept.commands.budget.checking import check
from ikonzept.commands.budget.closing import close
from ikonzept.commands.budget.importing import export, import_
from ikonzept.commands.budget.showing import forecast, show
from ikonzept.commands.budget.spending import add, book, commit_funds, transfer

__all__ = (  # noqa: RUF022  in the order of the help
    "show",
    "check",
    "diff",
    "forecast",
    "add",
    "commit_funds",
    "book",
    "transfer",
    "import_",
    "export",
    "close",
)
