"""Sentences that the easy-read edition says in shorter words; it says all others as they are.

Each stands for an ordinary sentence of the same meaning, so that a rule cannot be told in easy words
without being told whole: whoever tells it asks for the ordinary sentences, all of them.
"""

from collections.abc import Callable

CONTEXT = "easy to read"


def _sentences(pgettext: Callable[[str, str], str]) -> tuple[str, ...]:
    """Named here for the catalogues, which give each of them its easy words."""
    return (
        *_about_choosing(pgettext),
        *_about_who_cannot(pgettext),
        *_about_some(pgettext),
        *_about_picking(pgettext),
        *_about_shares(pgettext),
        *_about_changing(pgettext),
        *_about_the_brochure(pgettext),
    )


def _about_choosing(pgettext: Callable[[str, str], str]) -> tuple[str, ...]:
    return (
        pgettext("easy to read", "You can choose, or leave it. You need not say why."),
        pgettext("easy to read", "If you do not choose, you get help from {provider}."),
        pgettext(
            "easy to read", "If you have no help, and do not choose, you get help from {provider}."
        ),
        pgettext("easy to read", "If you have help already, you keep the provider you have."),
        pgettext("easy to read", "If you have help already, you may get another provider."),
        pgettext(
            "easy to read",
            "Help from the provider starts when you have chosen. Until then, {provider} helps you.",
        ),
        pgettext("easy to read", "We contact you, and find out who can help you."),
        pgettext("easy to read", "This holds if you say that you do not want to choose."),
        pgettext("easy to read", "It also holds if you say that you do not want to choose."),
        pgettext(
            "easy to read",
            "Your decision and the number of hours are the same with all providers.",
        ),
    )


def _about_who_cannot(pgettext: Callable[[str, str], str]) -> tuple[str, ...]:
    return (
        pgettext("easy to read", "For those who cannot choose, we find out who can help."),
        pgettext("easy to read", "Those who cannot choose keep the provider they have."),
        pgettext("easy to read", "Those who cannot choose get help from {provider}."),
        pgettext("easy to read", "Those of them who have no help get it from {provider}."),
        pgettext("easy to read", "Those who have help already may get another provider."),
    )


def _about_some(pgettext: Callable[[str, str], str]) -> tuple[str, ...]:
    return (
        pgettext("easy to read", "{provider} has helped you before, and comes again."),
        pgettext(
            "easy to read", "{provider} helps somebody in your home already, and comes to you too."
        ),
        pgettext("easy to read", "Then the same provider comes again, if it has room."),
        pgettext("easy to read", "Then the same provider comes to you too, if it has room."),
        pgettext("easy to read", "That holds if the provider has room."),
        pgettext("easy to read", "From {first} until {last}, {provider} helps new users."),
    )


def _about_picking(pgettext: Callable[[str, str], str]) -> tuple[str, ...]:
    return (
        pgettext("easy to read", "The one whose turn it is, and that has room, helps you."),
        pgettext("easy to read", "These providers have a fixed share of new users each."),
        pgettext("easy to read", "The one that lacks most of its share, and has room, helps you."),
        pgettext(
            "easy to read", "If you need an interpreter, the provider must speak your language."
        ),
        pgettext("easy to read", "If none of them can come, you get help from {provider}."),
        pgettext("easy to read", "If none of them can come, we contact you."),
        pgettext("easy to read", "If the provider cannot come, you get help from {provider}."),
        pgettext("easy to read", "If the provider cannot come, we contact you."),
    )


def _about_shares(pgettext: Callable[[str, str], str]) -> tuple[str, ...]:
    return (
        pgettext(
            "easy to read",
            "Private and non-profit providers shall get at least {percent} of 100 new users "
            "this year.",
        ),
        pgettext(
            "easy to read",
            "Private and non-profit providers shall get at least {percent} of 100 new hours "
            "this year.",
        ),
        pgettext("easy to read", "We count only where you live, not in the whole municipality."),
        pgettext("easy to read", "As long as they have less than that, one of them helps you."),
        pgettext("easy to read", "As long as they have less than that, {provider} helps you."),
        pgettext("easy to read", "If they have reached that share, you get help from {provider}."),
        pgettext("easy to read", "If they have reached that share, we contact you."),
    )


def _about_changing(pgettext: Callable[[str, str], str]) -> tuple[str, ...]:
    return (
        pgettext("easy to read", "Tell {office}, telephone {phone}."),
        pgettext("easy to read", "You can also call {phone}, {hours}."),
        pgettext(
            "easy to read",
            "If we hear from you by day\u00a0{day}, the new provider begins on the 1st of the next month.",
        ),
        pgettext(
            "easy to read",
            "If we hear from you by day\u00a0{day}, the new provider begins on the 1st, "
            "{count}\u00a0months later.",
        ),
    )


def _about_the_brochure(pgettext: Callable[[str, str], str]) -> tuple[str, ...]:
    return (
        pgettext(
            "easy to read", "The order is drawn, so that all stand equally often in every place."
        ),
        pgettext(
            "easy to read", "“Not stated” means that the provider has not told the municipality."
        ),
    )


EASY = frozenset(_sentences(lambda _context, message: message))
