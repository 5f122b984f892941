import pytest

SWITCH, CHOOSE = "prose/nb/how-to-switch.md", "prose/nb/how-to-choose.md"


def both(pack, name, old, new_nb, new_nn=None):
    pack.change(f"prose/nb/{name}.md", old, new_nb)
    pack.change(f"prose/nn/{name}.md", old, new_nn or new_nb)


def test_a_placeholder_that_stands_for_nothing_is_a_fault(pack):
    both(pack, "how-to-switch", "{phone}", "{telephone}")

    assert (SWITCH, "", "unknown_placeholder") in pack.faults()


def test_both_written_forms_fill_in_the_same(pack):
    pack.change(SWITCH, "{notice}", "Det går fort.")

    assert pack.faults() == [("prose/nn/how-to-switch.md", "", "numbers_differ")]


def test_a_phone_that_the_office_does_not_have_cannot_be_filled_in(pack):
    pack.change("municipality.toml", 'phone = "12 34 56 78"\n', "")

    assert (CHOOSE, "", "no_phone") in pack.faults()


@pytest.mark.parametrize(
    ("nb", "nn", "is_noted"),
    [
        ("Det tar 14 dager.", "Det tek 14 dagar.", False),
        ("Det tar 30 dager.", "Det tek 30 dagar.", True),
        ("Det tar 2 måneder.", "Det tek 2 månader.", True),
        ("Det tar 14 måneder.", "Det tek 14 månader.", True),
        ("Det tar 30 minutter.", "Det tek 30 minutt.", False),
    ],
)
def test_a_term_written_by_hand_is_compared_with_the_notice_rule(pack, nb, nn, is_noted):
    both(pack, "how-to-switch", "{notice}", nb, nn)

    assert pack.faults() == []
    assert ((SWITCH, "", "other_term") in pack.warnings()) is is_noted


def test_the_term_of_any_service_may_be_written(pack):
    pack.append("services.toml", '\n[services.notice]\nid = "bpa"\nkind = "months"\ncount = 3\n')
    both(pack, "how-to-switch", "{notice}", "3 måneder.", "3 månader.")

    assert pack.warnings() == []


def test_the_reply_deadline_may_be_written_where_answers_are_explained(pack):
    pack.change("municipality.toml", "reply_days = 14", "reply_days = 21")
    for language, days in (("nb", "dager"), ("nn", "dagar")):
        pack.append(f"prose/{language}/how-to-choose.md", f"\n## 21\n\n21 {days}.\n")
        pack.append(f"prose/{language}/how-to-switch.md", f"\n## 21\n\n21 {days}.\n")

    assert pack.warnings() == [
        ("prose/nb/how-to-switch.md", "", "other_term"),
        ("prose/nn/how-to-switch.md", "", "other_term"),
    ]


def test_a_rule_in_months_is_compared_in_months(pack):
    pack.change("municipality.toml", 'kind = "days"\ncount = 14', 'kind = "months"\ncount = 2')
    both(pack, "how-to-switch", "{notice}", "2 måneder.", "2 månader.")

    assert pack.warnings() == []


def test_other_texts_have_terms_of_their_own(pack):
    for language, days in (("nb", "dager"), ("nn", "dagar")):
        pack.append(f"prose/{language}/complain.md", f"\n## Frist\n\n30 {days}.\n")

    assert pack.warnings() == []
