"""Staff state their ties to providers; without a valid statement nobody records choices.

Neutrality N34: whoever explains the choice and stores it must not gain by it. The municipality decides
how long a statement holds, or that none is asked for. Who has a tie to a provider on offer leaves the
case to a colleague, after the pattern of disqualification in fvl § 6: own work and ownership, and that
of somebody close. Every tie has the same effect, so which of these it is is not stored.

Refused is what staff record of a person's own choice, on paper or by handing the screen over, and every
later change of it. Applying the municipality's rule to those who did not choose is no such choice. At a
public screen that nobody hands over the person chooses alone. A record whose staff list is empty lets
nobody record anything for others.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.domain.case import Case
from kiosk.domain.choice import Answer, Chooses
from kiosk.domain.eligibility import offered_to
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError, Thing
from kiosk.domain.event import Event, InterestsStated
from kiosk.domain.interests import valid_until
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId
from kiosk.domain.staff import StaffEntry


@dataclass(frozen=True, slots=True)
class Statement:
    """What a staff member stated last, and whether it holds.

    Attributes:
        stated_on: None where nothing was ever stated.
        valid_until: Last day on which it holds; None without a statement.
        ties: Providers named, those that have left the content among them; may be empty.
    """

    name: str
    stated_on: date | None
    valid_until: date | None
    ties: tuple[ProviderId, ...]

    def holds_on(self, day: date) -> bool:
        """Whether nothing need be stated anew."""
        return self.valid_until is not None and day <= self.valid_until


@dataclass(frozen=True, slots=True)
class Interests:
    """Statements of those who can sign in."""

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource

    @property
    def is_asked(self) -> bool:
        """Whether the municipality asks for statements."""
        return self.municipality.interests_months > 0

    def statements(self) -> tuple[Statement, ...]:
        """Of all who can sign in, by name; may be empty."""
        months = self.municipality.interests_months
        active = [entry for entry in self.record.staff_entries() if entry.is_active]
        return tuple(_statement(entry, months) for entry in active)

    def of(self, name: str) -> Statement:
        """What one member stated.

        Raises:
            NotFoundError: Nobody who can sign in has this name.
        """
        for statement in self.statements():
            if statement.name == name:
                return statement
        raise NotFoundError(Thing.STAFF)

    def must_state(self, name: str) -> bool:
        """Whether one member can record no choices before they state something.

        Raises:
            NotFoundError: Nobody who can sign in has this name.
        """
        return self.is_asked and not self.of(name).holds_on(self.clock.now().date())

    def state(self, ties: Collection[ProviderId], actor: str) -> Statement:
        """Store what somebody states of themselves; order of the ties does not count.

        Args:
            ties: Providers of the content; empty for none.
            actor: Who is signed in; nobody states anything for somebody else.

        Raises:
            NotFoundError: Nobody who can sign in has this name, or there is no such provider.
            RefusedError: ``interests.not_asked``.
            StorageError: Nothing was stored.
        """
        if not self.is_asked:
            raise RefusedError([Refusal("interests.not_asked")])
        self.of(actor)
        known = tuple(sorted({self.municipality.provider(each).id for each in ties}))
        body = InterestsStated(known)
        self.record.append([Event(self.ids.event_id(), self.clock.now(), actor, None, body)])
        return self.of(actor)


def interest_objections(
    municipality: Municipality,
    record: Record,
    actor: str,
    case: Case,
    on: date,
    also: Collection[ProviderId] = (),
) -> list[Refusal]:
    """Why somebody may record no choice in a case; empty for those who may.

    Args:
        municipality: Says whether statements are asked for.
        record: Knows what was stated.
        actor: Who is signed in.
        case: Whose choice it is.
        on: The day of recording.
        also: Providers whom it concerns beside those on offer that day, such as one that is corrected.
    """
    if not municipality.interests_months:
        return []
    found = [each for each in record.staff_entries() if each.member.name == actor]
    statements = [_statement(entry, municipality.interests_months) for entry in found]
    if not any(each.holds_on(on) for each in statements):
        is_old = any(each.stated_on is not None for each in statements)
        return [Refusal("interests.too_old" if is_old else "interests.missing")]
    known = {each.id for each in municipality.providers}
    concerned = known & {*offered_to(municipality, case, on), *also}
    tied = [tie for each in statements for tie in each.ties if tie in concerned]
    return [_tied(municipality, tie) for tie in tied[:1]]


def concerned_by(file: CaseFile, answers: Iterable[Answer] = ()) -> frozenset[ProviderId]:
    """Providers whom a change of what is stored concerns: those that stand there, and the new ones.

    Args:
        file: The case as it stands.
        answers: What shall stand there.
    """
    standing = (state.answer for state in file.states if state.answer is not None)
    stored = {each.provider for each in standing if each.provider is not None}
    return frozenset(stored | {each.provider for each in answers if isinstance(each, Chooses)})


def _tied(municipality: Municipality, provider: ProviderId) -> Refusal:
    name = municipality.provider(provider).name
    return Refusal(
        "interests.tied",
        {f"provider_{language.value}": name.in_(language) for language in Language},
    )


def _statement(entry: StaffEntry, months: int) -> Statement:
    stated_at, name = entry.stated_at, entry.member.name
    if stated_at is None:
        return Statement(name, None, None, ())
    until = valid_until(stated_at, months) if months else None
    return Statement(name, stated_at.date(), until, entry.ties)
