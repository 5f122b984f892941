"""What a person names on the command line, as the content pack knows it."""

from collections.abc import Iterable

import click

from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


class Asked:
    """Finds zones, services and providers by what a person types: the key or the name."""

    def __init__(self, municipality: Municipality, words: Words) -> None:
        self._municipality = municipality
        self._words = words

    def zone(self, said: str) -> ZoneId:
        """The zone with this key or name.

        Raises:
            BadParameter: There is none.
        """
        known = {zone.id: (zone.name,) for zone in self._municipality.zones}
        return ZoneId(self._find(said, known.items(), "--zone"))

    def service(self, said: str, option: str = "--service") -> ServiceId:
        """The service with this key, name or alias.

        Raises:
            BadParameter: There is none.
        """
        known = {
            item.id: (item.name.nb, item.name.nn, *item.aliases)
            for item in self._municipality.services
        }
        return ServiceId(self._find(said, known.items(), option))

    def provider(self, said: str, option: str = "--provider") -> ProviderId:
        """The provider with this key or name.

        Raises:
            BadParameter: There is none.
        """
        known = {each.id: (each.name.nb, each.name.nn) for each in self._municipality.providers}
        return ProviderId(self._find(said, known.items(), option))

    def _find(self, said: str, known: Iterable[tuple[str, tuple[str, ...]]], option: str) -> str:
        keys, wanted = [], " ".join(said.split()).casefold()
        for key, names in known:
            if wanted in {key, *(name.casefold() for name in names)}:
                return key
            keys.append(key)
        text = self._words.gettext("“{said}” is not one of: {allowed}.")
        raise click.BadParameter(text.format(said=said, allowed=", ".join(keys)), param_hint=option)
