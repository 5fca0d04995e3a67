"""Concept(s) → frozen dataclasses of facts and sums: pure, without colour, printing or today's date."""
