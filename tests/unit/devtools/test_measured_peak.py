"""The most memory of a process is its own, not that of who started it."""

import subprocess
import sys

LARGE_MIB = 400
CHILD = "from kiosk.devtools.measured_letters import peak_mib; print(peak_mib())"
PARENT = f"""
import subprocess, sys
held = bytearray(b"x") * ({LARGE_MIB} << 20)
print(subprocess.run([sys.executable, "-c", {CHILD!r}], capture_output=True, text=True).stdout)
"""


def test_a_large_parent_is_not_counted():
    told = subprocess.run(
        [sys.executable, "-c", PARENT], capture_output=True, text=True, check=True
    )

    assert 0 < float(told.stdout) < LARGE_MIB
