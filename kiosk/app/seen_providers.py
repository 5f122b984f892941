"""Providers in words as somebody sees them, each put into words once for the same question."""

from datetime import date

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.app.ports.words import Words
from kiosk.app.remembered import Remembered
from kiosk.domain.case import GrantedService
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.municipality import Municipality
from kiosk.domain.places import as_it_is_full, full_for
from kiosk.domain.service import ProviderId, ZoneId


class SeenProviders:
    """Nothing of it depends on when it is asked; safe to call from any thread."""

    def __init__(self) -> None:
        self._contents: Remembered[Municipality] = Remembered()
        self._blocks: Remembered[ProviderBlock] = Remembered()

    def content(
        self, municipality: Municipality, granted: GrantedService, zone: ZoneId, today: date
    ) -> Municipality:
        """``as_it_is_full``, as one object for all to whom the same providers are full."""
        full = full_for(municipality, granted, zone)
        return self._contents.get(
            (municipality,),
            (granted.service, zone, full, today),
            lambda: as_it_is_full(municipality, granted, zone, today),
        )

    def block(self, provider: ProviderId, scope: ProviderScope, words: Words) -> ProviderBlock:
        """``compose_provider``."""
        is_old = scope.municipality.provider(provider).is_old_on(scope.today)
        return self._blocks.get(
            (scope.municipality, words),
            (provider, scope.zone, scope.services, is_old),
            lambda: compose_provider(provider, scope, words),
        )
