"""The looks of the editions; sizes were chosen by x-height, from 2.06 mm (A5) to 3.09 mm.

Large print and A5 give a provider two facing pages; the frame, its fields and their order stay.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from brochures.look import (
    CellLook,
    CoverLook,
    EditionLook,
    FormLook,
    HousesLook,
    Paper,
    ProseLook,
    TableForm,
    TableLook,
)
from brochures.styles import MM, TextStyle
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.edition import Edition
from kiosk.domain.municipality import ProseKind

AFTER_TITLE_PT = 4.2 * MM
AFTER_HEADING_PT = 1.6 * MM
BEFORE_HEADING_PT = 6.35 * MM
BETWEEN_HEADINGS_PT = 2.4 * MM
BETWEEN_PARAGRAPHS_PT = 3.1 * MM
BEFORE_LIST_PT = 1.75 * MM
BETWEEN_ITEMS_PT = 1.2 * MM
AFTER_LIST_PT = 2.5 * MM

GAPS_PT: Mapping[tuple[ProseKind, ProseKind], float] = MappingProxyType(
    {
        (ProseKind.HEADING, ProseKind.HEADING): BETWEEN_HEADINGS_PT,
        (ProseKind.HEADING, ProseKind.PARAGRAPH): AFTER_HEADING_PT,
        (ProseKind.HEADING, ProseKind.ITEM): AFTER_HEADING_PT,
        (ProseKind.PARAGRAPH, ProseKind.HEADING): BEFORE_HEADING_PT,
        (ProseKind.ITEM, ProseKind.HEADING): BEFORE_HEADING_PT,
        (ProseKind.PARAGRAPH, ProseKind.PARAGRAPH): BETWEEN_PARAGRAPHS_PT,
        (ProseKind.PARAGRAPH, ProseKind.ITEM): BEFORE_LIST_PT,
        (ProseKind.ITEM, ProseKind.ITEM): BETWEEN_ITEMS_PT,
        (ProseKind.ITEM, ProseKind.PARAGRAPH): AFTER_LIST_PT,
    }
)

A4 = Paper(
    width_pt=210 * MM,
    height_pt=297 * MM,
    left_pt=20 * MM,
    right_pt=190 * MM,
    top_rule_pt=14.5 * MM,
    content_top_pt=21.3 * MM,
    content_bottom_pt=277 * MM,
    foot_baseline_pt=297 * MM - 12.5 * MM,
)
A5 = Paper(
    width_pt=148 * MM,
    height_pt=210 * MM,
    left_pt=15 * MM,
    right_pt=133 * MM,
    top_rule_pt=9 * MM,
    content_top_pt=14 * MM,
    content_bottom_pt=197 * MM,
    foot_baseline_pt=210 * MM - 7.5 * MM,
)

STANDARD = EditionLook(
    paper=A4,
    prose=ProseLook(
        headings=(
            TextStyle(24, 28.8, is_bold=True),
            TextStyle(17, 22, is_bold=True),
            TextStyle(15, 21.5, is_bold=True),
        ),
        text=TextStyle(15, 21.5, emphasises_phones=True),
        strong=TextStyle(15, 21.5, is_bold=True),
        width_pt=150 * MM,
        gaps_pt=GAPS_PT,
        after_title_pt=AFTER_TITLE_PT,
        left_pt=A4.left_pt,
    ),
    cells=CellLook(TextStyle(13, 18.2), TextStyle(13, 18.2, is_bold=True)),
    small=TextStyle(12, 16.8),
    small_strong=TextStyle(12, 16.8, is_bold=True),
    form=FormLook(
        top_pt=14.5 * MM,
        height_pt=262.5 * MM,
        padding_pt=7 * MM,
        label_pt=40 * MM,
        name=TextStyle(20, 24, is_bold=True),
        kind_top_pt=14.5 * MM + 22.5 * MM,
        facts_end_pt=14.5 * MM + 251 * MM,
        approval_baseline_pt=14.5 * MM + 262.5 * MM - 5.4 * MM,
        strip_head_pt=6.6 * MM,
        strip_row_pt=8 * MM,
        cell_indent_pt=2 * MM,
    ),
    cover=CoverLook(
        sender=TextStyle(20, 26, is_bold=True),
        title=TextStyle(46, 54, is_bold=True),
        subtitle=TextStyle(26, 34),
        scope=TextStyle(20, 28),
        offer=TextStyle(18, 26, emphasises_phones=True),
        sender_baseline_pt=26.6 * MM,
        example_baseline_pt=34.3 * MM,
        title_baseline_pt=78.1 * MM,
        title_bottom_pt=170 * MM,
        subtitle_gap_pt=5.2 * MM,
        scope_gap_pt=6 * MM,
        offer_baseline_pt=227.3 * MM,
        offer_bottom_pt=260 * MM,
        offer_width_pt=166 * MM,
        approved_baseline_pt=272.2 * MM,
        houses=HousesLook(28.3 * MM, 212.9 * MM, 192.3 * MM, 177.8 * MM, 6.2 * MM, 201.5 * MM),
    ),
    table=TableLook(
        forms=(TableForm(most_columns=3, label_pt=41 * MM, column_pt=43 * MM),),
        alone=TableForm(most_columns=1, label_pt=41 * MM, column_pt=129 * MM),
        note_width_pt=165 * MM,
        row_height_pt=15.5 * MM,
    ),
)

LARGE_PRINT = EditionLook(
    paper=A4,
    prose=ProseLook(
        headings=(
            TextStyle(28, 34, is_bold=True),
            TextStyle(21, 27, is_bold=True),
            TextStyle(18, 26, is_bold=True),
        ),
        text=TextStyle(18, 26, emphasises_phones=True),
        strong=TextStyle(18, 26, is_bold=True),
        width_pt=170 * MM,
        gaps_pt=GAPS_PT,
        after_title_pt=AFTER_TITLE_PT,
        left_pt=A4.left_pt,
    ),
    cells=CellLook(TextStyle(18, 25.2), TextStyle(18, 25.2, is_bold=True)),
    small=TextStyle(14, 19.6),
    small_strong=TextStyle(14, 19.6, is_bold=True),
    form=FormLook(
        top_pt=14.5 * MM,
        height_pt=262.5 * MM,
        padding_pt=6 * MM,
        label_pt=53 * MM,
        name=TextStyle(25, 30, is_bold=True),
        kind_top_pt=14.5 * MM + 26.5 * MM,
        facts_end_pt=14.5 * MM + 250 * MM,
        approval_baseline_pt=14.5 * MM + 262.5 * MM - 5.4 * MM,
        strip_head_pt=9 * MM,
        strip_row_pt=13 * MM,
        cell_indent_pt=2 * MM,
        last_on_left=FactKey.COMPETENCE,
        head_lines=2,
    ),
    cover=CoverLook(
        sender=TextStyle(22, 28, is_bold=True),
        title=TextStyle(38, 46, is_bold=True),
        subtitle=TextStyle(28, 36),
        scope=TextStyle(24, 32),
        offer=TextStyle(21, 29, emphasises_phones=True),
        sender_baseline_pt=27 * MM,
        example_baseline_pt=36.5 * MM,
        title_baseline_pt=72 * MM,
        title_bottom_pt=165 * MM,
        subtitle_gap_pt=5.2 * MM,
        scope_gap_pt=6 * MM,
        offer_baseline_pt=221 * MM,
        offer_bottom_pt=258 * MM,
        offer_width_pt=170 * MM,
        approved_baseline_pt=273 * MM,
        houses=HousesLook(28.3 * MM, 205.9 * MM, 185.3 * MM, 170.8 * MM, 6.2 * MM, 194.5 * MM),
    ),
    table=TableLook(
        forms=(
            TableForm(most_columns=2, label_pt=54 * MM, column_pt=58 * MM),
            TableForm(most_columns=3, label_pt=0, column_pt=170 * MM / 3),
        ),
        alone=TableForm(most_columns=1, label_pt=54 * MM, column_pt=116 * MM),
        note_width_pt=170 * MM,
        row_height_pt=20 * MM,
    ),
)

BOOKLET = EditionLook(
    paper=A5,
    prose=ProseLook(
        headings=(
            TextStyle(19, 23, is_bold=True),
            TextStyle(14, 18.2, is_bold=True),
            TextStyle(12, 17, is_bold=True),
        ),
        text=TextStyle(12, 17, emphasises_phones=True),
        strong=TextStyle(12, 17, is_bold=True),
        width_pt=118 * MM,
        gaps_pt=MappingProxyType({kinds: gap * 0.8 for kinds, gap in GAPS_PT.items()}),
        after_title_pt=3.2 * MM,
        left_pt=A5.left_pt,
    ),
    cells=CellLook(TextStyle(12, 17), TextStyle(12, 17, is_bold=True)),
    small=TextStyle(12, 17),
    small_strong=TextStyle(12, 17, is_bold=True),
    form=FormLook(
        top_pt=9 * MM,
        height_pt=187.5 * MM,
        padding_pt=4.5 * MM,
        label_pt=36 * MM,
        name=TextStyle(17, 20.4, is_bold=True),
        kind_top_pt=9 * MM + 18.5 * MM,
        facts_end_pt=9 * MM + 177 * MM,
        approval_baseline_pt=9 * MM + 187.5 * MM - 4.5 * MM,
        strip_head_pt=6 * MM,
        strip_row_pt=13 * MM,
        cell_indent_pt=1.6 * MM,
        last_on_left=FactKey.CONTINUITY,
        head_lines=2,
    ),
    cover=CoverLook(
        sender=TextStyle(14, 18, is_bold=True),
        title=TextStyle(26, 32, is_bold=True),
        subtitle=TextStyle(18, 24),
        scope=TextStyle(14, 20),
        offer=TextStyle(14, 19, emphasises_phones=True),
        sender_baseline_pt=17.5 * MM,
        example_baseline_pt=23.5 * MM,
        title_baseline_pt=48 * MM,
        title_bottom_pt=113 * MM,
        subtitle_gap_pt=3.5 * MM,
        scope_gap_pt=4 * MM,
        offer_baseline_pt=150 * MM,
        offer_bottom_pt=176 * MM,
        offer_width_pt=118 * MM,
        approved_baseline_pt=192 * MM,
        houses=HousesLook(19.6 * MM, 141 * MM, 126.7 * MM, 116.7 * MM, 4.3 * MM, 133.1 * MM),
    ),
    table=TableLook(
        forms=(
            TableForm(most_columns=2, label_pt=36 * MM, column_pt=41 * MM),
            TableForm(most_columns=3, label_pt=0, column_pt=118 * MM / 3),
        ),
        alone=TableForm(most_columns=1, label_pt=36 * MM, column_pt=82 * MM),
        note_width_pt=118 * MM,
        row_height_pt=11 * MM,
        air=0.2,
    ),
    is_folded=True,
)

EASY_READ = replace(
    LARGE_PRINT,
    form=replace(LARGE_PRINT.form, last_on_left=None, ends_below_facts=True),
    table=replace(LARGE_PRINT.table, row_height_pt=12.5 * MM),
    boxes_abreast=1,
)
"""Set as large print is; its pages are others, and a provider takes one."""

LOOKS: Mapping[Edition, EditionLook] = MappingProxyType(
    {
        Edition.STANDARD: STANDARD,
        Edition.LARGE_PRINT: LARGE_PRINT,
        Edition.EASY_READ: EASY_READ,
        Edition.BOOKLET: BOOKLET,
    }
)
