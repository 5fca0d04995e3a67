"""Examples of what the syntax rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
