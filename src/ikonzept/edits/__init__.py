"""Wishes → new file texts: text in, text out; one file per noun."""
