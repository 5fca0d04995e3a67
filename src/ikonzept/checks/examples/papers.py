"""Examples of what the papers rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
