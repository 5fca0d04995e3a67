"""Examples of what the council rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
