"""The Umsetzungsbericht: one outline, told on the screen, in Markdown and on a page."""
