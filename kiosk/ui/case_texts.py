"""The rows of the case page: services, and the order in which providers are shown."""

from collections.abc import Mapping, Sequence

from kiosk.app.exits.case_note import exit_note
from kiosk.app.exits.standing_exits import helped_of, standing_exits
from kiosk.app.phrases import provider_name, room_now, sentence_case, sentences
from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.choice import Outcome, ServiceAnswer
from kiosk.domain.eligibility import offered_in, offered_services, present_help, reply_deadline
from kiosk.domain.event import ChoiceRecorded, Event, OrderDealt
from kiosk.domain.nonchoice.announcement import announce
from kiosk.domain.nonchoice.clauses import Keeps, MunicipalHelps
from kiosk.domain.nonchoice.noted import notes_of
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.places import as_it_is_full
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.situations import settled_help
from kiosk.ui.names import StoredNames, joined, service_name, zone_phrase
from kiosk.ui.service_notes import last_words, note_of
from kiosk.ui.state_texts import near_date, state_line

ServiceRow = Mapping[str, str | bool]

SERVICE_FIELDS = (
    "key",
    "name",
    "mark",
    "stateText",
    "helper",
    "consequence",
    "note",
    "canEnterCannot",
    "canAgree",
)


class CaseTexts:
    """Puts one case into words for staff, as it stands today.

    Args:
        events: The history of the case, oldest first.
    """

    def __init__(
        self, program: Program, file: CaseFile, events: Sequence[Event], words: Words
    ) -> None:
        self._program = program
        self._municipality = program.municipality
        self._file = file
        self._events = events
        self._names = StoredNames.of(
            event.body.choice for event in events if isinstance(event.body, ChoiceRecorded)
        )
        self._last = last_words(events)
        self._words = words
        self._today = program.clock.now().date()
        self._case = file.case_on(self._today)
        self._seen = {
            each.service: as_it_is_full(self._municipality, each, self._case.zone, self._today)
            for each in self._case.services
        }

    @property
    def case(self) -> Case:
        """The case, with those who help today."""
        return self._case

    def offered(self) -> tuple[GrantedService, ...]:
        """Services that can be chosen for, order of the case."""
        return offered_services(self._municipality, self.case, self._today)

    def line(self) -> str:
        """Case number, zone, decision and deadline in one line."""
        words = self._words
        granted = self.case.services
        parts = [
            words.gettext("Case {number}").format(number=self.case.reference),
            sentence_case(zone_phrase(self._municipality, self.case.zone, words)),
            words.gettext("Decision {date}").format(
                date=words.full_date(max(item.decided_on for item in granted))
            ),
        ]
        listed = [item for item in granted if item.reply_by is not None]
        replies = [reply_deadline(self._municipality, item) for item in listed]
        if replies:
            text = words.gettext("Deadline {date}")
            parts.append(text.format(date=words.full_date(min(replies))))
        return joined(*parts)

    def service_rows(self) -> list[ServiceRow]:
        """One row per granted service, order of the case."""
        offered = {item.service for item in self.offered()}
        reasons = {
            block.service: block
            for block in self._program.present.not_offered(self.case, self._words)
        }
        to_agree = self._program.agree_start.open_services(self.case.reference)
        exits = self._exit_notes()
        rows = []
        for state in self._file.states:
            granted = self.case.granted(state.service)
            if granted is None:
                continue
            is_offered = state.service in offered
            line = state_line(state, self.case, is_offered=is_offered, words=self._words)
            row: ServiceRow = {
                "key": state.service,
                "name": self._service_name(state.service),
                "mark": line.mark,
                "stateText": sentence_case(line.text),
                "helper": self._helper(granted, state),
                "note": sentences(self._note(state), exits.get(state.service, "")),
                "consequence": (
                    self._consequence(granted, state) if is_offered else reasons[state.service].text
                ),
                "canEnterCannot": is_offered and self.case.is_open,
                "canAgree": state.service in to_agree,
            }
            rows.append(row)
        return rows

    def _note(self, state: ServiceState) -> str:
        return note_of(self._last.get(state.service), state, self._today, self._words)

    def _exit_notes(self) -> dict[ServiceId, str]:
        """What providers that stop mean for each service; nothing in a closed case."""
        exits = standing_exits(self._program.record) if self.case.is_open else ()
        content, words = self._municipality, self._words
        return {
            helped.service: exit_note(helped, exits, content, words)
            for helped in (helped_of(self._file, self._today) if exits else ())
        }

    def order_rows(self) -> list[Mapping[str, str]]:
        """The dealt order, providers that are still offered; empty before it is dealt."""
        if self._file.order is None:
            return []
        services = [item.service for item in self.offered()]
        offered = offered_in(self._municipality, self.case.zone, services, self._today)
        shown = self._file.order.among(offered)
        return [
            {"number": str(place), "name": self._with_state(provider, services)}
            for place, provider in enumerate(shown, start=1)
        ]

    def order_note(self) -> str:
        """When the order was drawn, or that it is not drawn yet."""
        words = self._words
        dealt = [event for event in self._events if isinstance(event.body, OrderDealt)]
        if not dealt:
            return words.gettext(
                "Not drawn yet. It is drawn once, when the screen is handed over or the brochure "
                "is made."
            )
        day = near_date(dealt[0].at.date(), self._today, words)
        return words.gettext("Drawn {date}. It is not drawn again.").format(date=day)

    def _with_state(self, provider: ProviderId, services: list[ServiceId]) -> str:
        words, profile = self._words, self._municipality.provider(provider)
        rooms = {}
        for service in services:
            offer = self._seen[service].provider(provider).offer_for(service, self.case.zone)
            if offer is not None:
                rooms[service] = room_now(offer.capacity.state, words)
        return words.gettext("{provider} ({room})").format(
            provider=words.local(profile.name), room=self._room(rooms)
        )

    def _room(self, rooms: Mapping[ServiceId, str]) -> str:
        """One word for all services; each with its own where they differ."""
        told = tuple(dict.fromkeys(rooms.values()))
        if len(told) == 1:
            return told[0]
        text = self._words.gettext("{service}: {state}")
        phrases = {service: self._municipality.service(service).phrase for service in rooms}
        return "; ".join(
            text.format(service=self._words.local(phrases[service]), state=room)
            for service, room in rooms.items()
        )

    def _service_name(self, service: ServiceId) -> str:
        stored = self._names.services.get(service)
        return service_name(self._municipality, service, self._words, stored)

    def _helper(self, granted: GrantedService, state: ServiceState) -> str:
        words = self._words
        present = present_help(self._municipality, granted)
        if present is not None:
            return self._until(present, state.answer).format(
                provider=provider_name(self._municipality, present, words)
            )
        if granted.present_provider is None:
            return words.gettext("No provider yet")
        stored = self._names.providers.get(granted.present_provider)
        if stored is None:
            return words.gettext("Gets help from a provider outside the choice")
        text = words.gettext("Gets help from {provider}, which is outside the choice")
        return text.format(provider=words.local(stored))

    def _until(self, present: ProviderId, answer: ServiceAnswer | None) -> str:
        """How long the one who helps now goes on, with a place for the name."""
        words = self._words
        if answer is not None and answer.provider not in {None, present}:
            if answer.waits_for_place:
                return words.gettext("{provider} helps until there is room")
            if answer.awaits_date:
                return words.gettext("{provider} helps until the agreed date")
            if answer.start_on is not None and answer.start_on > self._today:
                day = near_date(answer.start_on, self._today, words)
                return words.gettext("{provider} helps until {date}").replace("{date}", day)
        return words.gettext("{provider} helps now")

    def _consequence(self, granted: GrantedService, state: ServiceState) -> str:
        if state.outcome in {None, Outcome.POSTPONED} or state.answer is None:
            return self._without_choice(granted)
        name = state.answer.provider_name
        if name is None:
            return self._without_choice(granted)
        return self._result(state.answer).format(provider=self._words.local(name))

    def _result(self, answer: ServiceAnswer) -> str:
        """Who helps because of an answer, with a place for the name."""
        words = self._words
        if answer.waits_for_place:
            return words.gettext("Waits for room with {provider}")
        if answer.awaits_date:
            return words.gettext("As a result: {provider}, on a date still to be agreed on")
        if answer.start_on is None:
            return words.gettext("As a result: {provider}")
        day = near_date(answer.start_on, self._today, words)
        return words.gettext("As a result: {provider} from {date}").replace("{date}", day)

    def _without_choice(self, granted: GrantedService) -> str:
        words = self._words
        municipality, zone = self._municipality, self.case.zone
        if (granted.service, zone) not in municipality.rules:
            return words.gettext("There is no rule for those who do not choose here.")
        known, objects_to = notes_of(granted)
        announced = announce(
            municipality.rule(granted.service, zone),
            supply_of(municipality, granted.service, zone, self._today),
            self._today,
            present=settled_help(municipality, granted),
            known=known,
            objects_to=objects_to,
        ).in_state(NonchoiceState.NO_REPLY)
        match announced.clauses:
            case (Keeps(),):
                text = words.gettext("Without a choice: keeps {provider}")
            case (MunicipalHelps(),):
                text = words.gettext("Without a choice: {provider}")
            case _ if announced.waits_for_choice:
                text = words.gettext("Must choose. Until then: {provider}")
            case _:
                text = words.gettext("Without a choice: by the rule. Until then: {provider}")
        helper = announced.settled or announced.interim
        return text.format(provider=provider_name(municipality, helper, words))
