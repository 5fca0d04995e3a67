"""What the goals rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {}
