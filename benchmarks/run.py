"""All comparisons, printed; exit code 1 when one is over its limit. Run with ``make bench``."""

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import diffing
import doorstop
import generate
import measures
import money
import scale
import showing
import tables
import words
from compare import bare, ikonzept, judged, report

DAY = "2024-10-15"


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        demo, large = folder / "demo", generate.measures(folder / "large", 2000)
        broken = generate.measures(folder / "broken", 2000, broken=1000)
        subprocess.run(ikonzept("demo", demo), check=True, stdout=subprocess.DEVNULL)
        on_demo = ("-C", demo, "--as-of", DAY)
        on_large = ("-C", large, "--as-of", DAY)
        within = [
            report("--version", {"bare": bare("--version"), "ikonzept": ikonzept("--version")}, 1.3),
            report("--help", {"bare": bare("--help"), "ikonzept": ikonzept("--help")}, 1.3),
            report("status on the demo", {"bare": bare(), "ikonzept": ikonzept("status", *on_demo)}, 1.5),
            report("status on 2,000 measures", {"bare": bare(), "ikonzept": ikonzept("status", *on_large)}, 4, 7),
            report("check on 2,000 measures", {"bare": bare(), "ikonzept": ikonzept("check", *on_large)}, 4, 7),
            judged("showing 1,000 findings", showing.times(broken, date.fromisoformat(DAY)), 1),
            scale.linear(folder, DAY),
            *measures.compared(large, DAY),
            *diffing.compared(folder),
            words.report(),
            money.report(folder),
            *tables.report(folder),
        ]
        if "--peers" in sys.argv:
            within.append(faster_than_doorstop(folder, large))
            within.append(money.faster_than_beancount(folder))
    return 0 if all(within) else 1


def faster_than_doorstop(folder: Path, concept: Path) -> bool:
    """``check`` on 2,000 measures is at least twenty times as fast as doorstop on 2,000 items of like size."""
    program, peer = doorstop.installed(folder / "peer"), doorstop.items(folder / "items", 2000)
    theirs = scale.seconds([str(program), "--quiet"], rounds=1, cwd=peer)
    ours = scale.seconds(ikonzept("check", "-C", concept, "--as-of", DAY))
    print(f"doorstop against check on 2,000: {theirs / ours:.1f} × (at least 20) – {theirs:.1f} s, {ours:.2f} s")
    return theirs / ours >= 20


if __name__ == "__main__":
    sys.exit(main())
