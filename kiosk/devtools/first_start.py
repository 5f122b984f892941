"""Makes a fresh clone ready and opens it; run by the system's Python, standard library only.

``python -m kiosk.devtools.first_start user|dev`` gets ready; with ``run`` it gets ready and opens
the program on the example municipality, or plays one visit offscreen where there is no display.

An older Python must be able to read this file too: it is told here what is needed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Mapping

from kiosk.display import FOR_QT, FOR_WAYLAND, FOR_X11, can_load, obstacle

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
NEEDED = (3, 11)
JAVA = "default-jdk-headless"
CUPS = "cups"
ZBAR = "libzbar0"
# Tests listen to the program as a screen reader does: program -> Debian package.
FOR_LISTENING = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "at-spi-bus-launcher": "at-spi2-core",
    "at-spi2-registryd": "at-spi2-core",
}
LOCKS = {"user": "requirements.lock", "dev": "requirements-dev.lock"}


def main(arguments: list[str]) -> None:
    """Get ready and do what was asked for."""
    if len(arguments) != 1 or arguments[0] not in ("user", "dev", "run"):
        sys.exit("use: first_start user | dev | run")
    python = find_python()
    get_libraries(python)
    if arguments[0] == "dev":
        get_java()
        get_cups()
        get_zbar()
        get_listening()
    make_environment(python)
    install("dev" if arguments[0] == "dev" else "user")
    call(venv_python(), "-m", "kiosk.devtools.catalogues", "compile")
    if arguments[0] == "run":
        open_program()


def find_python(version: tuple[int, ...] = sys.version_info[:2]) -> str:
    """Path of a Python that is new enough; ends the run with a sentence where there is none."""
    if version >= NEEDED:
        return sys.executable
    for minor in range(14, NEEDED[1] - 1, -1):
        path = shutil.which(f"python3.{minor}")
        if path:
            return path
    sys.exit(f"Brukervalg Kiosk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether somebody would see a window."""
    is_hidden = environment.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal")
    return not is_hidden and obstacle(environment) is None


def get_libraries(python: str) -> None:
    """Install the system's libraries that are missing, or say how, and stop."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(python)
    if not missing:
        return
    line = "apt-get install -y " + " ".join(missing)
    if not shutil.which("apt-get"):
        sys.exit("Qt needs libraries that are not here. On Debian they are called: " + line)
    if os.geteuid() != 0:
        sys.exit("Qt needs libraries that are not here. Please run:\n\n    sudo " + line + "\n")
    print("Installing system libraries: " + " ".join(missing), flush=True)
    if install_packages(line):
        sys.exit("The system libraries could not be installed. By hand: " + line)


def get_java() -> None:
    """Install what documents are checked with, or say how and go on."""
    if shutil.which("java") and shutil.which("javac"):
        return
    get_for_tests(
        JAVA,
        "Installing Java, which checks the documents (once, some minutes)",
        "Documents are checked with Java, which is not here.",
    )


def get_cups() -> None:
    """Install the printing that tests print to, or say how and go on."""
    if not sys.platform.startswith("linux"):
        return
    # Administrators' programs stand where others do not always look.
    places = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    if shutil.which("cupsd", path=places) and shutil.which("lp", path=places):
        return
    get_for_tests(
        CUPS,
        "Installing CUPS, to whose virtual printer tests print (once)",
        "Printing is tested with CUPS, which is not here.",
    )


def get_zbar() -> None:
    """Install what tests read printed codes with, or say how and go on."""
    # Elsewhere the library comes with what calls it.
    if not sys.platform.startswith("linux") or can_load("libzbar.so.0"):
        return
    get_for_tests(
        ZBAR,
        "Installing ZBar, with which tests read the codes of reply slips (once)",
        "The codes of reply slips are tested with ZBar, which is not here.",
    )


def get_listening() -> None:
    """Install the screen and the bus on which tests listen to the program, or say how and go on."""
    missing = lacking_for_listening()
    if missing and sys.platform.startswith("linux"):
        get_for_tests(
            " ".join(missing),
            "Installing what tests hear the program with, as a screen reader does (once)",
            "Tests hear the program as a screen reader does, with programs that are not here.",
        )


def lacking_for_listening() -> list[str]:
    """Debian packages that are not here and without which no test hears the program, sorted."""
    # The bus starts the last two itself, from places where nobody else looks.
    places = os.pathsep.join(
        (os.environ.get("PATH", os.defpath), "/usr/libexec", "/usr/lib/at-spi2-core")
    )
    missing = {
        package
        for program, package in FOR_LISTENING.items()
        if shutil.which(program, path=places) is None
    }
    missing.update(package for library, package in FOR_X11.items() if not can_load(library))
    return sorted(missing)


def get_for_tests(package: str, installing: str, lacking: str) -> None:
    """Install a Debian package, or say how and go on: only some tests need it."""
    line = "apt-get install -y --no-install-recommends " + package
    can_install = sys.platform.startswith("linux") and shutil.which("apt-get")
    if can_install and os.geteuid() == 0:
        print(installing, flush=True)
        if install_packages(line) == 0:
            return
    print(lacking + " Tests that need it will fail.")
    print("On Debian: sudo " + line, flush=True)


def install_packages(line: str) -> int:
    """Run a line of apt-get quietly; its exit code."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    # Lists may be old or absent; a failed update still lets a cached package install.
    run(["apt-get", "update", "-q"], environment)
    return run([*line.split(), "-q"], environment)


def missing_packages(python: str, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Debian packages that are needed and not there, sorted."""
    wanted = dict(FOR_QT)
    if environment.get("DISPLAY"):
        wanted.update(FOR_X11)
    if environment.get("WAYLAND_DISPLAY"):
        wanted.update(FOR_WAYLAND)
    missing = {package for library, package in wanted.items() if not can_load(library)}
    if not VENV.exists() and not has_venv(python):
        missing.add("python3-venv" if python == sys.executable else Path(python).name + "-venv")
    return sorted(missing)


def has_venv(python: str) -> bool:
    """Whether that Python can make environments; Debian's cannot without a package."""
    if python == sys.executable:
        return importlib.util.find_spec("ensurepip") is not None
    return run([python, "-c", "import ensurepip"]) == 0


def venv_python() -> str:
    """The Python of the project's own environment."""
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def make_environment(python: str) -> None:
    """Make ``.venv`` where there is none that works."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    works = Path(venv_python()).exists() and run([venv_python(), "-c", check]) == 0
    if not works:
        print("Making .venv", flush=True)
        call(python, "-m", "venv", "--clear", str(VENV))


def install(kind: str) -> None:
    """Install what a lock names, unless exactly that is installed already."""
    # The developers' lock holds everything that the users' lock holds.
    if any(is_installed(other) for other in {kind, "dev"}):
        return
    print(f"Installing from {LOCKS[kind]} (once, some minutes)", flush=True)
    pip = [venv_python(), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    call(*pip, "--require-hashes", "-r", str(ROOT / LOCKS[kind]))
    if kind == "dev":
        call(*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamp_path(kind).write_text(fingerprint(kind), encoding="utf-8")


def is_installed(kind: str) -> bool:
    """Whether the lock as it is now was installed."""
    stamp = stamp_path(kind)
    return stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint(kind)


def stamp_path(kind: str) -> Path:
    """Remembers what was installed."""
    return VENV / f".installed-{kind}"


def fingerprint(kind: str) -> str:
    """Changes whenever there is something else to install."""
    names = ["requirements.lock"] if kind == "user" else [*LOCKS.values(), "pyproject.toml"]
    content = b"".join((ROOT / name).read_bytes() for name in names)
    return hashlib.sha256(content).hexdigest()


def open_program() -> None:
    """Open the example municipality; without a display, play one visit into ``out/``."""
    kiosk = [venv_python(), "-m", "kiosk"]
    example = ROOT / "assets" / "example"
    data = ROOT / "build" / "example-data"
    where = ["--content", str(example), "--data", str(data)]
    imported = ROOT / "build" / ".example-imported"
    if not (data.exists() and imported.exists()):
        call(*kiosk, "cases", "import", str(example / "cases.csv"), "--yes", *where)
        imported.touch()
    if has_display():
        call(*kiosk, "run", *where)
        return
    print("There is no display: playing one visit offscreen.", flush=True)
    print("What it stores lies in a trial record that is thrown away.", flush=True)
    call(*kiosk, "tour", "--out", str(ROOT / "out"), "--content", str(example))
    print("The pictures of every page, the receipt and the brochure are in out/.")


def call(*command: str) -> None:
    """Run a step in the project's folder; its failure ends everything with its exit code."""
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code:
        sys.exit(code)


def run(command: list[str], environment: Mapping[str, str] | None = None) -> int:
    """Run something quietly; its exit code."""
    done = subprocess.run(
        command,
        env=environment,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return done.returncode


if __name__ == "__main__":
    main(sys.argv[1:])
