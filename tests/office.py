"""LibreOffice without a window: what a department's spreadsheet makes of our table."""

import shutil
import subprocess
from pathlib import Path

import pytest

CSV = "csv:Text - txt - csv (StarCalc):{delimiter},34,{encoding},1"
"""The filter of LibreOffice, by the numbers of the delimiter and the encoding (76 is UTF-8)."""


def soffice() -> str:
    """LibreOffice; tests that need it are skipped, visibly, where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("no LibreOffice here: apt-get install libreoffice-calc")
    return found


def converted(file: Path, form: str, folder: Path) -> Path:
    """The file as LibreOffice saves it; ``form`` is an ending, or an ending with the name of a filter."""
    profile = folder / "profile"  # one of its own, for tests run beside each other
    folder.mkdir(exist_ok=True)
    subprocess.run(
        [
            soffice(),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            folder,
            file,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / f"{file.stem}.{form.partition(':')[0]}"
