"""What a list changes in a known case, each with its old and its new value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from kiosk.app.change_words import from_to
from kiosk.app.phrases import sentence_case
from kiosk.app.ports.words import Words
from kiosk.app.service_changes import ServiceTexts
from kiosk.domain.case import Address, Case, Closing, PostRecipient
from kiosk.domain.municipality import Municipality

_ADDRESS, _SERVICES, _CLOSING = "address", "services", "closing"


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One change in words.

    Attributes:
        label: What changes; empty where ``text`` is a whole sentence.
        text: Old and new value.
    """

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangeTexts:
    """Puts changes of cases into words; a protected address is never shown."""

    municipality: Municipality
    words: Words

    def changes(self, known: Case, case: Case) -> tuple[CaseChange, ...]:
        """Everything in which two versions of a case differ, order of the fields of ``Case``."""
        differing = [
            field.name
            for field in fields(Case)
            if getattr(known, field.name) != getattr(case, field.name)
        ]
        return tuple(change for name in differing for change in self._of(name, known, case))

    def _of(self, name: str, known: Case, case: Case) -> Iterator[CaseChange]:
        hides = known.is_address_protected or case.is_address_protected
        if name == _SERVICES:
            texts = ServiceTexts(self.municipality, self.words)
            yield from (CaseChange(*pair) for pair in texts.changes(known.services, case.services))
        elif name == _CLOSING:
            yield self._closing(known.closing, case.closing)
        elif name == _ADDRESS and hides:
            text = self.words.gettext("Changed. The address is protected and not shown.")
            yield CaseChange(self._label(name), text)
        else:
            old, new = self._values(known, hides=hides), self._values(case, hides=hides)
            yield CaseChange(self._label(name), from_to(old[name], new[name], self.words))

    def _label(self, name: str) -> str:
        words = self.words
        return {
            "given_name": words.pgettext("case field", "Given name"),
            "family_name": words.pgettext("case field", "Family name"),
            "birth_date": words.pgettext("case field", "Birth date"),
            "zone": sentence_case(words.local(self.municipality.zone_word)),
            "address": words.pgettext("case field", "Address"),
            "is_address_protected": words.pgettext("case field", "Protected address"),
            "phone": words.pgettext("case field", "Telephone"),
            "written_language": words.pgettext("case field", "Written language"),
            "interpreter": words.pgettext("case field", "Interpreter"),
            "post": words.pgettext("case field", "Who receives the post"),
        }[name]

    def _values(self, case: Case, *, hides: bool) -> Mapping[str, str]:
        words = self.words
        zones = {zone.id: zone.name for zone in self.municipality.zones}
        language = case.written_language
        protected = words.pgettext("value", "yes"), words.pgettext("value", "no")
        return {
            "given_name": case.given_name,
            "family_name": case.family_name,
            "birth_date": words.full_date(case.birth_date),
            "zone": zones.get(case.zone, case.zone),
            "address": _one_line(case.address),
            "is_address_protected": protected[0 if case.is_address_protected else 1],
            "phone": case.phone,
            "written_language": "" if language is None else words.language_name(language.value),
            "interpreter": case.interpreter,
            "post": "" if case.post is None else self._post(case.post, hides=hides),
        }

    def _post(self, post: PostRecipient, *, hides: bool) -> str:
        way = (
            self.words.gettext("instead of to the person")
            if post.instead
            else self.words.gettext("as well as to the person")
        )
        # Whoever receives the post may live with the person.
        address = "" if hides else _one_line(post.address)
        return ", ".join(filter(None, (post.name, post.role, address, way)))

    def _closing(self, known: Closing | None, new: Closing | None) -> CaseChange:
        words = self.words
        if known is None and new is not None:
            text = words.gettext("The case is closed: {closing}.")
            return CaseChange("", text.format(closing=self._end(new)))
        if known is not None and new is None:
            text = words.gettext("The case was closed ({closing}) and is opened again.")
            return CaseChange("", text.format(closing=self._end(known)))
        old, later = ("" if each is None else self._end(each) for each in (known, new))
        return CaseChange(words.pgettext("case field", "Closed"), from_to(old, later, words))

    def _end(self, closing: Closing) -> str:
        return ", ".join(filter(None, (self.words.full_date(closing.on), closing.reason)))


def _one_line(address: Address | None) -> str:
    if address is None:
        return ""
    place = f"{address.postcode} {address.town}".strip()
    return ", ".join(filter(None, (*address.lines, place)))
