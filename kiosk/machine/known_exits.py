"""Which providers stop, as a public machine knows it while its record is closed.

Only what is announced to everybody is kept: who stops, where and when; never why, and nothing of
persons. How many places are taken is not kept: that number is made of persons' choices, and an old
one would keep people from a provider that has room again.
"""

import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

EXITS_NAME = "machine-exits.json"


class FileKnownExits:
    """Implements ``KnownExits``: one JSON file that is replaced whole."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / EXITS_NAME

    def exits(self) -> tuple[ProviderExit, ...]:
        """What was kept last; none where the file is missing or cannot be read."""
        try:
            written = json.loads(self._path.read_text("utf-8"))
            return tuple(_exit(number, each) for number, each in enumerate(written["exits"]))
        except (OSError, ValueError, KeyError, TypeError):
            return ()

    def keep(self, exits: Sequence[ProviderExit]) -> None:
        """Put these in place of the earlier ones, whole or not at all."""
        fresh = self._path.with_name(f"{EXITS_NAME}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8") as file:
                json.dump({"exits": [_written(each) for each in exits]}, file)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
        except OSError as error:
            raise StorageError(StorageFault.FAILED) from error


def _written(known: ProviderExit) -> dict[str, object]:
    return {
        "provider": known.provider,
        "services": list(known.services),
        "zones": list(known.zones),
        "announced_on": known.announced_on.isoformat(),
        "last_day": known.last_day.isoformat(),
    }


def _exit(number: int, written: Any) -> ProviderExit:
    last_day = date.fromisoformat(written["last_day"])
    return ProviderExit(
        id=str(number),
        provider=ProviderId(str(written["provider"])),
        services=tuple(ServiceId(str(each)) for each in written["services"]),
        zones=tuple(ZoneId(str(each)) for each in written["zones"]),
        announced_on=date.fromisoformat(written["announced_on"]),
        last_day=last_day,
        # Not kept, and not shown by any page that a stranger sees.
        cause=ExitCause.CONTRACT_ENDS,
        answer_by=last_day,
    )
