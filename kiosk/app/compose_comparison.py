"""One service side by side: short facts only, the same rows for all, never extras (domain 9.15)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.app import compose_facts as facts
from kiosk.app import compose_offer_facts as per_offer
from kiosk.app.compose_provider import ProviderScope, kind_short
from kiosk.app.compose_strip import OfferView, strip, view
from kiosk.app.phrases import not_stated, part_heading, sentence_case
from kiosk.app.ports.words import Words
from kiosk.domain.document.brochure import Comparison
from kiosk.domain.document.provider_block import CoverageCell
from kiosk.domain.ordering import Order
from kiosk.domain.provider import CapacityState, Coverage
from kiosk.domain.service import DayPart, ServiceId

_Say = Callable[[OfferView, Words], str]


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    cells: tuple[str, ...]
    ticks: tuple[bool, ...]


def compose_comparison(
    service: ServiceId, order: Order, scope: ProviderScope, words: Words
) -> Comparison:
    """All providers of one service in the dealt order.

    Args:
        service: One of the scope's services.
        order: Dealt order; providers that do not give the service are left out.
        scope: Municipality and zone.
        words: The page's language.
    """
    seen = [
        each
        for each in (
            view(scope.municipality, scope.municipality.provider(provider), service, scope.zone)
            for provider in order
        )
        if each.offer is not None
    ]
    coverage = _coverage_rows(seen, words)
    rows = (*_head_rows(seen, words), *coverage, *_fact_rows(seen, words))
    phrase = words.local(scope.municipality.service(service).phrase)
    is_compared = len(seen) > 1
    # Hours stand in this table only, so that whoever is the only one has one too.
    title = (
        words.gettext("Compare: {service}") if is_compared else words.gettext("Facts: {service}")
    )
    return Comparison(
        title=title.format(service=phrase),
        lead=words.gettext(
            "The table has the short facts. Everything else stands on the providers' own pages."
        )
        if is_compared
        else words.gettext(
            "The table has the short facts. Everything else stands on the provider's own pages."
        ),
        # Without hard spaces: a narrow column may break before the company form.
        columns=tuple(each.provider.name.in_(words.language) for each in seen),
        rows=tuple((row.label, row.cells) for row in rows),
        note=_note(seen, words),
        tick_rows=tuple(row.ticks for row in rows),
    )


def _plain(label: str, say: _Say, seen: Sequence[OfferView], words: Words) -> _Row:
    cells = tuple(say(each, words) for each in seen)
    return _Row(label, cells, (False,) * len(cells))


def _head_rows(seen: Sequence[OfferView], words: Words) -> tuple[_Row, ...]:
    kind = words.pgettext("row of a comparison", "Kind")
    return (
        _plain(kind, lambda each, said: kind_short(each.provider.kind, said), seen, words),
        _plain(words.gettext("In the municipality since"), _since, seen, words),
    )


def _coverage_rows(seen: Sequence[OfferView], words: Words) -> tuple[_Row, ...]:
    if not seen:
        return ()
    cells = [_by_part(each, words) for each in seen]
    return tuple(
        _Row(
            # The strips on paper have no room for the hours.
            f"{part_heading(part, words)} {words.local(seen[0].service.hours[part])}",
            tuple(each[part].short for each in cells),
            tuple(each[part].comes is Coverage.YES for each in cells),
        )
        for part in DayPart
    )


def _by_part(seen: OfferView, words: Words) -> dict[DayPart, CoverageCell]:
    return {cell.part: cell for cell in strip(seen, words).cells}


def _fact_rows(seen: Sequence[OfferView], words: Words) -> tuple[_Row, ...]:
    said: tuple[tuple[str, _Say], ...] = (
        (words.gettext("Room now"), _room),
        (words.pgettext("field of a provider", "Start"), _start),
        (words.gettext("Training in health care"), _trained),
        (words.gettext("Nurse on duty"), _nurse),
        (words.gettext("Fixed contact"), _fixed_contact),
        (words.gettext("Different helpers in 4\u00a0weeks"), _helpers),
        (words.pgettext("field of a provider", "Languages"), _languages),
        (words.pgettext("field of a provider", "Telephone"), _phone),
    )
    return tuple(_plain(label, say, seen, words) for label, say in said)


def _since(seen: OfferView, words: Words) -> str:
    started = seen.provider.started_on
    return not_stated(words) if started is None else str(started.year)


def _room(seen: OfferView, words: Words) -> str:
    state = CapacityState.NOT_STATED if seen.offer is None else seen.offer.capacity.state
    return {
        CapacityState.OPEN: words.pgettext("coverage", "Yes"),
        CapacityState.FULL: words.gettext("No, waiting list"),
        CapacityState.PAUSED: words.pgettext("coverage", "No"),
        CapacityState.CLOSING: words.pgettext("coverage", "No"),
        CapacityState.NOT_STATED: not_stated(words),
    }[state]


def _start(seen: OfferView, words: Words) -> str:
    return per_offer.start([seen], words)[0]


def _trained(seen: OfferView, words: Words) -> str:
    percent = seen.provider.competence.trained_percent
    if percent is None:
        return not_stated(words)
    return words.gettext("{percent}\u00a0% of the helpers").format(percent=percent)


def _nurse(seen: OfferView, words: Words) -> str:
    parts = seen.provider.competence.nurse_on_duty
    if parts is None:
        return not_stated(words)
    if not parts:
        return words.pgettext("coverage", "No")
    return sentence_case(facts.parts_of_week(parts, words))


def _fixed_contact(seen: OfferView, words: Words) -> str:
    fixed = seen.provider.continuity.fixed_contact
    if fixed is None:
        return not_stated(words)
    return words.pgettext("coverage", "Yes") if fixed else words.pgettext("coverage", "No")


def _helpers(seen: OfferView, words: Words) -> str:
    continuity = seen.provider.continuity
    if continuity.helpers_per_4_weeks is None:
        return not_stated(words)
    number = words.number(continuity.helpers_per_4_weeks)
    if continuity.measured is None:
        return number
    return f"{number} ({facts.measured(continuity.measured, words)})"


def _languages(seen: OfferView, words: Words) -> str:
    return facts.languages(seen.provider.languages, words)


def _phone(seen: OfferView, words: Words) -> str:
    number = seen.provider.contact.phone
    return not_stated(words) if number is None else words.phone(number)


def _note(seen: Sequence[OfferView], words: Words) -> str:
    days = sorted(each.provider.approved_on for each in seen)
    if not days:
        return ""
    if days[0] == days[-1]:
        return words.gettext(
            "Stated by the providers. Approved by the municipality on {date}."
        ).format(date=words.full_date(days[0]))
    return words.gettext(
        "Stated by the providers. Approved by the municipality between {first} and {last}."
    ).format(first=words.full_date(days[0]), last=words.full_date(days[-1]))
