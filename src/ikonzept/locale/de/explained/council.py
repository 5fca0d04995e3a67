"""Why the council rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {}
