"""How the program of a public machine ends on purpose, and what the system is to do then.

Windows Shell Launcher does by the exit code of the program that stands in for the desktop: 0 starts
it again, 1 starts the machine again, 2 shuts it down, 3 does nothing (access O02). Those are the
codes of ``kiosk watch``; the unit for systemd reads the same ones. The program that it watches has
codes of its own, because 1 and 2 also come from a refusal, wrong use or a failing Python.
"""

from enum import Enum

_FIRST_OF_PROGRAM = 70
# Another public screen uses the same folder: to start this one again would change nothing.
HELD_ELSEWHERE = 79


class MachineEnd(Enum):
    """What is to happen next; the value is the exit code of ``kiosk watch``.

    Attributes:
        RESTART_PROGRAM: Start the program again; so does every code of the watched program that
            stands for nothing here, such as that of a crash.
        RESTART_DEVICE: Start the machine again.
        SHUT_DOWN: Turn the machine off.
        NOTHING: Leave the machine to the staff: a maintenance exit, or Qt itself does not start.
    """

    RESTART_PROGRAM = 0
    RESTART_DEVICE = 1
    SHUT_DOWN = 2
    NOTHING = 3

    @property
    def of_program(self) -> int:
        """Exit code with which the watched program asks for this: 70 to 73."""
        return _FIRST_OF_PROGRAM + self.value


def planned_end(code: int) -> MachineEnd | None:
    """What the watched program asked for when it ended.

    Args:
        code: Its exit code; below zero where a signal ended it.

    Returns:
        None for a crash, a refusal, or a window that closed unasked.
    """
    return next((end for end in MachineEnd if end.of_program == code), None)
