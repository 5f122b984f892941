"""Why something about a waiting list is not accepted, and what to do instead."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def waiting_refusal_texts(words: Words) -> Mapping[str, str]:
    """The sentences by code."""
    return {
        "staff.may_not_offer_places": words.gettext(
            "Only a case officer or an administrator offers places. Ask one of them."
        ),
        "waiting.not_waiting": words.gettext(
            "The person does not wait for a place for this service. Look at the list again."
        ),
        "waiting.not_next": words.gettext(
            "No place is free for this person now. The first in line is offered a place first. "
            "Look at the list again."
        ),
        "waiting.offered_already": words.gettext(
            "A place is offered to the person already. There is time for a reply until {date}."
        ),
        "waiting.no_offer": words.gettext(
            "No place is offered to the person. Offer the place first."
        ),
        "waiting.reply_before_offer": words.gettext(
            "The place was offered after that day. Write the day on which the reply came."
        ),
        "waiting.time_left": words.gettext(
            "There is still time for a reply. Wait until the last day has passed."
        ),
        "letter.no_place": words.gettext(
            "No place is offered to this person now. There is no such letter."
        ),
        "waiting.provider_left": words.gettext(
            "The provider can no longer be chosen here. Help the person choose another."
        ),
    }
