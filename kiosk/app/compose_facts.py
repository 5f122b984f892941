"""Facts that belong to a provider as a whole, put into words; missing parts are named."""

from datetime import date

from kiosk.app.phrases import not_stated, part_not_stated, part_noun, sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.provider import Competence, Contact, Continuity, Extras, Measured
from kiosk.domain.service import DayPart


def competence(value: Competence, words: Words) -> str:
    """Training, nurse and leader, each stated or named as missing, and the day they hold for."""
    if (value.trained_percent, value.nurse_on_duty, value.leader) == (None, None, None):
        return not_stated(words)
    return sentences(
        _trained(value, words),
        _nurse(value, words),
        _leader(value, words),
        _day(value.as_of, words),
    )


def _trained(value: Competence, words: Words) -> str:
    if value.trained_percent is None:
        return part_not_stated(words.gettext("Training in health care"), words)
    return words.gettext("{percent}\u00a0% have training in health care.").format(
        percent=value.trained_percent
    )


def _nurse(value: Competence, words: Words) -> str:
    if value.nurse_on_duty is None:
        return part_not_stated(words.gettext("Nurse on duty"), words)
    if not value.nurse_on_duty:
        return words.gettext("No nurse on duty.")
    # A list after a colon: whole phrases would take a line more on every provider's page.
    return words.gettext("Nurse on duty: {parts}.").format(
        parts=parts_of_week(value.nurse_on_duty, words)
    )


def parts_of_week(parts: tuple[DayPart, ...], words: Words) -> str:
    """For example ``dag, kveld og natt``, always in the order of the week."""
    return words.and_list([part_noun(part, words) for part in DayPart if part in parts])


def _leader(value: Competence, words: Words) -> str:
    if value.leader is None:
        return part_not_stated(words.pgettext("profession of the leader", "Leader"), words)
    return words.gettext("Leader: {profession}.").format(profession=words.local(value.leader))


def _day(day: date | None, words: Words) -> str:
    if day is None:
        return part_not_stated(words.pgettext("day that a fact holds for", "Date"), words)
    return words.gettext("As of {date}.").format(date=words.full_date(day))


def continuity(value: Continuity, words: Words) -> str:
    """Fixed contact and number of helpers, each stated or named as missing."""
    if (value.fixed_contact, value.helpers_per_4_weeks) == (None, None):
        return not_stated(words)
    return sentences(_contact_person(value, words), _helpers(value, words))


def _contact_person(value: Continuity, words: Words) -> str:
    if value.fixed_contact is None:
        return part_not_stated(words.gettext("Fixed contact person"), words)
    if value.fixed_contact:
        return words.gettext("Fixed contact person: yes.")
    return words.gettext("Fixed contact person: no.")


def _helpers(value: Continuity, words: Words) -> str:
    if value.helpers_per_4_weeks is None:
        return part_not_stated(words.gettext("Number of different helpers"), words)
    number = words.ngettext(
        "Usually {count} helper in 4\u00a0weeks.",
        "Usually {count} different helpers in 4\u00a0weeks.",
        value.helpers_per_4_weeks,
    ).format(count=value.helpers_per_4_weeks)
    return sentences(number, _how_counted(value, words))


def _how_counted(value: Continuity, words: Words) -> str:
    if value.measured is None:
        return part_not_stated(words.gettext("Measured or estimated"), words)
    how = sentence_case(measured(value.measured, words))
    if value.period is None:
        return words.gettext("{how}, time not stated.").format(how=how)
    return words.gettext("{how} {period}.").format(how=how, period=words.local(value.period))


def measured(how: Measured, words: Words) -> str:
    """How a figure came about, for example ``målt``."""
    return {
        Measured.MEASURED: words.pgettext("how a figure came about", "measured"),
        Measured.ESTIMATED: words.pgettext("how a figure came about", "estimated"),
    }[how]


def languages(codes: tuple[str, ...] | None, words: Words) -> str:
    """Languages of the staff, most spoken first."""
    if not codes:
        return not_stated(words)
    return sentence_case(words.and_list([words.language_name(code) for code in codes]))


def phone(contact: Contact, words: Words) -> str:
    """Number and hours."""
    if contact.phone is None:
        return not_stated(words)
    number = words.phone(contact.phone)
    if contact.hours is None:
        return sentences(f"{number}.", part_not_stated(words.pgettext("telephone", "Hours"), words))
    return words.gettext("{phone}, {hours}").format(phone=number, hours=words.local(contact.hours))


def extras(value: Extras | None, words: Words) -> str:
    """Whether there are paid services outside the decision; told last and never compared.

    What they are is advertising space (domain 9.15), so that it stays with the provider.
    """
    if value is None:
        return not_stated(words)
    if not value.offered:
        return words.pgettext("paid extra services", "No")
    return words.gettext("Yes, for payment. A separate agreement.")
