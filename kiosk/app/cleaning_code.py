"""The code that lets whoever cleans a public machine wipe its screen, and nothing else (access O12).

It opens no record: cleaning staff know no passphrase, and the record stays closed for them. Whoever
guesses it makes the screen ignore touch for half a minute.
"""

import hmac
from dataclasses import dataclass, field
from datetime import timedelta

from kiosk.app.ports.machine import Clock
from kiosk.app.ports.tries import ShortTryBook, TryBook
from kiosk.domain.machine_event import CodeOutcome
from kiosk.domain.staff import next_try_at

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class CleaningCode:
    """Wrong tries make it wait twice as long each time, until the program ends.

    Attributes:
        code: Of this machine; empty where it has none, and no code is right then.
    """

    code: str
    clock: Clock
    tries: TryBook = field(default_factory=ShortTryBook)

    @property
    def wait_s(self) -> int:
        """Seconds until the next try; 0 where it is allowed now."""
        (failures, last), now = self.tries.read(), self.clock.now()
        # A clock that was put back makes nobody wait until it has caught up.
        allowed_at = next_try_at(failures, last if last is None else min(last, now))
        return 0 if allowed_at is None else max(0, -((now - allowed_at) // _SECOND))

    def try_code(self, said: str) -> CodeOutcome:
        """Whether this is the code."""
        if self.wait_s > 0:
            return CodeOutcome.TOO_SOON
        if self.code and hmac.compare_digest(said.strip().encode(), self.code.encode()):
            self.tries.keep((0, None))
            return CodeOutcome.RIGHT
        failures, _last = self.tries.read()
        self.tries.keep((failures + 1, self.clock.now()))
        return CodeOutcome.WRONG
