"""Why something about those who do not choose is not accepted, and what to do instead."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def nonchoice_refusal_texts(words: Words) -> Mapping[str, str]:
    """The sentences by code; some have places for values."""
    return {**_rights(words), **_letters(words), **_wishes(words), **_answers(words)}


def _rights(words: Words) -> Mapping[str, str]:
    return {
        "staff.may_not_note_for_rule": words.gettext(
            "Only a case officer or an administrator enters letters and what the rule shall know. "
            "Ask one of them."
        ),
        "staff.may_not_enter_answer": words.gettext(
            "Only a case officer or an administrator enters an answer on paper. Ask one of them."
        ),
        "staff.may_not_allocate": words.gettext(
            "Only a case officer or an administrator uses the rule for those who did not choose. "
            "Ask one of them."
        ),
        "allocation.reason_missing": words.gettext(
            "Write in a few words why the person is set aside."
        ),
        "allocation.not_open": words.gettext(
            "This proposal is no longer on the list. Look at the list again."
        ),
        "allocation.outdated": words.gettext(
            "Something has changed since the list was made. Make the list again."
        ),
        "simulation.nobody": words.gettext(
            "Nobody in the case list can choose. Try the rule on another list."
        ),
    }


def _letters(words: Words) -> Mapping[str, str]:
    return {
        "letters.day_ahead": words.gettext(
            "This day has not come yet. Enter a letter when it is posted, or has come back."
        ),
        "letters.before_decision": words.gettext(
            "The letter cannot be posted before the decision. Write a later date."
        ),
        "asked.day_ahead": words.gettext(
            "This day has not come yet. Enter it when you have asked the person."
        ),
        "asked.before_decision": words.gettext(
            "You cannot have asked before the decision. Write a later date."
        ),
        "letters.before_letter": words.gettext(
            "A letter was posted later than this already. Write a later date."
        ),
        "letters.no_address": words.gettext(
            "The case has no address that a letter can go to. Find the address first, and enter it "
            "in the case system."
        ),
        "letters.protected": words.gettext(
            "The address is protected, and no letter goes out from here. Talk to the person, and "
            "enter the answer."
        ),
        "letters.no_letter": words.gettext(
            "A reminder comes after a letter about the choice. Enter that letter first."
        ),
        "letters.reminder_early": words.gettext(
            "The person still has time to answer the letter. Make the reminder after the last day "
            "that the letter tells."
        ),
        "letters.answered": words.gettext(
            "The person has answered, or has got a provider by the rule. There is nothing to "
            "remind of."
        ),
        "letters.no_exit": words.gettext(
            "No provider of this person stops. Choose another letter."
        ),
        "letters.nothing_to_return": words.gettext(
            "There is no such letter that can come back. Open the case again."
        ),
        "letters.returned_before_posted": words.gettext(
            "The letter cannot come back before it was posted. Write a later date."
        ),
    }


def _wishes(words: Words) -> Mapping[str, str]:
    return {
        "wishes.former_day_missing": words.gettext(
            "Write the last day with the former provider. The rule counts from that day."
        ),
        "wishes.former_day_ahead": words.gettext(
            "The last day with the former provider must have passed. Write an earlier date."
        ),
        "wishes.unknown_provider": words.gettext(
            "No such provider gives this service. Open the case again."
        ),
    }


def _answers(words: Words) -> Mapping[str, str]:
    return {
        "answer.received_ahead": words.gettext(
            "The answer cannot come later than today. Write an earlier date."
        ),
        "answer.received_before_decision": words.gettext(
            "The answer cannot come before the decision. Write a later date."
        ),
        "answer.provider_stops": words.gettext(
            "The provider that the person wanted has stopped, or is going to. "
            "Call the person, and ask for another choice."
        ),
        "answer.entered_before": words.gettext(
            "This answer is entered already, received the same day and decided by the same person. "
            "Nothing more was stored, and you have nothing more to do."
        ),
        "answer.newer_answer": words.gettext(
            "The person gave another answer later. That one holds. Look in the history."
        ),
    }
