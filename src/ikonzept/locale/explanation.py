"""The shape of an explained rule."""

from typing import NamedTuple


class Explained(NamedTuple):
    """A rule in words: what must hold, why, and the source of the rule (a paragraph, ``format.md`` …) or nothing."""

    rule: str
    why: str
    source: str = ""
