"""How a person asked to see the providers of a visit: nothing of it stands when one begins.

The dealt order stays what it is. It comes back with one tap, and is what paper and the record have.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from kiosk.domain.narrowing import Wishes
from kiosk.domain.service import ProviderId, ServiceId

MOST_COMPARED = 3
LEAST_COMPARED = 2


class ViewKind(Enum):
    """Ways of seeing providers that are logged when somebody asks for them (N32)."""

    A_TO_Z = "a_to_z"
    SOME = "some"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class ViewAsked:
    """A person asked to see the providers in another way; not whom, and not those who what."""

    view: ViewKind


@dataclass(frozen=True, slots=True)
class AskedView:
    """What one person has asked for; every change gives a new value.

    Attributes:
        is_a_to_z: Names stand from A to Å.
        wishes: Per service, "only those who …"; services without any are missing.
        compared: Who is to stand side by side, at most three; order of asking.
    """

    is_a_to_z: bool = False
    wishes: Mapping[ServiceId, Wishes] = field(default_factory=dict)
    compared: tuple[ProviderId, ...] = ()

    def sorted_a_to_z(self, *, wanted: bool) -> "AskedView":
        """From A to Å, or in the drawn order again."""
        return replace(self, is_a_to_z=wanted)

    def only(self, service: ServiceId, wishes: Wishes) -> "AskedView":
        """With these wishes for a service; none of them shows everybody again."""
        others = {key: value for key, value in self.wishes.items() if key != service}
        return replace(self, wishes={**others, service: wishes} if wishes else others)

    def wishes_for(self, service: ServiceId) -> Wishes:
        """What was asked for of a service; empty for everybody."""
        return self.wishes.get(service, frozenset())

    def comparing(self, provider: ProviderId) -> "AskedView":
        """With or without a provider side by side; a fourth is not taken (N25)."""
        if provider in self.compared:
            return replace(self, compared=tuple(p for p in self.compared if p != provider))
        if len(self.compared) >= MOST_COMPARED:
            return self
        return replace(self, compared=(*self.compared, provider))

    def comparing_nobody(self) -> "AskedView":
        """To begin a comparison anew."""
        return replace(self, compared=())

    @property
    def can_compare(self) -> bool:
        """Whether at least two stand side by side."""
        return len(self.compared) >= LEAST_COMPARED
