"""What a list changes in the services of a known case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from kiosk.app.change_words import from_to
from kiosk.app.phrases import part_noun
from kiosk.app.ports.words import Words
from kiosk.domain.case import GrantedService
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import DayPart, ServiceId


@dataclass(frozen=True, slots=True)
class ServiceTexts:
    """Puts changes of granted services into words."""

    municipality: Municipality
    words: Words

    def changes(
        self, known: Sequence[GrantedService], new: Sequence[GrantedService]
    ) -> tuple[tuple[str, str], ...]:
        """What changes, and how; services of the list first, then those that it lacks."""
        old = {granted.service: granted for granted in known}
        listed = {granted.service for granted in new}
        found = [
            *(change for granted in new for change in self._listed(old, granted)),
            *(
                (self._name(service), self.words.gettext("The list no longer has this service."))
                for service in old
                if service not in listed
            ),
        ]
        return tuple(found) or (self._order(known, new),)

    def _listed(
        self, old: Mapping[ServiceId, GrantedService], new: GrantedService
    ) -> Iterator[tuple[str, str]]:
        known = old.get(new.service)
        if known is None:
            yield self._name(new.service), self.words.gettext("This service is new in the case.")
            return
        before, after = self._values(known), self._values(new)
        for field in fields(GrantedService):
            if getattr(known, field.name) != getattr(new, field.name):
                label = self.words.gettext("{service}, {field}").format(
                    service=self._name(new.service), field=self._label(field.name)
                )
                yield label, from_to(before[field.name], after[field.name], self.words)

    def _order(
        self, known: Sequence[GrantedService], new: Sequence[GrantedService]
    ) -> tuple[str, str]:
        before, after = (
            self.words.and_list(self._name(granted.service) for granted in services)
            for services in (known, new)
        )
        label = self.words.pgettext("case field", "Order of the services")
        return label, from_to(before, after, self.words)

    def _name(self, service: ServiceId) -> str:
        names = {item.id: self.words.local(item.name) for item in self.municipality.services}
        return names.get(service, service)

    def _label(self, name: str) -> str:
        words = self.words
        return {
            "decided_on": words.pgettext("service field", "date of the decision"),
            "decision_reference": words.pgettext("service field", "reference of the decision"),
            "hours_per_week": words.pgettext("service field", "hours a week"),
            "needs": words.pgettext("service field", "when help is needed"),
            "present_provider": words.pgettext("service field", "present provider"),
            "present_since": words.pgettext("service field", "provider since"),
            "reply_by": words.pgettext("service field", "reply deadline"),
        }[name]

    def _values(self, granted: GrantedService) -> Mapping[str, str]:
        words = self.words
        names = {item.id: words.local(item.name) for item in self.municipality.providers}
        present, hours = granted.present_provider, granted.hours_per_week
        needs = (part_noun(part, words) for part in DayPart if part in granted.needs)
        return {
            "decided_on": self._day(granted.decided_on),
            "decision_reference": granted.decision_reference,
            "hours_per_week": "" if hours is None else words.number(hours),
            "needs": words.and_list(needs),
            "present_provider": "" if present is None else names.get(present, present),
            "present_since": self._day(granted.present_since),
            "reply_by": self._day(granted.reply_by),
        }

    def _day(self, day: date | None) -> str:
        return "" if day is None else self.words.full_date(day)
