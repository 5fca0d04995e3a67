"""The shape of an explained rule."""

from typing import NamedTuple


class Explained(NamedTuple):
    """A rule in words: what must hold, why, and the source of the rule (a paragraph, ``format.md`` …) or nothing.

    ``wrong`` and ``right`` tell the example where no text can show it (a link, another encoding).
    """

    rule: str
    why: str
    source: str = ""
    wrong: str = ""
    right: str = ""
