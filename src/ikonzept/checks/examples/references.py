"""Examples of what the references rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
