"""The one exception that says "I cannot go on"; problems in the files are findings, not exceptions."""

from enum import IntEnum


class Exit(IntEnum):
    """What a command tells the shell (``cli.md``, exit codes)."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    CANNOT = 3
    INTERRUPTED = 130


class IkonzeptError(Exception):
    """A command cannot go on: a code, its parameters and the exit code; the sentence lives in ``locale/``.

    ``error.<code>`` says what is wrong, ``hint.<code>`` what to do about it.
    """

    def __init__(self, code: str, *, exit_code: Exit = Exit.CANNOT, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.exit_code = exit_code
        self.params = params
