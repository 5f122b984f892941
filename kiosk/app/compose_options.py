"""The answers that are not a provider: equal cards, five rows each, never merged (N17, N20)."""

from datetime import date

from kiosk.app import nonchoice_texts as texts
from kiosk.app.explain_nonchoice import nonchoice_labels
from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.choice import Postpones
from kiosk.domain.consequence import Situation, follow
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey
from kiosk.domain.document.service_section import OptionBlock, OptionKey
from kiosk.domain.situations import can_keep

_Rows = tuple[tuple[str, str], ...]


def option_title(key: OptionKey, words: Words) -> str:
    """The words of a card, the same on screen and paper."""
    return {
        OptionKey.KEEP: words.gettext("Keep the one I have"),
        OptionKey.DOES_NOT_WISH: words.gettext("I do not want to choose"),
        OptionKey.THINK: words.gettext("I want to think about it"),
    }[key]


def compose_options(
    situation: Situation, nonchoice: NonchoiceBlock, words: Words
) -> tuple[OptionBlock, ...]:
    """Keep (only where there is something to keep), do not choose, think it over.

    Args:
        situation: The person's service.
        nonchoice: What happens without a choice, for this service alone.
        words: The page's language.
    """
    not_choosing = OptionBlock(
        OptionKey.DOES_NOT_WISH,
        option_title(OptionKey.DOES_NOT_WISH, words),
        words.gettext("Read what happens then"),
        tuple((row.label, row.text) for row in nonchoice.rows),
    )
    return (*_keep(situation, words), not_choosing, _think(situation, words))


def _keep(situation: Situation, words: Words) -> tuple[OptionBlock, ...]:
    if situation.present is None or not can_keep(situation):
        return ()
    name = provider_name(situation.municipality, situation.present, words)
    labels = nonchoice_labels(words)
    stays = words.gettext("You keep {provider}, who helps you now.").format(provider=name)
    rows: _Rows = (
        (labels[NonchoiceKey.WHO], stays),
        (words.gettext("From when"), words.gettext("As now.")),
        *_shared(situation, words),
    )
    support = words.gettext("{provider} helps you now").format(provider=name)
    title = option_title(OptionKey.KEEP, words)
    return (OptionBlock(OptionKey.KEEP, title, support, rows),)


def _think(situation: Situation, words: Words) -> OptionBlock:
    labels = nonchoice_labels(words)
    same, _, ask = _shared(situation, words)
    rows: _Rows = (
        (labels[NonchoiceKey.WHO], _meanwhile(situation, words)),
        (words.gettext("What happens"), words.gettext("We agree on a date for your answer.")),
        same,
        (
            words.gettext("Can you answer before"),
            sentences(
                words.gettext("Yes, at any time."), texts.tell(situation.municipality, words)
            ),
        ),
        ask,
    )
    return OptionBlock(
        OptionKey.THINK,
        option_title(OptionKey.THINK, words),
        words.gettext("We agree on a date"),
        rows,
    )


def _shared(situation: Situation, words: Words) -> _Rows:
    labels = nonchoice_labels(words)
    municipality = situation.municipality
    return (
        (
            labels[NonchoiceKey.SAME],
            texts.what_is_same(municipality, [situation.service], words),
        ),
        (
            labels[NonchoiceKey.LATER],
            texts.how_to_change(municipality, [situation.service], words),
        ),
        (labels[NonchoiceKey.ASK], texts.whom_to_ask(municipality, words)),
    )


def _meanwhile(situation: Situation, words: Words) -> str:
    # The date does not matter for who helps until then.
    helper = follow(Postpones(date.max), situation).interim
    if helper is None:
        return ""
    return words.gettext("Until you have answered, {provider} helps you.").format(
        provider=provider_name(situation.municipality, helper, words)
    )
