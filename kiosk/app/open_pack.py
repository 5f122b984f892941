"""Which content packs may be opened."""

from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.municipality import Municipality


def require_example(municipality: Municipality) -> None:
    """Refuse a real municipality's pack as long as the record is not sealed.

    Raises:
        RefusedError: ``pack.not_example``.
    """
    if not municipality.is_example:
        raise RefusedError([Refusal("pack.not_example")])
