"""Both written forms name the same providers and zones (neutrality N29)."""

LIND = "providers/lind.toml"


def test_n29_a_name_that_one_form_lacks_is_told(pack):
    pack.change(LIND, "Selskapet gir hjelp heime", "Nordvik omsorg AS gir hjelp heime")

    assert (LIND, "presentation", "names_differ") in pack.warnings()


def test_n29_a_zone_that_one_form_lacks_is_told(pack):
    pack.change(LIND, "i to av sonene i kommunen. Brukeren", "i Fjordbyen. Brukeren")

    assert [each for each in pack.warnings() if each[2] == "names_differ"] == [
        (LIND, "presentation", "names_differ")
    ]


def test_n29_what_is_called_differently_in_the_two_forms_is_the_same(pack):
    for old, new in (
        (
            "Kontoret svarer på telefonen på hverdager",
            "Eksempelvik kommune, hjemmetjenesten hjelper",
        ),
        ("Kontoret svarer på telefonen på kvardagar", "Eksempelvik kommune, heimetenesta hjelper"),
    ):
        pack.change(LIND, old, new)

    assert [each for each in pack.warnings() if each[2] == "names_differ"] == []


def test_n29_a_page_that_names_somebody_else_is_told(pack):
    file = pack.folder / "prose" / "nn" / "what.md"
    pack.write("prose/nn/what.md", file.read_text("utf-8").rstrip() + " Lind AS hjelper.\n")

    assert ("prose/nn/what.md", "", "names_differ") in pack.warnings()
