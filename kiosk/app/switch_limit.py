"""Whether a person has used the switches that the municipality allows in a calendar year."""

from datetime import date

from kiosk.app.phrases import call_office, sentences
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.words import Words
from kiosk.domain.case import GrantedService
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId
from kiosk.domain.switching import has_chosen, switches_in


def limit_reached(
    municipality: Municipality, file: CaseFile, granted: GrantedService, today: date
) -> int | None:
    """How many switches were made this year, where that is all that are allowed; else None.

    Who has no provider, or one that left, may always choose.

    Args:
        municipality: Whose rule it is.
        file: The person's case, with what was answered so far.
        granted: The service as it stands today, with who helps.
        today: Day on which the municipality receives the answer.
    """
    counted = _counted(municipality, file, granted, today)
    if counted is None:
        return None
    made, limit = counted
    return made if made >= limit else None


def switches_left(
    municipality: Municipality, file: CaseFile, granted: GrantedService, today: date
) -> int | None:
    """How many switches the person can still make this year; None where none would be counted.

    That is so without a limit, before the first choice, and when the provider has left.
    Arguments as in ``limit_reached``.
    """
    counted = _counted(municipality, file, granted, today)
    if counted is None:
        return None
    made, limit = counted
    return max(0, limit - made)


def _counted(
    municipality: Municipality, file: CaseFile, granted: GrantedService, today: date
) -> tuple[int, int] | None:
    """Switches of this year, and how many are allowed; None where a switch would not count."""
    limit = municipality.notice_of(granted.service).max_per_year
    helps = file.helps.get(granted.service)
    if limit is None or helps is None or not has_chosen(helps.answers, today):
        return None

    def offers(provider: ProviderId, day: date) -> bool:
        return provider in municipality.offered(granted.service, file.case.zone, day)

    if granted.present_provider is None or not offers(granted.present_provider, today):
        return None
    return switches_in(today.year, helps.answers, today, offers), limit


def limit_text(made: int, municipality: Municipality, today: date, words: Words) -> str:
    """That a person cannot switch again this year, from when, and whom to call."""
    switched = words.ngettext(
        "You have switched {count}\u00a0time this year.",
        "You have switched {count}\u00a0times this year.",
        made,
    )
    again = words.gettext("You can switch again from {date}.")
    return sentences(
        switched.format(count=words.number(made)),
        again.format(date=words.full_date(date(today.year + 1, 1, 1))),
        words.gettext("Do you need to switch sooner?"),
        call_office(municipality, words),
    )


def left_text(left: int, words: Words) -> str:
    """How many switches a person has left this year.

    Args:
        left: At least one.
        words: Of the reader.
    """
    return words.ngettext(
        "You can switch {count}\u00a0more time this year.",
        "You can switch {count}\u00a0more times this year.",
        left,
    ).format(count=words.number(left))
