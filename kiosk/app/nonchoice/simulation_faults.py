"""Why a rule could not be tried, and what to do."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def simulation_refusal_texts(words: Words) -> Mapping[str, str]:
    """The sentences by code."""
    return {
        "staff.may_not_try_rules": words.gettext(
            "Only an administrator tries rules and works runs out again. Ask one."
        ),
        "simulation.nobody": words.gettext(
            "Nobody in the list can choose a provider today, so there is nothing to try. Use "
            "another list."
        ),
        "simulation.all_answered": words.gettext(
            "Everybody has an answer that holds, so there is nothing to try. Try the rule on "
            "everybody as if new, or on a case list."
        ),
        "simulation.another_municipality": words.gettext(
            "The pack belongs to another municipality, or lacks services or zones that are in "
            "use. Write the path of the rules alone."
        ),
    }


def rules_fault_text(words: Words) -> str:
    """What becomes of rules that have faults."""
    return words.gettext("The rules have faults and were not tried.")
