"""Addresses as files carry them: letters outside of ASCII have other spellings there (RFC 3986)."""

from urllib.parse import quote, urlsplit, urlunsplit

MAIL = "mailto:"
_KEPT = "/%:=&?~#+!$,;'@()*[]"


def reachable(uri: str) -> str:
    """The address in ASCII, leading to the same place.

    Args:
        uri: Of the web or ``mailto:``, as people write it.
    """
    if uri.startswith(MAIL):
        box, at, host = uri.removeprefix(MAIL).rpartition("@")
        return MAIL + quote(box, safe=_KEPT) + at + _host(host)
    try:
        parts = urlsplit(uri)
    except ValueError:
        return quote(uri, safe=_KEPT)
    tail = (quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, _host(parts.netloc), *tail))


def _host(host: str) -> str:
    """Names of machines are spelt in a way of their own (RFC 3490)."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(host, safe=_KEPT)
