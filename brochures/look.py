"""In what the pages of one edition are set: paper, type, columns and frames; lengths in points.

An edition changes sizes and where pages turn, never words, fields or their order, and within one
edition everybody's page looks the same (neutrality N01, N30).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from brochures.styles import TextStyle
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.municipality import ProseKind


@dataclass(frozen=True, slots=True)
class Paper:
    """A page and its margins, measured from its top left corner.

    Attributes:
        top_rule_pt: Of the one rule above prose, and of the upper edge of a provider's frame.
        content_top_pt, content_bottom_pt: Between them stands what is read.
    """

    width_pt: float
    height_pt: float
    left_pt: float
    right_pt: float
    top_rule_pt: float
    content_top_pt: float
    content_bottom_pt: float
    foot_baseline_pt: float

    @property
    def content_width_pt(self) -> float:
        """Between the margins."""
        return self.right_pt - self.left_pt


@dataclass(frozen=True, slots=True)
class ProseLook:
    """In what prose is set.

    Attributes:
        headings: Of the levels 1, 2 and so on; deeper ones look like the last.
        strong: The text's own size, bold.
        gaps_pt: White between two kinds of prose, one after the other.
        after_title_pt: White below a heading of level 1.
        left_pt: Where its lines begin.
    """

    headings: tuple[TextStyle, ...]
    text: TextStyle
    strong: TextStyle
    width_pt: float
    gaps_pt: Mapping[tuple[ProseKind, ProseKind], float]
    after_title_pt: float
    left_pt: float


@dataclass(frozen=True, slots=True)
class CellLook:
    """In what values and labels are set: in frames and in tables."""

    text: TextStyle
    strong: TextStyle


@dataclass(frozen=True, slots=True)
class FormLook:
    """The frame of a provider, and the form inside it.

    Attributes:
        label_pt: Width of the label column at least; the values get the rest.
        kind_top_pt: Where the line under the name begins; the same for one line of name and two.
        facts_end_pt: The last fact ends above it.
        cell_indent_pt: White before the word in a cell of the strip.
        last_on_left: The last fact on the left one of two pages; None for a form of one page.
        head_lines: So many lines may type, owner and approval take each; all get what one needs.
        ends_below_facts: Whether the frame ends where the facts of all do, instead of being empty
            below them; only for a form of one page.
    """

    top_pt: float
    height_pt: float
    padding_pt: float
    label_pt: float
    name: TextStyle
    kind_top_pt: float
    facts_end_pt: float
    approval_baseline_pt: float
    strip_head_pt: float
    strip_row_pt: float
    cell_indent_pt: float
    last_on_left: FactKey | None = None
    head_lines: int = 1
    ends_below_facts: bool = False


@dataclass(frozen=True, slots=True)
class HousesLook:
    """The picture of the cover."""

    width_pt: float
    ground_pt: float
    eaves_pt: float
    ridge_pt: float
    door_width_pt: float
    door_top_pt: float


@dataclass(frozen=True, slots=True)
class CoverLook:
    """The front page.

    Attributes:
        title_bottom_pt: Question and scope end above it.
        offer_bottom_pt: The offer of other forms ends above it.
    """

    sender: TextStyle
    title: TextStyle
    subtitle: TextStyle
    scope: TextStyle
    offer: TextStyle
    sender_baseline_pt: float
    example_baseline_pt: float
    title_baseline_pt: float
    title_bottom_pt: float
    subtitle_gap_pt: float
    scope_gap_pt: float
    offer_baseline_pt: float
    offer_bottom_pt: float
    offer_width_pt: float
    approved_baseline_pt: float
    houses: HousesLook


@dataclass(frozen=True, slots=True)
class TableForm:
    """One way to set providers side by side.

    Attributes:
        most_columns: Of providers; more stand in a second table.
        label_pt: Width of the column of labels; 0 where each stands above its values.
        column_pt: Width of a column, the same however many there are.
    """

    most_columns: int
    label_pt: float
    column_pt: float


@dataclass(frozen=True, slots=True)
class TableLook:
    """The tables that set providers side by side.

    Attributes:
        forms: At least one; of those in which nobody stands alone, the one with fewest pages is
            taken, and the earlier of two.
        alone: One table for each provider, where no form has room or all would leave one alone.
        air: White above and below the lines of a row, as a part of that of the standard edition.
    """

    forms: tuple[TableForm, ...]
    alone: TableForm
    note_width_pt: float
    row_height_pt: float
    air: float = 1.0


@dataclass(frozen=True, slots=True)
class EditionLook:
    """Everything that differs between editions of a brochure.

    Attributes:
        cells: In the provider's frame, in tables, and on the last line of the cover.
        small: The smallest type: foot lines, approvals and notes.
        boxes_abreast: So many boxes of services may stand side by side where that is lower.
        is_folded: Printed four pages a sheet and stapled in the fold, so that the pages must fill
            their sheets.
    """

    paper: Paper
    prose: ProseLook
    cells: CellLook
    small: TextStyle
    small_strong: TextStyle
    form: FormLook
    cover: CoverLook
    table: TableLook
    boxes_abreast: int = 3
    is_folded: bool = False
