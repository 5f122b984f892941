"""What a file says about itself, twice: in the words of PDF, and in XMP for archives.

Both say that the file is PDF/A-2a and PDF/UA-1. Of the metadata of arkivforskrifta § 15
(FOR-2025-12-17-2647) the file carries its own number, the activity, title, sender and date; case
and recipient say who somebody is and stand beside the file, in ``sak.json``.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from brochures.tag_objects import RawObject, number_of
from brochures.tongues import LANGUAGE_TAGS
from kiosk.domain.language import Language

CREATOR = "Brukervalg Kiosk"
ACTIVITY = "fritt brukervalg"
CONDITION = "sRGB IEC61966-2.1"
COLOUR_PARTS = 3


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says about itself.

    Attributes:
        title: Without personal data; readers show it as the window's name.
        author: The municipality.
        issued_at: Aware moment, kept as date of creation.
        number: By which the municipality finds the document again; empty where it has none.
        profile: The ICC profile of sRGB.
    """

    title: str
    author: str
    language: Language
    issued_at: datetime
    number: str
    profile: bytes


def describe(canvas: Any, facts: FileFacts) -> None:
    """Put the facts into a file whose pages are still to come."""
    document = canvas._doc  # noqa: SLF001
    canvas.setTitle(facts.title)
    canvas.setAuthor(facts.author)
    canvas.setSubject(ACTIVITY)
    canvas.setCreator(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    dated = date_of(facts.issued_at)
    canvas.setDateFormatter(lambda *_parts: dated)
    # ReportLab seeds the file's id from SOURCE_DATE_EPOCH; the id must follow from the content.
    document.signature = hashlib.md5(dated.encode(), usedforsecurity=False)
    document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _document: xmp(facts))
    _add_colours(document, facts.profile)


def describe_for_printer(canvas: Any, facts: FileFacts) -> None:
    """Say of a file that was described already that a printer reads it: PDF/A-2b, no tags."""
    catalog = canvas._doc.Catalog  # noqa: SLF001
    catalog.Metadata = pdfdoc.XMP(creator=lambda _document: xmp_of_print_file(facts))


def date_of(moment: datetime) -> str:
    """An aware moment in the words of PDF."""
    stamp = moment.strftime("D:%Y%m%d%H%M%S%z")
    return f"{stamp[:-2]}'{stamp[-2:]}'"


def _add_colours(document: Any, profile: bytes) -> None:
    """Say which red, green and blue are meant; black is a shade of grey and means toner."""
    stream = pdfdoc.PDFStream(
        dictionary=pdfdoc.PDFDictionary({"N": COLOUR_PARTS}),
        content=profile,
        filters=[pdfdoc.PDFZCompress],
    )
    number = number_of(document, stream, "ColourProfile")
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = RawObject(
        b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%s)/Info(%s)"
        b"/DestOutputProfile %d 0 R>>]" % (CONDITION.encode(), CONDITION.encode(), number)
    )


def xmp(facts: FileFacts) -> bytes:
    """What the file says about itself, and that it is PDF/A-2a and PDF/UA-1."""
    return _filled(facts, _TAGGED_MARKS, _SCHEMA)


def xmp_of_print_file(facts: FileFacts) -> bytes:
    """The same of a file without tags: PDF/A-2b."""
    return _filled(facts, _PRINTED_MARKS, "")


def _filled(facts: FileFacts, marks: str, schema: str) -> bytes:
    moment = facts.issued_at.isoformat(timespec="seconds")
    identifier = f"<dc:identifier>{escape(facts.number)}</dc:identifier>" if facts.number else ""
    return _PACKET.format(
        title=escape(facts.title),
        author=escape(facts.author),
        language=LANGUAGE_TAGS[facts.language],
        activity=ACTIVITY,
        creator=CREATOR,
        producer=escape(pdfdoc.PDFInfo.producer),
        moment=moment,
        identifier=identifier,
        marks=marks,
        schema=schema,
    ).encode()


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{activity}</rdf:li></rdf:Alt>\
</dc:description>
<dc:date><rdf:Seq><rdf:li>{moment}</rdf:li></rdf:Seq></dc:date>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
{identifier}
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
{marks}
</rdf:Description>
{schema}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

_PRINTED_MARKS = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
_TAGGED_MARKS = """<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>"""

# Archives accept the mark of PDF/UA only where its schema is described in the file itself.
_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
