"""The statement that cases were disposed of: what, by which rule, approved by whom; nobody's data.

As JSON, form 1, it is one object: ``form`` (``brukervalg-disposal-1``), ``municipality`` (its
name), ``event`` (id in the record), ``at`` (ISO with time zone), ``approved_by``, ``list_digest``,
``cases`` (how many), ``rules`` (each with ``rule``, ``decision_reference``,
``kept_in_case_system`` and ``cases``), ``erased`` (``device``, ``first`` and ``last`` number of
rows of erased places in the record) and ``signed_by`` (fingerprint of the key that signs the
record, in groups of four digits; empty for a record that signs nothing).
"""

from typing import Any

from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.event import Event
from kiosk.domain.handling import CasesDisposed, DisposedUnder, ErasedPlaces
from kiosk.domain.municipality import Municipality


def compose_disposal(
    event: Event, body: CasesDisposed, municipality: Municipality, signed_by: str, words: Words
) -> Sheet:
    """The statement on paper; ``signed_by`` is the fingerprint of the record's key, or empty."""
    lead = words.ngettext(
        "{count} case was disposed of for good. Its key was destroyed, so nobody can read what was "
        "stored, here or in copies of the record. Delete older copies of the keys too.",
        "{count} cases were disposed of for good. Their keys were destroyed, so nobody can read "
        "what was stored, here or in copies of the record. Delete older copies of the keys too.",
        body.cases,
    )
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=words.gettext("Statement of disposal"),
        lead=lead.format(count=words.number(body.cases)),
        sections=(
            *(_rule(rule, words) for rule in body.rules),
            SheetSection(words.gettext("The approval"), _approval(event, body, words)),
            SheetSection(words.gettext("In the record"), _erased(body.places, signed_by, words)),
        ),
        frame=(ReceiptLine(words.gettext("The approved list"), body.list_digest),),
        foot=event.id,
        issued_on=event.at.date(),
    )


def disposal_values(
    event: Event, body: CasesDisposed, municipality: Municipality, signed_by: str
) -> dict[str, Any]:
    """The statement for programs."""
    return {
        "form": "brukervalg-disposal-1",
        "municipality": municipality.name,
        "event": event.id,
        "at": event.at.isoformat(),
        "approved_by": body.approved_by,
        "list_digest": body.list_digest,
        "cases": body.cases,
        "rules": [
            {
                "rule": rule.rule,
                "decision_reference": rule.decision_reference,
                "kept_in_case_system": rule.is_shed,
                "cases": rule.cases,
            }
            for rule in body.rules
        ],
        "erased": [
            {"device": each.device, "first": each.first, "last": each.last} for each in body.places
        ],
        "signed_by": signed_by.replace("\u00a0", " "),
    }


def _rule(rule: DisposedUnder, words: Words) -> SheetSection:
    count = words.number(rule.cases)
    kept = words.gettext("The case system keeps them.")
    lines = (
        ReceiptLine(words.pgettext("statement of disposal", "Decision"), rule.decision_reference),
        ReceiptLine(
            words.pgettext("statement of disposal", "Cases"),
            sentences(f"{count}.", kept) if rule.is_shed else count,
        ),
    )
    return SheetSection(words.gettext("The rule {rule}").format(rule=rule.rule), lines)


def _approval(event: Event, body: CasesDisposed, words: Words) -> tuple[ReceiptLine, ...]:
    when = words.gettext("{date} at\u00a0{time}").format(
        date=words.full_date(event.at.date()), time=words.time(event.at)
    )
    return (
        ReceiptLine(words.gettext("Approved by"), body.approved_by),
        ReceiptLine(words.pgettext("statement of disposal", "When"), when),
    )


def _erased(
    places: tuple[ErasedPlaces, ...], signed_by: str, words: Words
) -> tuple[ReceiptLine, ...]:
    count = sum(each.last - each.first + 1 for each in places)
    text = words.ngettext(
        "{count} event was erased. Its place in the record stays, so the record can be checked.",
        "{count} events were erased. Their places in the record stay, so the record can be checked.",
        count,
    )
    lines = (
        (words.pgettext("statement of disposal", "Erased"), text.format(count=words.number(count))),
        (words.pgettext("statement of disposal", "Signed with the key"), signed_by),
    )
    return tuple(ReceiptLine(label, value) for label, value in lines if value)
