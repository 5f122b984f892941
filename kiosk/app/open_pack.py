"""Which content packs may be played with."""

from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.municipality import Municipality


def require_example(municipality: Municipality) -> None:
    """Refuse a real municipality's pack where invented visits are played on a trial record.

    Raises:
        RefusedError: ``pack.not_example``.
    """
    if not municipality.is_example:
        raise RefusedError([Refusal("pack.not_example")])
