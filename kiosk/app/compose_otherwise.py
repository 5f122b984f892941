"""Who comes when a provider does not: never left out, and never "not stated" (domain 9.16)."""

from collections.abc import Iterator, Sequence

from kiosk.app.compose_strip import OfferView
from kiosk.app.phrases import provider_name, sentence_case, sentences, when
from kiosk.app.ports.words import Words
from kiosk.domain.provider import Coverage
from kiosk.domain.service import DayPart, ProviderId

_Helper = ProviderId | None
_Gaps = dict[_Helper, tuple[DayPart, ...]]


def otherwise(given: Sequence[OfferView], words: Words) -> str:
    """Told once where all services agree, else helper by helper with the services named.

    Args:
        given: A provider seen from the services that it gives; at least one.
        words: The page's language.
    """
    told = [_of_one(seen, words) for seen in given]
    if len(set(told)) == 1:
        return told[0]
    return sentences(
        *(_own_text(seen, words) for seen in given),
        *_by_helper(given, words),
        _asking_about(given, words),
    )


def _of_one(seen: OfferView, words: Words) -> str:
    gaps = _gaps(seen)
    own = seen.offer.otherwise if seen.offer is not None else None
    told = sentences(
        "" if own is None else words.local(own),
        *(_comes(helper, parts, seen, words) for helper, parts in gaps.items()),
        _asking(seen, words),
    )
    return told or words.gettext("The provider comes at all these times.")


def _gaps(seen: OfferView) -> _Gaps:
    """Uncovered parts by who comes then, in the order of the week; without the own text's."""
    parts = [part for part in DayPart if seen.comes(part) is Coverage.NO]
    if _has_own_text(seen):
        parts = [part for part in parts if part in seen.service.outside_choice]
    gaps: _Gaps = {}
    for part in parts:
        helper = _helper(part, seen)
        gaps[helper] = (*gaps.get(helper, ()), part)
    return gaps


def _has_own_text(seen: OfferView) -> bool:
    return seen.offer is not None and seen.offer.otherwise is not None


def _helper(part: DayPart, seen: OfferView) -> _Helper:
    if part in seen.service.outside_choice:
        return seen.service.outside_provider
    return seen.offer.otherwise_provider if seen.offer is not None else None


def _comes(helper: _Helper, parts: Sequence[DayPart], seen: OfferView, words: Words) -> str:
    at = when(parts, words)
    if helper is None:
        return words.gettext("Nobody comes {when}.").format(when=at)
    name = provider_name(seen.municipality, helper, words)
    return words.gettext("{when}, {provider} comes.").format(when=sentence_case(at), provider=name)


def _unknown(seen: OfferView) -> tuple[DayPart, ...]:
    return tuple(part for part in DayPart if seen.comes(part) is Coverage.NOT_STATED)


def _asking(seen: OfferView, words: Words) -> str:
    unknown = _unknown(seen)
    if not unknown:
        return ""
    office = words.local(seen.municipality.office.phrase)
    sentence = words.gettext("Ask {office} about help {when}.")
    return sentence.format(office=office, when=when(unknown, words))


def _own_text(seen: OfferView, words: Words) -> str:
    text = None if seen.offer is None else seen.offer.otherwise
    return "" if text is None else f"{words.local(seen.service.name)}: {words.local(text)}"


def _by_helper(given: Sequence[OfferView], words: Words) -> Iterator[str]:
    """One sentence per helper; services that need no helper are not mentioned."""
    gaps = [(seen, _gaps(seen)) for seen in given]
    for helper in dict.fromkeys(helper for _, each in gaps for helper in each):
        needs = [(seen, each[helper]) for seen, each in gaps if helper in each]
        name = (
            words.pgettext("who comes", "Nobody")
            if helper is None
            else provider_name(given[0].municipality, helper, words)
        )
        yield words.gettext("{provider}: {services}.").format(
            provider=name, services=_services_at(needs, words)
        )


def _services_at(needs: Sequence[tuple[OfferView, tuple[DayPart, ...]]], words: Words) -> str:
    """For example ``hjemmesykepleie om natten, praktisk bistand i helgen``."""
    by_parts: dict[tuple[DayPart, ...], list[str]] = {}
    for seen, parts in needs:
        by_parts.setdefault(parts, []).append(words.local(seen.service.phrase))
    return ", ".join(
        f"{words.and_list(names)} {when(parts, words)}" for parts, names in by_parts.items()
    )


def _asking_about(given: Sequence[OfferView], words: Words) -> str:
    needs = [(seen, _unknown(seen)) for seen in given if _unknown(seen)]
    if not needs:
        return ""
    # Shorter than the office's name: the page has few lines for many services.
    return words.gettext("Ask the municipality about {services}.").format(
        services=_services_at(needs, words)
    )
