"""A CUPS of our own on a free port, with a queue whose printer is a folder.

Nothing of the machine's own printing is read or changed, and no rights are needed: only the
programs of the package ``cups``.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("cupsd", "lpadmin", "lp", "lpstat", "lpoptions", "cancel")
PATIENCE_S = 15.0
_SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"

_CUPSD = """
Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow 127.0.0.1
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow 127.0.0.1
</Limit>
</Policy>
"""
_FILES = """
ServerRoot {home}/root
ServerBin {home}/bin
RequestRoot {home}/spool
TempDir {home}/spool/tmp
CacheDir {home}/cache
StateDir {home}/state
AccessLog {home}/log/access
ErrorLog {home}/log/error
PageLog {home}/log/page
"""
_BACKEND = """#!/bin/sh
# Called as: backend job user title copies options [file]
[ $# -eq 0 ] && exit 0
umask 022
# How the printer is today: a file in the folder of all printers.
[ -e "{home}/printed/broken" ] && exit 1
if [ -e "{home}/printed/reason" ]; then
  echo "STATE: +$(cat "{home}/printed/reason")" >&2
  cat > /dev/null < "${{6:-/dev/stdin}}"
  while [ -e "{home}/printed/reason" ]; do sleep 0.02; done
  echo "STATE: none" >&2
fi
place="{home}/printed/$1"
cat "${{6:--}}" > "$place.pdf"
printf '%s\\n' "$2" "$3" "$4" "$5" > "$place.part" && mv "$place.part" "$place.job"
"""
_DESCRIPTION = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "FOLDER.PPD"
*Manufacturer: "EKSEMPEL"
*Product: "(Folder)"
*ModelName: "EKSEMPEL Folder"
*ShortNickName: "EKSEMPEL Folder"
*NickName: "EKSEMPEL Folder"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageSize A5/A5: "<</PageSize[420 595]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageRegion A5/A5: "<</PageSize[420 595]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "18 18 577 824"
*ImageableArea A5/A5: "18 18 402 577"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension A5/A5: "420 595"
"""
_TWO_SIDES = """*OpenUI *Duplex/2-Sided Printing: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: ""
*Duplex DuplexTumble/Short Edge: ""
*CloseUI: *Duplex
"""


@dataclass(frozen=True, slots=True)
class PrintedJob:
    """What reached the printer.

    Attributes:
        user: Who printed, as the queue shows it.
        title: Name of the job.
        copies: As the printer is told.
        options: As the printer is told; names and values.
        pdf: The pages.
    """

    user: str
    title: str
    copies: int
    options: dict[str, str]
    pdf: bytes


@dataclass(frozen=True, slots=True)
class VirtualCups:
    """A running CUPS.

    Attributes:
        server: For ``CUPS_SERVER``.
    """

    home: Path
    server: str

    def add(self, queue: str, described: str, *, two_sides: bool) -> None:
        """Make a queue; its printer is the folder."""
        description = self.home / f"{queue}.ppd"
        description.write_text(_DESCRIPTION + (_TWO_SIDES if two_sides else ""), encoding="ascii")
        self.run(
            "lpadmin", "-p", queue, "-E", "-v", "folder:/", "-P", str(description), "-D", described
        )

    def run(self, *command: str) -> None:
        """Run a command of CUPS against this server."""
        subprocess.run(
            command,
            env={**os.environ, "CUPS_SERVER": self.server, "PATH": _SYSTEM_PATH},
            check=True,
            capture_output=True,
            timeout=PATIENCE_S,
        )

    @contextmanager
    def broken(self) -> Iterator[None]:
        """Printers that fail with every document."""
        sign = self.home / "printed" / "broken"
        sign.touch()
        try:
            yield
        finally:
            sign.unlink()

    @contextmanager
    def kept(self, reason: str) -> Iterator[None]:
        """Printers that stop in the middle, for a reason as printers tell it."""
        sign = self.home / "printed" / "reason"
        sign.write_text(reason, encoding="ascii")
        try:
            yield
        finally:
            sign.unlink()

    def take_job(self) -> PrintedJob:
        """Wait for the only job that is printed, and take it away."""
        folder = self.home / "printed"
        wait_for(lambda: any(folder.glob("*.job")), "a job")
        (told,) = folder.glob("*.job")
        user, title, copies, options = told.read_text(encoding="utf-8").splitlines()
        pdf = told.with_suffix(".pdf")
        job = PrintedJob(user, title, int(copies), _parsed(options), pdf.read_bytes())
        told.unlink()
        pdf.unlink()
        return job


def missing_programs() -> tuple[str, ...]:
    """Programs that this machine lacks."""
    return tuple(each for each in PROGRAMS if shutil.which(each, path=_SYSTEM_PATH) is None)


@contextmanager
def virtual_cups() -> Iterator[VirtualCups]:
    """A CUPS that lives as long as the block."""
    # Not below pytest's own folder: as root, the filters run as another user and must get in.
    with tempfile.TemporaryDirectory(prefix="cups-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        server = _lay_out(home)
        daemon = subprocess.Popen(
            [
                shutil.which("cupsd", path=_SYSTEM_PATH) or "cupsd",
                "-f",
                "-c",
                str(home / "root" / "cupsd.conf"),
                "-s",
                str(home / "root" / "cups-files.conf"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        cups = VirtualCups(home, server)
        try:
            wait_for(lambda: _answers(server, daemon), "CUPS")
            yield cups
        finally:
            daemon.terminate()
            daemon.wait(PATIENCE_S)


def wait_for(is_there: Callable[[], bool], what: str) -> None:
    """Look again and again until something of another process is there."""
    last = time.monotonic() + PATIENCE_S
    while not is_there():
        if time.monotonic() > last:
            message = f"{what} did not come within {PATIENCE_S} s"
            raise TimeoutError(message)
        time.sleep(0.02)


def _lay_out(home: Path) -> str:
    home.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for folder in ("root", "bin/backend", "spool/tmp", "cache", "state", "log", "printed"):
        (home / folder).mkdir(parents=True)
    for part in ("cgi-bin", "daemon", "filter", "monitor", "notifier"):
        (home / "bin" / part).symlink_to(Path("/usr/lib/cups") / part)
    backend = home / "bin" / "backend" / "folder"
    backend.write_text(_BACKEND.format(home=home), encoding="ascii")
    # Without rights for others CUPS runs it as whoever runs CUPS.
    backend.chmod(0o700)
    (home / "root" / "cupsd.conf").write_text(_CUPSD.format(port=port), encoding="ascii")
    (home / "root" / "cups-files.conf").write_text(_FILES.format(home=home), encoding="ascii")
    return f"127.0.0.1:{port}"


def _answers(server: str, daemon: "subprocess.Popen[bytes]") -> bool:
    if daemon.poll() is not None:
        message = f"cupsd ended with {daemon.returncode}"
        raise RuntimeError(message)
    host, port = server.split(":")
    with socket.socket() as asking:
        return asking.connect_ex((host, int(port))) == 0


def _parsed(options: str) -> dict[str, str]:
    pairs = (option.partition("=") for option in options.split())
    return {key: value for key, _, value in pairs}


def is_linux() -> bool:
    """Where CUPS is looked for."""
    return sys.platform.startswith("linux")
