"""Examples of what the chapters rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
