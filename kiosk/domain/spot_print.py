"""Brochures that one person prints at a public machine: one at a time, and not without end."""

from dataclasses import dataclass, replace

MOST_BROCHURES = 4
"""In one session: both forms of Norwegian, in standard and in large print."""

MOST_STILL_MINUTES = 10
"""The thickest brochure is printed by then; a printer that says nothing keeps no session open."""


@dataclass(frozen=True, slots=True)
class SpotPrints:
    """What one session has printed; every change gives a new value.

    Attributes:
        begun: How many were asked for; one that was never printed does not count.
        is_under_way: One is being made or printed, so that no other may begin.
    """

    begun: int = 0
    is_under_way: bool = False

    @property
    def is_used_up(self) -> bool:
        """Whether only staff can print more."""
        return self.begun >= MOST_BROCHURES

    @property
    def may_begin(self) -> bool:
        """Whether a brochure can be asked for now."""
        return not self.is_under_way and not self.is_used_up

    def with_one_begun(self) -> "SpotPrints":
        """One is asked for; nothing is another where none may begin."""
        return SpotPrints(self.begun + 1, True) if self.may_begin else self

    def with_one_over(self, *, is_printed: bool = True) -> "SpotPrints":
        """The one that was under way is; one of which nothing was printed is given back."""
        if not self.is_under_way:
            return self
        return replace(self, begun=self.begun - (not is_printed), is_under_way=False)


def stands_still(minutes: int, *, is_moving: bool) -> bool:
    """Whether the idle clock stands still while a brochure is on its way (access G06).

    Args:
        minutes: Whole minutes since it was handed over.
        is_moving: It is being made or printed, and nothing keeps it.
    """
    return is_moving and minutes < MOST_STILL_MINUTES
