"""In which form a document is printed."""

from enum import Enum


class Edition(Enum):
    """Sizes and lengths of the same text; the words and their order are those of all editions.

    ``STANDARD`` and ``LARGE_PRINT`` exist of every document, the others of brochures only.
    """

    STANDARD = "standard"
    LARGE_PRINT = "large_print"
    EASY_READ = "easy_read"
    BOOKLET = "booklet"
