import pytest

from kiosk.i18n.language_codes import language_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("polsk", "pl"),
        ("Polish", "pl"),
        (" Nordsamisk ", "se"),
        ("pl", "pl"),
        ("tegnspråk", "nsl"),
        ("teiknspråk", "nsl"),
        ("dari", "prs"),
        ("", ""),
    ],
)
def test_a_language_is_known_by_its_name_in_three_languages_and_by_its_code(name, code):
    assert language_code(name) == code


@pytest.mark.parametrize("name", ["ja", "yes", "klingonsk"])
def test_what_names_no_language_is_none_that_a_provider_speaks(name):
    assert language_code(name) == "und"
