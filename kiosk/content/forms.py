"""The shape of every file in a pack, as written by people.

Docstrings of the attributes stand with the values that they become, in ``kiosk.domain``; the
example pack explains each of them in its own comments.
"""

from datetime import date
from enum import Enum
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.content import leaves
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.nonchoice.silence import LetterForm
from kiosk.domain.notice import Told
from kiosk.domain.provider import CapacityState, Coverage, Measured, ProviderKind
from kiosk.domain.retention import RetentionStart
from kiosk.domain.service import DayPart
from kiosk.domain.staff import StaffRole


class Everywhere(Enum):
    """Written in place of a list of zones."""

    ALL = "all"


Zones = Everywhere | Annotated[list[leaves.ZoneRef], Meta(min_length=1)]


class Form(Struct, frozen=True, kw_only=True):
    """A table of a TOML file; keys that are not named here are faults.

    Attributes:
        label: How faults name the table inside its list; set by the reader, never written.
    """

    label: str = ""


class NoticeKind(Enum):
    """How the time until the new provider begins is counted."""

    DAYS = "days"
    MONTHS = "months"
    FIRST_OF_NEXT_MONTH = "first_of_next_month"
    CUT_OFF = "cut_off"
    AGREED = "agreed"


class ContactForm(Form, frozen=True, kw_only=True):
    """Ways to reach a provider or an office."""

    phone: leaves.Phone | None = None
    hours: leaves.ShortText | None = None
    email: leaves.Email | None = None
    web: leaves.Web | None = None
    address: leaves.Address | None = None


class OfficeForm(Form, frozen=True, kw_only=True):
    """``[office]`` of ``municipality.toml``."""

    name: leaves.ShortText
    phrase: leaves.ShortText
    contact: ContactForm


class NoticeForm(Form, frozen=True, kw_only=True):
    """``[notice]`` of ``municipality.toml``, or of one of ``[[services]]``."""

    id: leaves.Slug
    kind: NoticeKind
    count: leaves.Days | None = None
    day: leaves.MonthDay | None = None
    moves_to_working_day: bool = True
    max_per_year: leaves.Count | None = None
    notifies: list[Told] | None = None


class StaffForm(Form, frozen=True, kw_only=True):
    """One of ``[[example_staff]]`` of ``municipality.toml``."""

    name: leaves.Line
    role: StaffRole
    code: leaves.StaffCode


class MunicipalityForm(Form, frozen=True, kw_only=True):
    """``municipality.toml``."""

    id: leaves.Slug
    name: leaves.Line
    edition: leaves.Line
    version: leaves.Word
    example: bool = False
    receipt_prefix: leaves.Prefix
    zone_word: leaves.ShortText
    reply_days: leaves.Count
    reminder_days: leaves.Count = 10
    postal_days: leaves.Days = 4
    allocation_letter: LetterForm = LetterForm.INFORMATION
    place_reply_days: leaves.Count = 7
    declined_place_stays: bool = False
    child_age_years: leaves.ChildAge
    default_language: Language
    approved_on: date
    signature: bool = False
    interests_months: leaves.FormerMonths | None = None
    office: OfficeForm
    notice: NoticeForm
    example_staff: list[StaffForm] = []


class ZoneForm(Form, frozen=True, kw_only=True):
    """One of ``[[zones]]`` of ``zones.toml``."""

    id: leaves.Slug
    name: leaves.Word
    phrase: leaves.ShortText


class ZonesForm(Form, frozen=True, kw_only=True):
    """``zones.toml``."""

    zones: Annotated[list[ZoneForm], Meta(min_length=1)]


class HoursForm(Form, frozen=True, kw_only=True):
    """A text for each part of the week."""

    day: leaves.ShortText
    evening: leaves.ShortText
    night: leaves.ShortText
    weekend: leaves.ShortText


class ServiceForm(Form, frozen=True, kw_only=True):
    """One of ``[[services]]`` of ``services.toml``."""

    id: leaves.Slug
    name: leaves.ServiceName
    phrase: leaves.ShortText
    aliases: list[leaves.Line] = []
    zones: Zones
    hours: HoursForm
    fee: leaves.Sentence
    outside_choice: list[DayPart] = []
    outside_provider: leaves.ProviderRef | None = None
    min_age_years: leaves.Age = 0
    over_two_weeks: bool = True
    notice: NoticeForm | None = None
    bundle: leaves.Slug | None = None


class ServicesForm(Form, frozen=True, kw_only=True):
    """``services.toml``."""

    services: Annotated[list[ServiceForm], Meta(min_length=1)]


class DecisionForm(Form, frozen=True, kw_only=True):
    """``[rules.decision]``: who adopted a rule, when, and under which case number."""

    organ: leaves.ShortText
    decided_on: date
    reference: leaves.Line


class RetentionRuleForm(Form, frozen=True, kw_only=True):
    """One of ``[[rules]]`` of ``retention.toml``."""

    id: leaves.Slug
    begins: RetentionStart
    years: leaves.Years | None = None
    days: leaves.Days | None = None
    only_delivered: bool = True
    decision: DecisionForm


class RetentionForm(Form, frozen=True, kw_only=True):
    """``retention.toml``; without it nothing is ever disposed of."""

    rules: list[RetentionRuleForm] = []


class ReasonForm(Form, frozen=True, kw_only=True):
    """One of ``[[reasons]]`` of ``reasons.toml``: why a loaded word may stay (neutrality N28)."""

    file: leaves.Line
    field: leaves.Line | None = None
    words: leaves.Line
    reason: leaves.Reason
    written_by: leaves.Line
    approved_by: leaves.Line
    approved_on: date


class ReasonsForm(Form, frozen=True, kw_only=True):
    """``reasons.toml``; without it no warning about words is put aside."""

    reasons: list[ReasonForm] = []


class CoverageForm(Form, frozen=True, kw_only=True):
    """Whether the provider comes, for each part of the week."""

    day: Coverage
    evening: Coverage
    night: Coverage
    weekend: Coverage


class CapacityForm(Form, frozen=True, kw_only=True):
    """Room for new persons."""

    state: CapacityState
    as_of: date | None = None
    limit: leaves.Limit | None = None
    unit: Unit | None = None


class OfferForm(Form, frozen=True, kw_only=True):
    """One of ``[[offers]]`` of a provider's file."""

    service: leaves.ServiceRef
    zones: Zones
    coverage: CoverageForm
    otherwise_provider: leaves.ProviderRef | None = None
    otherwise: leaves.FactText | None = None
    capacity: CapacityForm = CapacityForm(state=CapacityState.NOT_STATED)
    start_days: leaves.Days | None = None
    exceptions: leaves.FactText | None = None


class CompetenceForm(Form, frozen=True, kw_only=True):
    """``[competence]`` of a provider's file."""

    trained_percent: leaves.Percent | None = None
    nurse_on_duty: list[DayPart] | None = None
    leader: leaves.ShortText | None = None
    as_of: date | None = None


class ContinuityForm(Form, frozen=True, kw_only=True):
    """``[continuity]`` of a provider's file."""

    fixed_contact: bool | None = None
    helpers_per_4_weeks: leaves.Count | None = None
    measured: Measured | None = None
    period: leaves.ShortText | None = None


class ExtrasForm(Form, frozen=True, kw_only=True):
    """``[extras]`` of a provider's file."""

    offered: bool
    description: leaves.FactText | None = None


class ProviderForm(Form, frozen=True, kw_only=True):
    """A file in ``providers/``."""

    id: leaves.Slug
    version: leaves.Word
    name: leaves.Name
    org_number: leaves.OrgNumber
    kind: ProviderKind
    owner: leaves.Line | None = None
    approved_on: date
    approved_by: leaves.Line
    offers: Annotated[list[OfferForm], Meta(min_length=1)]
    competence: CompetenceForm = CompetenceForm()
    continuity: ContinuityForm = ContinuityForm()
    languages: list[leaves.LanguageCode] | None = None
    wishes: leaves.FactText | None = None
    accessibility: leaves.FactText | None = None
    contact: ContactForm = ContactForm()
    extras: ExtrasForm | None = None
    presentation: leaves.Presentation | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    started_on: date | None = None
    contract_until: date | None = None
    suspended_from: date | None = None
