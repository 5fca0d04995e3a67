"""Examples of what the attachments rules find."""

from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {}
