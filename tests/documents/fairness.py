"""Checks that every provider is printed alike; each returns what it found unfair."""

from collections import Counter

from kiosk.domain.document.provider_block import ProviderBlock
from tests.documents.reading import Glyph, ReadPage, ReadPdf, plain, squeezed

INNER_LEFT_PT = 27 / 25.4 * 72
INNER_RIGHT_PT = 183 / 25.4 * 72
FOOT_TOP_PT = 279 / 25.4 * 72
TOLERANCE_PT = 0.01


def unequal_frames(pdf: ReadPdf, providers: tuple[ProviderBlock, ...]) -> list[str]:
    """Every provider has one frame, all of one size at one place."""
    found = [page.frames for page in pdf.provider_pages]
    if len(found) != len(providers) or any(len(frames) != 1 for frames in found):
        return [f"{len(found)} pages with frames for {len(providers)} providers"]
    first = found[0][0]
    return [str(frames[0]) for frames in found if frames[0] != first]


def unequal_rules(pdf: ReadPdf) -> list[str]:
    """The rules between the zones stand at the same heights."""
    first = pdf.provider_pages[0].rules
    return [
        str(page.rules)
        for page in pdf.provider_pages
        if len(page.rules) != 3
        or any(
            abs(one - other) > TOLERANCE_PT for one, other in zip(page.rules, first, strict=True)
        )
    ]


def unequal_labels(pdf: ReadPdf, providers: tuple[ProviderBlock, ...]) -> list[str]:
    """Every label stands at the same height and edge on every page, in the same words."""
    first = _labels(pdf.provider_pages[0])
    wanted = squeezed("".join(fact.label for fact in providers[0].facts))
    if wanted not in "".join(text for text, _x, _baseline in first):
        return ["labels are missing"]
    return [plain(page.lines[0]) for page in pdf.provider_pages if _labels(page) != first]


def unequal_type(pdf: ReadPdf, providers: tuple[ProviderBlock, ...]) -> list[str]:
    """Same fonts and sizes, and nothing bold but the name and the labels."""
    sets = [frozenset((g.font, g.size_pt) for g in _inside(page)) for page in pdf.provider_pages]
    unfair = [str(each) for each in sets if each != sets[0]]
    for page, provider in zip(pdf.provider_pages, providers, strict=True):
        strips, facts = provider.strips, provider.facts
        heads = next(
            (strip.cells for each in providers for strip in each.strips if strip.cells), ()
        )
        bold = [
            provider.name,
            *(strip.service_name for strip in strips),
            *(fact.label for fact in facts),
            *(cell.label for cell in heads),
        ]
        found = Counter(glyph.text for glyph in _inside(page) if glyph.is_bold)
        if found != Counter(squeezed("".join(bold))):
            unfair.append(f"bold text of {provider.name}")
    return unfair


def lost_text(pdf: ReadPdf, providers: tuple[ProviderBlock, ...]) -> list[str]:
    """Every text of a provider stands on that provider's page, in full."""
    lost = []
    for page, provider in zip(pdf.provider_pages, providers, strict=True):
        printed = squeezed(page.text)
        texts = [provider.name, provider.kind_line, provider.owner, provider.approval]
        texts += [fact.value for fact in provider.facts]
        texts += [cell.short for strip in provider.strips for cell in strip.cells]
        texts += [strip.absent for strip in provider.strips]
        lost += [f"{provider.name}: {text}" for text in texts if squeezed(text) not in printed]
    return lost


def unequal_border(pdf: ReadPdf) -> list[str]:
    """The empty strips along the frame look alike to the last pixel."""
    first = _border(pdf.provider_pages[0])
    return [plain(page.lines[0]) for page in pdf.provider_pages if _border(page) != first]


def outside_margins(pdf: ReadPdf) -> list[str]:
    """Nothing of a provider stands in the padding of the frame."""
    return [
        f"{glyph.text} at {glyph.x0_pt}"
        for page in pdf.provider_pages
        for glyph in _inside(page)
        if glyph.x0_pt < INNER_LEFT_PT - 0.5 or glyph.x1_pt > INNER_RIGHT_PT + 0.5
    ]


def unfairness(pdf: ReadPdf, providers: tuple[ProviderBlock, ...]) -> list[str]:
    """Everything found by any of the checks."""
    frames = unequal_frames(pdf, providers)
    if frames:
        return frames
    return [
        *unequal_rules(pdf),
        *unequal_labels(pdf, providers),
        *unequal_type(pdf, providers),
        *lost_text(pdf, providers),
        *unequal_border(pdf),
        *outside_margins(pdf),
    ]


def _inside(page: ReadPage) -> list[Glyph]:
    return [glyph for glyph in page.glyphs if glyph.baseline_pt < FOOT_TOP_PT]


def _labels(page: ReadPage) -> list[tuple[str, float, float]]:
    """Bold text under the name, line by line: text, left edge, baseline."""
    lines: dict[float, list[Glyph]] = {}
    for glyph in _inside(page):
        if glyph.is_bold and glyph.size_pt == 13:
            lines.setdefault(glyph.baseline_pt, []).append(glyph)
    return [
        ("".join(each.text for each in line), round(line[0].x0_pt, 2), baseline)
        for baseline, line in sorted(lines.items())
    ]


def _border(page: ReadPage) -> tuple[bytes, ...]:
    image = page.image
    scale = image.width / page.width_pt
    frame = page.frames[0]
    left, top = frame.x_pt * scale - 4, frame.y_pt * scale - 4
    right = (frame.x_pt + frame.width_pt) * scale + 4
    bottom = (frame.y_pt + frame.height_pt) * scale + 4
    pad = 18 * scale
    boxes = (
        (left, top, left + pad, bottom),
        (right - pad, top, right, bottom),
        (left, top, right, top + pad / 2),
    )
    return tuple(image.crop(box).tobytes() for box in boxes)
