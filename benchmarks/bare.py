"""The floor our ratios are measured against: the least a program of our kind can do with our libraries.

One Typer command that defines and validates a three-field pydantic model, reads one YAML file by the C parser and
prints a one-row Rich table.
"""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo("bare 1.0")
        raise typer.Exit


@app.command()
def main(
    path: Annotated[Path, typer.Argument()],
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,  # noqa: ARG001
) -> None:
    """Reads one file and prints one row."""
    from pydantic import BaseModel
    from rich.console import Console
    from rich.table import Table
    from ruamel.yaml import YAML

    class Three(BaseModel):
        title: str
        number: int
        done: bool

    row = Three.model_validate(YAML(typ="safe", pure=False).load(path.read_text(encoding="utf-8")))
    table = Table("title", "number", "done")
    table.add_row(row.title, str(row.number), str(row.done))
    Console().print(table)


if __name__ == "__main__":
    app()
