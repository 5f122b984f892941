SERVICES, HAGEN, NORDVIK = "services.toml", "providers/hagen.toml", "providers/nordvik.toml"
LIND = "providers/lind.toml"
NURSING, PRACTICAL = 'id = "hjemmesykepleie"\n', 'id = "praktisk-bistand"\n'
BUNDLE = 'bundle = "hjemmetjenester"\n'


def test_whoever_gives_a_part_of_a_bundle_gives_all_of_it_in_the_same_zones(pack):
    pack.change(SERVICES, NURSING, NURSING + BUNDLE)
    pack.change(SERVICES, PRACTICAL, PRACTICAL + BUNDLE)

    assert pack.faults() == [
        (LIND, "offers", "bundle_broken"),
        (NORDVIK, "offers", "bundle_broken"),
    ]


def test_a_zone_where_a_part_cannot_be_chosen_is_not_missed(pack):
    pack.change(SERVICES, NURSING, NURSING + BUNDLE)
    pack.change(SERVICES, 'id = "bpa"\n', 'id = "bpa"\n' + BUNDLE)
    text = (pack.folder / NORDVIK).read_text(encoding="utf-8")
    pack.write(NORDVIK, text.replace('["sentrum", "fjordbyen"]', '"all"'))

    assert (NORDVIK, "offers", "bundle_broken") not in pack.faults()
    assert (HAGEN, "offers", "bundle_broken") in pack.faults()


def test_one_service_is_no_bundle(pack):
    pack.change(SERVICES, NURSING, NURSING + BUNDLE)

    assert pack.faults() == [(SERVICES, "services[hjemmesykepleie].bundle", "bundle_of_one")]
