"""Per provider who starts and who stops, and when, with only what the provider needs.

Data minimisation (GDPR art. 5 no. 1 c), field by field:

- Name and case number: whom it is about. The case number tells two of one name apart and lets the
  provider ask without naming anybody, so that no birth date is needed.
- Service and day: what to do when. For a stop the day is the last one with the provider.
- Telephone, address and zone: only for a start, to make the first visit; who stops has been there.
  Of a person whose address is protected none of them, since a zone is a place too: the provider
  asks the office.
- Never why, never who decided, never which provider comes instead or was there before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kiosk.app.phrases import sentence_case
from kiosk.app.ports.words import Words
from kiosk.app.spreadsheet import spreadsheet
from kiosk.domain.case import Case
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.errors import NotFoundError
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId
from kiosk.domain.start_stop import Change

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line of a provider's list.

    Attributes:
        case: Of the person; only what the list needs is taken from it.
    """

    case: Case
    change: Change

    @property
    def provider(self) -> ProviderId:
        """Who is told."""
        return self.change.turn.provider

    @property
    def day(self) -> date:
        """First day of a start, last day before a stop."""
        return self._shown(self.change.turn.day)

    @property
    def instead_of(self) -> date | None:
        """The day that was told earlier."""
        told = self.change.instead_of
        return None if told is None else self._shown(told)

    @property
    def needs_contact(self) -> bool:
        """Whether somebody has to find the person."""
        return self.change.turn.is_start and not self.change.is_cancelled

    def _shown(self, day: date) -> date:
        return day if self.change.turn.is_start else day - _DAY


@dataclass(frozen=True, slots=True)
class ProviderLists:
    """Puts the lists of one delivery into words.

    Attributes:
        names: Names that providers had with the answers, for those that left the content.
    """

    municipality: Municipality
    words: Words
    names: Mapping[ProviderId, LocalText] = field(default_factory=dict)

    def table(self, entries: Sequence[ListEntry]) -> bytes:
        """The list as CSV: UTF-8 with a byte order mark, semicolons, ISO dates, one head line."""
        words = self.words
        heads = (
            words.gettext("What happens"),
            words.gettext("Date"),
            words.gettext("Earlier told date"),
            words.pgettext("column", "Service"),
            words.pgettext("of a person", "Name"),
            words.gettext("Case number"),
            sentence_case(words.local(self.municipality.zone_word)),
            words.gettext("Telephone"),
            words.gettext("Address"),
        )
        return spreadsheet([heads, *(self._row(entry) for entry in ordered(entries))])

    def sheet(self, entries: Sequence[ListEntry], run: str, issued_on: date) -> Sheet:
        """The same list on paper.

        Args:
            entries: Of one provider; at least one.
            run: Name of the delivery.
            issued_on: Date of the list.
        """
        words, municipality = self.words, self.municipality
        lead = words.gettext("For {provider}, {date}. Nothing else changes.")
        return Sheet(
            language=words.language,
            municipality=municipality.name,
            office=words.local(municipality.office.name),
            is_example=municipality.is_example,
            title=words.gettext("Who starts and who stops"),
            lead=lead.format(
                provider=self._name(entries[0].provider), date=words.full_date(issued_on)
            ),
            sections=tuple(self._section(entry) for entry in ordered(entries)),
            frame=(),
            foot=run,
            issued_on=issued_on,
        )

    def _row(self, entry: ListEntry) -> tuple[str, ...]:
        told = entry.instead_of
        return (
            self._what(entry),
            entry.day.isoformat(),
            "" if told is None else told.isoformat(),
            self._service(entry),
            entry.case.name,
            entry.case.reference,
            *self._contact(entry),
        )

    def _section(self, entry: ListEntry) -> SheetSection:
        words = self.words
        zone, phone, address = self._contact(entry)
        told = entry.instead_of
        values = (
            (self._what(entry), _on_paper(entry.day, words)),
            (words.gettext("Earlier told date"), _on_paper(told, words) if told else ""),
            (words.pgettext("column", "Service"), self._service(entry)),
            (sentence_case(words.local(self.municipality.zone_word)), zone),
            (words.gettext("Telephone"), words.phone(phone) if phone else ""),
            (words.gettext("Address"), address),
            (words.gettext("Case number"), entry.case.reference),
        )
        lines = tuple(ReceiptLine(label, value) for label, value in values if value)
        return SheetSection(entry.case.name, lines)

    def _what(self, entry: ListEntry) -> str:
        words, change = self.words, entry.change
        if change.is_cancelled and change.turn.is_start:
            return words.gettext("Start cancelled")
        if change.is_cancelled:
            return words.gettext("Goes on, stop cancelled")
        if change.turn.is_start:
            return words.gettext("Starts, first day")
        return words.gettext("Stops, last day")

    def _service(self, entry: ListEntry) -> str:
        return self.words.local(self.municipality.service(entry.change.turn.service).name)

    def _contact(self, entry: ListEntry) -> tuple[str, str, str]:
        """Zone, telephone and address; empty where the provider does not need them."""
        case = entry.case
        if not entry.needs_contact:
            return "", "", ""
        if case.is_address_protected:
            return "", "", self.words.gettext("Protected. Ask the office.")
        place = case.postal_address
        lines = () if place is None else (*place.lines, f"{place.postcode} {place.town}".strip())
        return self.municipality.zone(case.zone).name, case.phone, ", ".join(filter(None, lines))

    def _name(self, provider: ProviderId) -> str:
        try:
            return self.words.local(self.municipality.provider(provider).name)
        except NotFoundError:
            stored = self.names.get(provider)
            return provider if stored is None else self.words.local(stored)


def ordered(entries: Iterable[ListEntry]) -> list[ListEntry]:
    """By day, then by name."""
    return sorted(
        entries,
        key=lambda each: (each.day, each.case.family_name, each.case.given_name, each.change.turn),
    )


def _on_paper(day: date, words: Words) -> str:
    return sentence_case(words.weekday_and_date(day))
