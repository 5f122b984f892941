import pytest

MUNICIPALITY, ZONES, SERVICES, RULES = (
    "municipality.toml",
    "zones.toml",
    "services.toml",
    "rules.toml",
)
GRANLY, LIND, HAGEN = "providers/granly.toml", "providers/lind.toml", "providers/hagen.toml"

SINGLE_FIELDS = (
    # kinds of values
    (MUNICIPALITY, "reply_days = 14", "reply_days = 14.5", "reply_days", "expects_number"),
    (MUNICIPALITY, "reply_days = 14", "reply_days = true", "reply_days", "expects_number"),
    (MUNICIPALITY, "example = true", 'example = "ja"', "example", "expects_yes_no"),
    (MUNICIPALITY, "signature = false", 'signature = "nei"', "signature", "expects_yes_no"),
    (MUNICIPALITY, 'edition = "november 2026"', "edition = 2026", "edition", "expects_text"),
    (MUNICIPALITY, "2026-11-02", '"2. november"', "approved_on", "expects_date"),
    (MUNICIPALITY, "2026-11-02", "2026-11-02T10:00:00", "approved_on", "expects_date"),
    (MUNICIPALITY, 'zone_word = {', "zone_word = 3 # {", "zone_word", "expects_local_text"),
    (GRANLY, 'languages = ["no", "en", "pl"]', 'languages = "no"', "languages", "expects_list"),
    (GRANLY, "coverage = {", "coverage = 3 # {", "offers[hjemmesykepleie].coverage", "expects_table"),
    (ZONES, 'name = "Sentrum"', 'name = ["Sentrum"]', "zones[sentrum].name", "expects_text"),
    # missing and superfluous
    (MUNICIPALITY, 'receipt_prefix = "EV"', "", "receipt_prefix", "missing"),
    (MUNICIPALITY, '[office.contact]', "[office.contacts]", "office.contact", "missing"),
    (SERVICES, 'nn = "heimesjukepleie", ', "", "services[hjemmesykepleie].phrase.nn", "missing"),
    (GRANLY, 'owner = "Granly', 'owners = "Granly', "owners", "unknown_field"),
    (GRANLY, 'languages = [', 'label = "x"\nlanguages = [', "label", "unknown_field"),
    (GRANLY, 'en = "Window', 'se = "Window', "extras.description.se", "unknown_field"),
    # forms
    (MUNICIPALITY, 'id = "eksempelvik"', 'id = "Eksempel vik"', "id", "slug"),
    (MUNICIPALITY, '"EV"', '"Ev"', "receipt_prefix", "receipt_prefix"),
    (MUNICIPALITY, 'code = "2580"', 'code = "25 80"', "example_staff[Kari Eksempel].code", "staff_code"),
    (MUNICIPALITY, '"12 34 56 78"', '"12-34"', "office.contact.phone", "phone"),
    (MUNICIPALITY, "tildeling@", "tildeling", "office.contact.email", "email"),
    (MUNICIPALITY, '"www.', '"https://www.', "office.contact.web", "web"),
    (MUNICIPALITY, "0000 Eksempelvik", "000 Eksempelvik", "office.contact.address", "address"),
    (GRANLY, '"000000027"', '"00000002"', "org_number", "org_number"),
    (GRANLY, '"000000027"', '"000000072"', "org_number", "org_number"),
    (GRANLY, '"pl"', '"polsk"', "languages[3]", "language_code"),
    # ranges, choices, lists
    (MUNICIPALITY, "child_age_years = 16", "child_age_years = 21", "child_age_years", "out_of_range"),
    (GRANLY, "trained_percent = 68", "trained_percent = 101", "competence.trained_percent", "out_of_range"),
    (GRANLY, 'state = "open"', 'state = "ledig"', "offers[hjemmesykepleie].capacity.state", "not_one_of"),
    (SERVICES, 'zones = "all"', 'zones = "alle"', "services[hjemmesykepleie].zones", "not_one_of"),
    (SERVICES, '["sentrum", "nordsida"]', "[]", "services[bpa].zones", "empty_list"),
    (SERVICES, '["sentrum", "nordsida"]', '["sentrum", "nordsida", "sentrum"]', "services[bpa].zones[3]", "listed_twice"),
    # texts
    (HAGEN, 'owner = "Arbeidslaget i Hagen"', 'owner = "  "', "owner", "empty"),
    (HAGEN, 'owner = "Arbeidslaget i Hagen"', 'owner = "Arbeidslaget i Hagen "', "owner", "one_line"),
    (HAGEN, 'owner = "Arbeidslaget i Hagen"', 'owner = "Arbeidslaget\\ni Hagen"', "owner", "one_line"),
    (HAGEN, 'owner = "Arbeidslaget i Hagen"', f'owner = "{"e" * 61}"', "owner", "too_long"),
    (HAGEN, 'SA"', f'{"A" * 60}"', "name", "too_long"),
    (HAGEN, "være med på møtet.", f"være med på møtet {'lenge ' * 20}.", "presentation.nb", "too_long"),
    (HAGEN, 'nn = "Du kan be', f'nn = "Du kan {"ofte " * 40}be', "wishes.nn", "too_long"),
    # references
    (GRANLY, 'otherwise_provider = "eks', 'otherwise_provider = "e', "offers[hjemmesykepleie].otherwise_provider", "unknown_provider"),
    (LIND, '["sentrum", "nordsida"]', '["sentrum", "sørsida-2"]', "offers[hjemmesykepleie].zones[2]", "slug"),
    (RULES, 'zones = "all"', 'zones = ["sentrum", "fjordbyen", "nord"]', "rules[hjemmesykepleie-uten-valg].zones[3]", "unknown_zone"),
    (RULES, 'service = "bpa"', 'service = "bpaa"', "rules[bpa-uten-valg].service", "unknown_service"),
    # both Norwegian languages state the same
    (HAGEN, "eigd av dei 15 som", "eigd av dei 14 som", "presentation", "numbers_differ"),
    (MUNICIPALITY, "kvardagar kl. 9–15", "kvardagar kl. 9–14", "office.contact.hours", "numbers_differ"),
)  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "field", "code"), SINGLE_FIELDS)
def test_names_file_field_and_reason(pack, file, old, new, field, code):
    pack.change(file, old, new)

    assert (file, field, code) in pack.faults()


def test_tells_every_fault_of_one_entry(pack):
    pack.change("providers/granly.toml", 'id = "granly"', 'id = "granly"\nslogan = "Alltid best"')
    pack.change("providers/granly.toml", 'version = "5"', "version = 5")
    pack.change("providers/granly.toml", '"commercial"', '"stor"')
    pack.change("providers/granly.toml", "start_days = 14", "start_days = -1")

    assert pack.faults() == [
        ("providers/granly.toml", "slogan", "unknown_field"),
        ("providers/granly.toml", "version", "expects_text"),
        ("providers/granly.toml", "kind", "not_one_of"),
        ("providers/granly.toml", "offers[hjemmesykepleie].start_days", "out_of_range"),
    ]


def test_a_faulty_field_hides_no_missing_helper_beside_it(pack):
    pack.change("providers/hagen.toml", "start_days = 7", 'start_days = "sju"')
    pack.change("providers/hagen.toml", 'otherwise_provider = "eksempelvik-hjemmetjenesten"\n', "")

    assert [(field, code) for _, field, code in pack.faults()] == [
        ("offers[hjemmesykepleie].start_days", "expects_number"),
        ("offers[hjemmesykepleie].otherwise_provider", "who_comes_otherwise"),
    ]


def test_an_entry_without_a_key_is_named_by_its_number(pack):
    pack.change("zones.toml", 'id = "nordsida"', "")

    assert ("zones.toml", "zones[Nordsida].id", "missing") in pack.faults()


def test_something_else_than_a_table_in_a_list_is_named_by_its_number(pack):
    pack.write(
        "zones.toml", 'zones = [{ id = "sentrum", name = "Sentrum", phrase = "Sentrum" }, 3]'
    )

    assert ("zones.toml", "zones[2]", "expects_table") in pack.faults()


def test_one_word_may_stand_for_all_languages(pack):
    pack.change("services.toml", 'phrase = "BPA"', 'phrase = { nb = "BPA", nn = "BPA" }')

    assert pack.faults() == []


def test_a_text_over_its_budget_on_paper_is_a_warning(pack):
    pack.change("providers/hagen.toml", 'SA"', f'{"og omsorg " * 3}SA"')

    assert pack.warnings() == [("providers/hagen.toml", "name", "over_budget")]
