"""What is refused about an answer after it was stored, in words."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def later_refusal_texts(words: Words) -> Mapping[str, str]:
    """Taking back, agreeing on a start, delivering and correcting."""
    return {
        "withdrawal.nothing": words.gettext("Pick what is to be taken back."),
        "withdrawal.not_standing": words.gettext(
            "This answer has been replaced or taken back already. Open the case again."
        ),
        "withdrawal.has_begun": words.gettext(
            "The provider has begun, so the answer cannot be taken back. "
            "The person can switch provider instead."
        ),
        "agreement.nothing_open": words.gettext(
            "No start is to be agreed on for this service. Open the case again."
        ),
        "agreement.before_answer": words.gettext(
            "The provider cannot begin before the municipality got the answer. Write a later date."
        ),
        "agreement.too_late": words.gettext(
            "The date is more than a year from now. Write an earlier date."
        ),
        "agreement.provider_stops": words.gettext(
            "The provider stops before that day. Call the person, and ask for another choice."
        ),
        "agreement.red_day": words.gettext(
            "That day is in a weekend or a public holiday. Agree on a working day."
        ),
        "choice.nothing_to_deliver": words.gettext(
            "This case has no stored answers, so there is nothing to deliver."
        ),
        "correction.no_choice": words.gettext(
            "There is no stored answer to correct. Open the case again."
        ),
        "correction.is_corrected": words.gettext(
            "This answer has been corrected already. Correct the newest one."
        ),
        "correction.withdrawn": words.gettext(
            "This answer was taken back, so there is nothing to correct. Open the case again."
        ),
        "correction.nobody_decided": words.gettext(
            "Nobody decided here: staff entered a decision that was made elsewhere."
        ),
        "correction.day_unreadable": words.gettext(
            "Write the day like {example}. What stands there is no day."
        ),
        "correction.received_later": words.gettext(
            "The answer was stored before this day, so it was received no later. "
            "Write an earlier day."
        ),
        "correction.received_before_decision": words.gettext(
            "The decision about the service is newer than this day. Write a later day."
        ),
        "correction.received_out_of_order": words.gettext(
            "Another answer was received between these days. Correct that one first."
        ),
        "correction.reason_missing": words.gettext("Write what was recorded wrongly."),
        "correction.nothing_changed": words.gettext(
            "The correction says the same as what is stored. Change an answer first."
        ),
    }
