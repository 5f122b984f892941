import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from kiosk.domain.language import Language, LocalText
from kiosk.i18n import CatalogueMissingError, GettextWords


def write_catalogue(locales: Path, domain: str, *messages: Message) -> None:
    catalogue = Catalog(locale="nb", domain=domain)
    for message in messages:
        catalogue.add(message.id, message.string, context=message.context)
    folder = locales / "nb" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{domain}.mo").open("wb") as file:
        write_mo(file, catalogue)


@pytest.fixture
def locales(tmp_path) -> Path:
    folder = Path(tmp_path)
    write_catalogue(
        folder,
        "kiosk",
        Message("Choose", "Velg"),
        Message("No", "Nei", context="button"),
        Message(("{count} case", "{count} cases"), ("{count} sak", "{count} saker")),
    )
    write_catalogue(folder, "brochures", Message("Page", "Side"))
    return folder


@pytest.fixture
def bokmal(locales) -> GettextWords:
    return GettextWords(Language.BOKMAL, locales)


@pytest.fixture
def english(tmp_path) -> GettextWords:
    return GettextWords(Language.ENGLISH, tmp_path)


def test_translates_from_both_domains(bokmal):
    assert (bokmal.gettext("Choose"), bokmal.gettext("Page")) == ("Velg", "Side")


def test_translates_a_label_in_its_context_only(bokmal):
    assert (bokmal.pgettext("button", "No"), bokmal.gettext("No")) == ("Nei", "No")


@pytest.mark.parametrize(("count", "text"), [(1, "{count} sak"), (0, "{count} saker")])
def test_picks_singular_or_plural(bokmal, count, text):
    assert bokmal.ngettext("{count} case", "{count} cases", count) == text


def test_an_empty_message_is_not_the_catalogue_header(bokmal):
    assert bokmal.gettext("") == ""


def test_english_needs_no_catalogue(english):
    assert english.gettext("Choose") == "Choose"


def test_a_norwegian_language_without_catalogue_is_an_error(tmp_path):
    words = GettextWords(Language.NYNORSK, tmp_path)

    with pytest.raises(CatalogueMissingError):
        words.gettext("Choose")


def test_a_local_text_gets_hard_spaces(bokmal):
    assert bokmal.local(LocalText("Rask AS", "Rask AS")) == "Rask\u00a0AS"


def test_a_date_and_a_time_follow_the_language(english):
    moment = datetime(2026, 3, 3, 10, 42, tzinfo=UTC)

    assert (english.full_date(date(2026, 3, 3)), english.time(moment)) == (
        "3\u00a0March 2026",
        "10:42",
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("items", [[], ["a"], ["a", "b"], ["a", "b", "c"]])
def test_joins_lists_as_cldr_does(language, items, tmp_path):
    locale = {Language.ENGLISH: "en_GB"}.get(language, language.value)

    assert GettextWords(language, tmp_path).and_list(items) == format_list(items, locale=locale)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (1234, "1\u00a0234"),
        (Decimal("2.5"), "2,5"),
        (Decimal("0.1234"), "0,1234"),
    ],
)
def test_writes_numbers_in_the_norwegian_way(bokmal, value, text):
    assert bokmal.number(value) == text


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "engelsk"),
        ("se", "nordsamisk"),
        ("nsl", "tegnspråk"),
        ("sgn", "tegnspråk"),
        ("xx-y", "xx-y"),
    ],
)
def test_names_languages_in_lower_case(bokmal, code, name):
    assert bokmal.language_name(code) == name


def test_groups_a_telephone_number(bokmal):
    assert bokmal.phone("22334455") == "22\u00a033\u00a044\u00a055"


def test_dates_texts_and_counts_do_not_import_babel(locales):
    code = (
        "import sys, datetime, pathlib\n"
        "from kiosk.domain.language import Language\n"
        "from kiosk.i18n import GettextWords\n"
        "words = GettextWords(Language.BOKMAL, pathlib.Path(sys.argv[1]))\n"
        "words.gettext('Choose'), words.full_date(datetime.date(2026, 3, 3))\n"
        "words.number(12), words.and_list('ab'), words.phone('22334455')\n"
        "sys.exit('babel' in sys.modules)\n"
    )

    assert subprocess.run([sys.executable, "-c", code, locales], check=False).returncode == 0
