"""Languages as files name them."""

from kiosk.domain.language import Language

LANGUAGE_TAGS = {
    Language.BOKMAL: "nb-NO",
    Language.NYNORSK: "nn-NO",
    Language.ENGLISH: "en-GB",
}
