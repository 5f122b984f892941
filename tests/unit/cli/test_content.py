def test_a_sound_pack_is_told_to_be_sound(kiosk, pack):
    said = kiosk("content", "check", pack)

    assert (said.code, said.err) == (0, "")
    assert "Ingen feil" in said.out


def test_every_fault_is_named_with_file_and_field(kiosk, pack):
    (pack / "zones.toml").unlink()
    (pack / "providers" / "lind.toml").write_text("nonsense = 1", encoding="utf-8")

    said = kiosk("content", "check", pack)

    assert said.code == 1
    assert "zones.toml: " in said.out
    assert "providers/lind.toml: nonsense: " in said.out


def test_the_folder_may_be_named_by_the_common_option(kiosk, folder):
    said = kiosk("--content", folder / "none", "content", "check")

    assert said.code == 1


def test_a_faulty_pack_never_opens_halfway(kiosk, pack, folder):
    (pack / "rules.toml").unlink()
    cases = pack / "cases.csv"

    said = kiosk("cases", "import", cases, "--yes", "--content", pack)

    assert said.code == 1
    assert "rules.toml: " in said.err
    assert not (folder / "data").exists()
