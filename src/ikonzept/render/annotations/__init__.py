"""Findings in the formats that CI systems show beside the changed lines; one file for each format."""
