FILE = "municipality.toml"


def as_real(pack):
    text = (pack.folder / FILE).read_text(encoding="utf-8")
    head = text.partition("[[example_staff]]")[0].replace("example = true", "")
    pack.write(FILE, head)


def test_the_example_itself_is_full_of_invented_things(pack):
    assert pack.warnings() == []


def test_what_was_not_replaced_in_a_copy_is_noted(pack):
    as_real(pack)

    found = {file for file, _, code in pack.warnings() if code == "from_the_example"}

    assert pack.faults() == []
    assert {FILE, "providers/lind.toml", "prose/nb/complain.md"} <= found
    assert "zones.toml" not in found


def test_comments_may_tell_of_the_example(pack):
    as_real(pack)
    pack.write(
        "zones.toml", (pack.folder / "zones.toml").read_text() + "\n# www.eksempelvik.example\n"
    )

    assert "zones.toml" not in {file for file, _, _ in pack.warnings()}
