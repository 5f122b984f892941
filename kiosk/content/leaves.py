"""The smallest values in a pack: what each may look like, and what to say when it does not."""

from collections.abc import Callable
from enum import Enum
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.domain.language import LocalText

ORG_NUMBER_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


class Kind(Enum):
    """What an entry can refer to by its key."""

    ZONE = "zone"
    SERVICE = "service"
    PROVIDER = "provider"


class Leaf(Struct, frozen=True):
    """What the type alone does not say.

    Attributes:
        code: Problem code when the value has the right type but a wrong form.
        refers_to: The value is the key of such an entry.
        check: Holds for a right value.
        budget: Characters that fit in every edition on paper; more is a warning.
    """

    code: str = "one_line"
    refers_to: Kind | None = None
    check: Callable[[str], bool] | None = None
    budget: int | None = None


class LocalLeaf(Struct, frozen=True):
    """A text in several languages.

    Attributes:
        most: Characters in one language.
        budget: Characters that fit in every edition on paper; more is a warning.
    """

    most: int
    budget: int | None = None


def is_org_number(digits: str) -> bool:
    """Whether the ninth digit is the check digit (modulus 11) of the first eight.

    Our own, since importing the numbers library takes longer than reading a whole pack.
    """
    products = (
        int(digit) * weight for digit, weight in zip(digits, ORG_NUMBER_WEIGHTS, strict=False)
    )
    return len(digits) == len(ORG_NUMBER_WEIGHTS) + 1 and -sum(products) % 11 == int(digits[-1])


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"
# one line that neither begins nor ends with a blank
LINE = r"^\S(.*\S)?\Z"

Slug = Annotated[str, Meta(pattern=SLUG, max_length=60), Leaf("slug")]
ZoneRef = Annotated[str, Meta(pattern=SLUG), Leaf("slug", Kind.ZONE)]
ServiceRef = Annotated[str, Meta(pattern=SLUG), Leaf("slug", Kind.SERVICE)]
ProviderRef = Annotated[str, Meta(pattern=SLUG), Leaf("slug", Kind.PROVIDER)]

Word = Annotated[str, Meta(pattern=LINE, min_length=1, max_length=40), Leaf("one_line")]
Line = Annotated[str, Meta(pattern=LINE, min_length=1, max_length=60), Leaf("one_line")]
Reason = Annotated[str, Meta(pattern=LINE, min_length=1, max_length=300), Leaf("one_line")]
OrgNumber = Annotated[str, Meta(pattern=r"^[0-9]{9}\Z"), Leaf("org_number", check=is_org_number)]
Prefix = Annotated[str, Meta(pattern=r"^[A-ZÆØÅ]{2,4}\Z"), Leaf("receipt_prefix")]
Phone = Annotated[
    str,
    Meta(pattern=r"^(\+[0-9]{2} ?)?[0-9]([0-9 ]*[0-9])?\Z", min_length=3, max_length=20),
    Leaf("phone"),
]
Email = Annotated[
    str, Meta(pattern=r"^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+\Z", max_length=80), Leaf("email")
]
Web = Annotated[
    str,
    Meta(pattern=r"^(?![Hh][Tt][Tt][Pp])[^\s/@]+(\.[^\s/@.]+)+(/\S*)?\Z", max_length=80),
    Leaf("web"),
]
Address = Annotated[
    str, Meta(pattern=r"^\S.*, [0-9]{4} \S(.*\S)?\Z", max_length=80), Leaf("address")
]
LanguageCode = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z"), Leaf("language_code")]
Percent = Annotated[int, Meta(ge=0, le=100)]
Days = Annotated[int, Meta(ge=0, le=365)]
MonthDay = Annotated[int, Meta(ge=1, le=28)]
Years = Annotated[int, Meta(ge=0, le=100)]
Age = Annotated[int, Meta(ge=0, le=120)]
ChildAge = Annotated[int, Meta(ge=1, le=18)]
Count = Annotated[int, Meta(ge=1, le=365)]
Weight = Annotated[int, Meta(ge=1, le=1000)]
Share = Annotated[int, Meta(ge=1, le=100)]
Months = Annotated[int, Meta(ge=1, le=60)]
FormerMonths = Annotated[int, Meta(ge=0, le=120)]
Limit = Annotated[int, Meta(ge=1, le=100_000)]
StaffCode = Annotated[str, Meta(pattern=r"^[0-9]{4,12}\Z"), Leaf("staff_code")]

Name = Annotated[LocalText, LocalLeaf(68, budget=47)]
ServiceName = Annotated[LocalText, LocalLeaf(44)]
ShortText = Annotated[LocalText, LocalLeaf(60)]
FactText = Annotated[LocalText, LocalLeaf(200, budget=80)]
Sentence = Annotated[LocalText, LocalLeaf(200)]
Presentation = Annotated[LocalText, LocalLeaf(320)]
