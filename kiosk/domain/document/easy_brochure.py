"""The easy-read brochure in words: the core of the other, one sentence a line."""

from dataclasses import dataclass

from kiosk.domain.document.brochure import OverviewTable
from kiosk.domain.document.nonchoice_block import NonchoiceBlock
from kiosk.domain.document.provider_block import FactKey, ProviderBlock
from kiosk.domain.language import Language
from kiosk.domain.municipality import Prose

EASY_FACTS = (FactKey.OTHERWISE, FactKey.CAPACITY, FactKey.PHONE)
"""The same for everybody: who comes otherwise, whether there is room, and whom to call."""


@dataclass(frozen=True, slots=True)
class EasyBrochure:
    """Everything that an easy-read brochure says, in reading order.

    Texts hold a line feed after each sentence.

    Attributes:
        code: Identifies the edition, as in the ordinary brochure.
        easy: The words on the cover that say how it is written.
        scope: Services and zone of the cover.
        other_forms: How to get the brochure in another form.
        approved: Code, edition and approval in one line.
        nonchoice: All five parts, made from the rules that are applied afterwards.
        overview: One row per answer.
        providers: In the order dealt, that of all editions; with ``EASY_FACTS`` only, and without
            owner.
        contact: Lines of the back page.
        short_scope: As in ``Brochure``.
    """

    language: Language
    municipality: str
    office: str
    is_example: bool
    code: str
    title: str
    subtitle: str
    easy: str
    scope: str
    other_forms: str
    approved: str
    what: Prose
    nonchoice: NonchoiceBlock
    overview: OverviewTable
    providers: tuple[ProviderBlock, ...]
    choose: Prose
    switch: Prose
    ask: Prose
    contact: tuple[str, ...]
    short_scope: str = ""
