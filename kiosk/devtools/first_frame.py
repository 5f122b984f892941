"""How a measured process tells the measuring one that it has drawn; no Qt."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MARK = "first-frame"
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Frame:
    """A first frame.

    Attributes:
        after_s: Seconds from the start of the process.
        resident_mb: Memory of the process at that moment, in MiB; 0 where it is not known.
    """

    after_s: float
    resident_mb: float


def report_first_frame() -> None:
    """Print when the frame came and how much memory is resident."""
    # The clock counts from the same moment in all processes of a machine.
    print(f"{_MARK} {time.monotonic_ns()} {_resident_kib()}", flush=True)


def start_and_wait(command: Sequence[str], environment: Mapping[str, str]) -> Frame:
    """Start a process that reports its first frame and then ends."""
    begun = time.monotonic_ns()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        if line.startswith(_MARK):
            _, moment, kib = line.split()
            return Frame((int(moment) - begun) / 1e9, int(kib) / _KIB)
    message = f"no first frame from {command[-1]}: {done.stderr.strip()}"
    raise RuntimeError(message)


def _resident_kib() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
