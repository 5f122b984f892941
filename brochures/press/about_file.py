"""The objects of a bound file that tell about it, and hold it together."""

from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc

from brochures.file_facts import ACTIVITY, CREATOR, FileFacts, date_of, xmp
from brochures.press.type_case import FIRST
from brochures.tag_objects import pdf_text
from brochures.tongues import LANGUAGE_TAGS

CATALOG, INFO, PAGES, METADATA, TREE, WAYS_BACK, DOCUMENT, CONTENTS = range(1, FIRST)
"""Numbers of these objects in every file."""


def about_file(
    facts: FileFacts, pages: Sequence[int], colours: int, *, has_contents: bool
) -> dict[int, bytes]:
    """Catalog, information and the list of pages.

    Args:
        facts: What is told.
        pages: Numbers of their objects, in reading order.
        colours: Number of the object that says which red, green and blue are meant.
        has_contents: Whether there is a table of contents.
    """
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    return {
        CATALOG: b"<</Type/Catalog/Pages %d 0 R/Lang(%s)/MarkInfo<</Marked true>>/Metadata %d 0 R"
        b"/OutputIntents %d 0 R/StructTreeRoot %d 0 R/ViewerPreferences<</DisplayDocTitle true>>%s>>"
        % (
            PAGES,
            LANGUAGE_TAGS[facts.language].encode(),
            METADATA,
            colours,
            TREE,
            b"/Outlines %d 0 R" % CONTENTS if has_contents else b"",
        ),
        INFO: _information(facts),
        PAGES: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
    }


def metadata(facts: FileFacts) -> tuple[int, bytes]:
    """What the file says about itself for archives; a stream that stands by itself."""
    words = xmp(facts)
    head = b"<</Type/Metadata/Subtype/XML/Length %d>>" % len(words)
    return METADATA, b"%s\nstream\n%s\nendstream" % (head, words)


def _information(facts: FileFacts) -> bytes:
    dated = date_of(facts.issued_at)
    told = {
        b"Title": facts.title,
        b"Author": facts.author,
        b"Subject": ACTIVITY,
        b"Creator": CREATOR,
        b"Producer": str(pdfdoc.PDFInfo.producer),
        b"CreationDate": dated,
        b"ModDate": dated,
    }
    return b"<<%s>>" % b"".join(b"/%s%s" % (key, pdf_text(text)) for key, text in told.items())
