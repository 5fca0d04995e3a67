"""``ikonzept edition``: the Fortschreibungen; here its words, each from the file in which it lives."""

from ikonzept.commands.edition.drafts import adopt, advance, create
from ikonzept.commands.edition.showing import list_, log, show, verify

__all__ = ("adopt", "advance", "create", "list_", "log", "show", "verify")
