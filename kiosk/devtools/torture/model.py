"""The fold of the record against a plain model: the property test at length."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.devtools.torture.outcome import Outcome

_ROOT = Path(__file__).parents[3]
_STEPS = 50


def model(seed: int, seconds: float, runs: int) -> Outcome:
    """Run the property test so many times with ``_STEPS`` events each.

    Args:
        seed: The same seed tries the same events.
        seconds: After so many it is stopped, which is a fault.
        runs: How many lives of a record are tried.
    """
    environment = {**os.environ, "KIOSK_MODEL_RUNS": str(runs), "KIOSK_MODEL_STEPS": str(_STEPS)}
    command = [sys.executable, "-m", "pytest", "-q", "-m", "torture", "-p", "no:cacheprovider"]
    command += ["tests/torture/test_model_at_length.py", f"--hypothesis-seed={seed}"]
    try:
        done = subprocess.run(
            command, cwd=_ROOT, env=environment, timeout=seconds, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome("model", seed, {"runs": 0, "steps": _STEPS}, ("the time was too short",))
    faults = () if done.returncode == 0 else (done.stdout.decode(errors="replace")[-2000:],)
    return Outcome("model", seed, {"runs": runs, "steps": _STEPS}, faults)
