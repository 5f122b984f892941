"""``qmlformat`` with a check mode: ``python -m kiosk.devtools.format_qml [--check]``."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.devtools.lint_qml import ROOT, tool


def formatted(path: Path) -> str:
    """The file as qmlformat would write it."""
    command = [tool("qmlformat"), str(path)]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def unformatted(folder: Path) -> dict[Path, str]:
    """Files below ``folder`` that qmlformat would change, with the text it would write."""
    paths = sorted(folder.rglob("*.qml"))
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        texts = list(threads.map(formatted, paths))
    pairs = zip(paths, texts, strict=True)
    return {path: text for path, text in pairs if path.read_text(encoding="utf-8") != text}


def main(arguments: list[str]) -> int:
    """Name (``--check``) or rewrite every file that is not formatted."""
    faults = unformatted(ROOT / "kiosk" / "ui" / "qml")
    if arguments == ["--check"]:
        for path in faults:
            print(f"not formatted: {path.relative_to(ROOT)}", file=sys.stderr)
        return 1 if faults else 0
    for path, text in faults.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
