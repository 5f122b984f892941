"""The content pack and the words of this machine."""

from typing import TYPE_CHECKING

from kiosk.app.ports.machine import Clock
from kiosk.app.ports.words import Words
from kiosk.domain.edition import Edition
from kiosk.domain.errors import ContentError
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.settings import Resources, Settings

if TYPE_CHECKING:
    pass


def words_in(resources: Resources, language: Language) -> Words:
    """Texts and formats of one language."""
    from kiosk.i18n import GettextWords

    return GettextWords(language, resources.locales)


def open_municipality(settings: Settings, clock: Clock) -> Municipality:
    """The content pack, checked whole.

    Raises:
        ContentError: Anything is wrong with the pack.
    """
    from kiosk.content import load_pack

    municipality = load_pack(settings.content, clock.now().date())
    require_room(settings, municipality, clock)
    return municipality


def require_room(settings: Settings, municipality: Municipality, clock: Clock) -> None:
    """Refuse a pack in which a text does not fit; what has passed is not laid out again.

    Raises:
        ContentError: A text has no room; holds every fault that was found.
    """
    from kiosk.layout.passed import PassedLayouts, layout_key

    if PassedLayouts(settings.data).has(layout_key(municipality, clock.now().date())):
        return
    from kiosk.layout.check import layout_problems

    # What is amiss in another edition is a warning, and nobody reads one here.
    only = (Edition.STANDARD,)
    problems = layout_problems(municipality, settings.resources, clock.now(), only)
    if any(each.is_fault for each in problems):
        raise ContentError(problems)


def remember_room(settings: Settings, municipality: Municipality, clock: Clock) -> None:
    """Keep with the record that every text of the pack has room; without a folder, keep nothing."""
    from kiosk.layout.passed import PassedLayouts, layout_key

    passed, key = PassedLayouts(settings.data), layout_key(municipality, clock.now().date())
    if not passed.has(key):
        passed.add(key)
