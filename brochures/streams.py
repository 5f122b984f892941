"""Mends how ReportLab 5.1.0 writes streams.

It writes ``endstream`` behind the last byte of a stream, where PDF/A asks for the end of a line
(ISO 19005-2, 6.1.7.1). There is no hook for it, so the method is wrapped, once for the process.
"""

from functools import wraps
from typing import Any

from reportlab.pdfbase import pdfdoc

END = b"endstream\n"


def mend_streams() -> None:
    """Have every stream of this process end on a line of its own; may be called again."""
    written = pdfdoc.PDFStream.format
    if getattr(written, "ends_line", False):
        return

    @wraps(written)
    def ending_line(self: Any, document: Any) -> bytes:
        data: bytes = written(self, document)
        return data.removesuffix(END) + b"\n" + END

    ending_line.ends_line = True  # type: ignore[attr-defined]
    pdfdoc.PDFStream.format = ending_line
