"""Every text of the catalogues and of the example pack: plain, neutral, and in one written form."""

import re

import pytest

from kiosk.devtools import catalogue_files

EXAMPLE = catalogue_files.ROOT / "assets" / "example"
PROSE = EXAMPLE / "prose"
# Only staff read what can be wrong with a case list, and why a command failed.
CITIZEN_SOURCES = re.compile(
    r"kiosk/app/(?!intake|fault)|kiosk/ui/qml/Kiosk/(?:citizen|components)/|brochures/"
    r"|kiosk/ui/(?:print_texts|code_try|viewmodels/(?:answer|give_back|overview|print_out|review))"
)
LONGEST_SENTENCE = 20
HIGHEST_LIX = 30
# The glossary's own words have no shorter form.
GLOSSARY = re.compile(
    r"hj[ae]mmesykepleie|heimesjukepleie|hjemmetjeneste\w*|heimeteneste\w*|leverandør\w*"
    r"|bruk[ae]rval\w*|tildelingskontor\w*|saksbehandl\w*|servicekontor\w*|fr[ae]mtidsfullm\w*"
    r"|fullmakt\w*|fullmektig\w*|vergefullmakt\w*|verjefullmakt\w*|barnevern\w*|eg[ei]n?de[nl]\w*"
    r"|egenandel\w*|vedtak\w*|kvittering\w*|svarfrist\w*|kommunestyre\w*|statsforvalt\w*"
    r"|pårørende|pårørande|personvern\w*|dataansvarl\w*|brukerombud\w*|brukarombod\w*|brosjyre\w*"
    r"|omsorgstjenesteloven|omsorgstenestelova|datatilsynet|kommersiell",
    re.IGNORECASE,
)
NEVER = re.compile(
    r"samtykkekompetanse|§ ?3-11|fylkesmann|3 uker|3 veker|dessverre|diverre|heldigvis"
    r"|anbefal|tilrå|\bOK\b|!|EXAMPLE|standardvalg|de fleste|dei fleste",
    re.IGNORECASE,
)
APPROVED = re.compile(r"Det er ikke en anbefaling\.|Det er ikkje ei tilråding\.")
# Words that only the other written form has.
BOKMAL = re.compile(
    r"\b(?:ikke|hvem|hva|hvor|hvordan|hvorfor|hvis|hver|hvert|hvilken|hvilke|jeg|selv|noe|noen|dem"
    r"|et|annen|annet|mer|mye|bare|uten|fra|hjemme|velge|velger|valg|valget|valgt|gjør|gjøre"
    r"|kommer|begynner|begynne|tjeneste\w*|leverandører|leverandørene|svarene|saken|listen|filen"
    r"|mappen|hjelpen|hjelpere|hjelperne|opplysningene|også|nå|da|siden|samme|finnes|trenger|tar"
    r"|leser|skriver|lagret|lagrer|endret|brukervalg\w*|hjemmesykepleie|bistand|verge|fremtid\w*"
    r"|fortsatt|eier|eieren|uke|uker|uken|dager|måneder|egenandel\w*|spørre|sier|være|vært|ble"
    r"|blitt|hverdager|lørdag|rekkefølge\w*|beholder?)\b",
    re.IGNORECASE,
)
NYNORSK = re.compile(
    r"\b(?:ikkje|kven|kva|kvar|kvart|korleis|kvifor|eg|sjølve?|noko|nokon|nokre|dei|eit|ein|éin"
    r"|meir|mykje|berre|utan|frå|heime|velje|valet|valt|gjere?|kjem|byrjar|byrje|tenest\w+"
    r"|leverandørar|leverandørane|svara|saka|lista|fila|mappa|hjelpa|hjelparar|opplysningane|òg"
    r"|då|sidan|finst|treng|tek|lagra|endra|brukarval\w*|heimesjukepleie|verje|framtids\w+"
    r"|framleis|eigar|veke|veker|dagar|månader|timar|eigendel\w*|spørje|seie|seier|vere|vore"
    r"|vart|heiter|kvardagar|laurdag|tilråding|avgjerdskompetanse|rekkjefølg\w+|beheld|behalde)\b",
    re.IGNORECASE,
)
# Placeholders; and texts that name the other form, a language code or a button of it.
PLACEHOLDER = re.compile(r"\{\w+(?:![rsa])?\}|%\d")
ABOUT_WORDS = re.compile(r"\bnb, nn og en\b|«[^»]*»")


def translated(language, sources=None):
    """All translations, or those that stand in some files."""
    for domain in catalogue_files.SOURCES:
        path = catalogue_files.catalogue_path(catalogue_files.ROOT / "locales", language, domain)
        for message in catalogue_files.read(path, language, domain):
            places = [name for name, _ in message.locations]
            if message.id and (sources is None or any(sources.match(name) for name in places)):
                text = message.string
                yield from [text] if isinstance(text, str) else (text or ())


def prose(language):
    """The approved pages of the example pack, marks of Markdown taken away."""
    pages = sorted((PROSE / language).glob("*.md"))
    return {page.name: _plain(page) for page in pages}


def _plain(page):
    lines = (line.lstrip("#- ") for line in page.read_text("utf-8").splitlines())
    return "\n".join(
        line if line.endswith((".", "?", ":")) else line + "." for line in lines if line
    )


def all_texts(language):
    """Everything in one written form."""
    return [*translated(language), *prose(language).values()]


def citizen_texts(language):
    """What a citizen may read, placeholders as names."""
    found = [*translated(language, CITIZEN_SOURCES), *prose(language).values()]
    return [PLACEHOLDER.sub("Navn", text).replace("\u00a0", " ") for text in found]


def sentences(text):
    # A date and "kl. 9" hold full stops that end no sentence.
    joined = re.sub(r"(\d|\bkl)\. ", r"\1 ", text)
    return [each for each in re.split(r"[.?:]\s+|[.?:]$", joined) if re.search(r"\w", each)]


def words_in(text):
    return re.findall(r"[\wæøåéòÆØÅ-]+", text)


def lix(text):
    """Words per sentence plus the share of words over six letters, glossary left out."""
    counted = GLOSSARY.sub("ord", text)
    words = words_in(counted)
    long_words = [word for word in words if len(word) > 6]
    return len(words) / len(sentences(counted)) + 100 * len(long_words) / len(words)


@pytest.mark.parametrize("language", catalogue_files.LANGUAGES)
def test_no_sentence_for_citizens_is_longer_than_twenty_words(language):
    found = (sentence for text in citizen_texts(language) for sentence in sentences(text))

    assert [each for each in found if len(words_in(each)) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("language", catalogue_files.LANGUAGES)
def test_what_citizens_read_is_very_easy(language):
    # A label is no sentence; only what ends as one is measured.
    whole = [text for text in citizen_texts(language) if text.endswith((".", "?"))]

    assert lix("\n".join(whole)) <= HIGHEST_LIX


@pytest.mark.parametrize("language", catalogue_files.LANGUAGES)
def test_every_approved_page_is_very_easy(language):
    figures = {name: round(lix(text), 1) for name, text in prose(language).items()}

    assert {name: lix_ for name, lix_ in figures.items() if lix_ > HIGHEST_LIX} == {}


@pytest.mark.parametrize("language", catalogue_files.LANGUAGES)
def test_nothing_recommends_regrets_or_cheers(language):
    texts = [PLACEHOLDER.sub("", text) for text in all_texts(language)]

    assert [text for text in texts if NEVER.search(APPROVED.sub("", text))] == []


@pytest.mark.parametrize(("language", "other"), [("nb", NYNORSK), ("nn", BOKMAL)], ids=["nb", "nn"])
def test_the_written_forms_are_not_mixed(language, other):
    found = {text: other.findall(ABOUT_WORDS.sub("", text)) for text in all_texts(language)}

    assert {text: words for text, words in found.items() if words} == {}
