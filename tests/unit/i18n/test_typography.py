import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.i18n.typography import NBSP, phone_in_twos, with_hard_spaces


@pytest.mark.parametrize(
    "text",
    [
        "Nordlys Omsorg_AS",
        "Fjordheim_SA har",
        "3._mars 2026",
        "3_March 2026",
        "målt 1._halvår 2026",
        "2._kvartal",
        "innen 14_dager",
        "2,5_timer",
        "på 12_veker",
        "fra 18_år.",
        "500_kr og 20_%",
        "kl._10.42",
        "i sone_Nord",
        "i Sone_1",
        "sak_47/26",
        "Ring 22_33_44_55 i dag",
        "+47_22_33_44_55",
        "412_34_567",
        "etter § 3-5 og §_4".replace("§ ", "§_"),
    ],
)
def test_keeps_together_what_belongs_together(text):
    assert with_hard_spaces(text.replace("_", " ")) == text.replace("_", NBSP)


@pytest.mark.parametrize(
    "text",
    [
        "Vi er som familie",
        "sone for sone",
        "3 marsipankaker",
        "11 personer",
        "i sak om det",
        "12 34 56 78 90",
        "fra 2025 til 2026",
    ],
)
def test_leaves_other_spaces_alone(text):
    assert with_hard_spaces(text) == text


@given(
    st.lists(
        st.sampled_from(
            [
                "3.",
                "mars",
                "22",
                "33",
                "44",
                "55",
                "AS",
                "kl.",
                "sone",
                "Nord",
                "sak",
                "5",
                "%",
                "a",
            ]
        ),
        max_size=14,
    )
)
def test_a_second_round_changes_nothing(words):
    once = with_hard_spaces(" ".join(words))

    assert with_hard_spaces(once) == once


@given(st.text())
def test_changes_nothing_but_plain_spaces(text):
    assert with_hard_spaces(text).replace(NBSP, " ") == text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("22334455", "22_33_44_55"),
        ("412 34 567", "41_23_45_67"),
        ("+4722334455", "+47_22_33_44_55"),
        ("0047 22 33 44 55", "+47_22_33_44_55"),
        ("47223344", "47_22_33_44"),
        ("02800", "02800"),
        ("113", "113"),
        ("+46 8 123 45", "+46_8_123_45"),
    ],
)
def test_groups_norwegian_telephone_numbers_in_twos(written, shown):
    assert phone_in_twos(written) == shown.replace("_", NBSP)
