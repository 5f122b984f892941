import pytest

from kiosk.bootstrap.packs import open_municipality
from kiosk.bootstrap.programs import opened_program
from kiosk.domain.errors import ContentError
from kiosk.layout.passed import PassedLayouts, layout_key
from kiosk.settings import Overrides, read_settings
from kiosk.system import SystemClock


def test_a_sound_pack_is_told_to_be_sound(kiosk, pack):
    said = kiosk("content", "check", pack)

    assert (said.code, said.err) == (0, "")
    assert "Ingen feil" in said.out


def test_n28_a_word_that_ranks_has_to_go_and_the_pack_opens_all_the_same(kiosk, pack):
    lind = pack / "providers" / "lind.toml"
    text = lind.read_text("utf-8")
    lind.write_text(
        text.replace("Selskapet gir hjelp hjemme", "Det beste selskapet gir hjelp"), "utf-8"
    )

    said = kiosk("content", "check", pack)

    assert said.code == 1
    assert "providers/lind.toml: presentation.nb: «beste»" in said.out
    assert said.err == "1 sted må endres før folk får se denne pakken. Den kan åpnes.\n"


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
    assert said.out.startswith(f"Innholdspakke: {folder / 'none'}\n")


def test_a_faulty_pack_never_opens_halfway(kiosk, pack, folder):
    (pack / "rules.toml").unlink()
    cases = pack / "cases.csv"

    said = kiosk("cases", "import", cases, "--yes", "--content", pack)

    assert said.code == 1
    assert "rules.toml: " in said.err
    assert not (folder / "data").exists()


def too_long(pack):
    """A text that every field by itself allows, but for which no page has room: one long word."""
    path = pack / "providers" / "lind.toml"
    text = path.read_text(encoding="utf-8")
    word = "omsorg" * 30
    wishes = f'wishes = {{ nb = "{word}", nn = "{word}" }}\n'
    path.write_text(text.replace("[presentation]", f"{wishes}[presentation]"), encoding="utf-8")


def test_a_text_without_room_is_a_fault(kiosk, pack):
    too_long(pack)

    said = kiosk("content", "check", pack)

    assert said.code == 1
    assert "for lang på papir" in said.out


@pytest.mark.parametrize(
    "command",
    [
        ["cases", "import", "cases.csv", "--yes"],
        ["brochure", "--zone", "sentrum", "--service", "bpa", "--out", "brochure.pdf"],
        ["staff", "add", "Kari", "--role", "front-desk", "--code-file", "cases.csv"],
        ["receipt", "EV-1", "--out", "receipt.pdf"],
        ["tour", "--out", "tour"],
    ],
)
def test_a_pack_with_a_text_without_room_never_opens(kiosk, pack, folder, monkeypatch, command):
    monkeypatch.chdir(pack)
    too_long(pack)

    said = kiosk(*command, "--content", pack)

    assert said.code == 1
    assert "for lang på papir" in said.err
    assert not (folder / "data").exists()


def test_the_window_does_not_open_on_such_a_pack(pack, folder):
    too_long(pack)
    settings = read_settings(Overrides(pack, folder / "data"))

    with pytest.raises(ContentError), opened_program(settings):
        pass


def test_what_has_room_is_not_laid_out_again(pack, folder):
    settings = read_settings(Overrides(pack, folder / "data"))
    with opened_program(settings):
        pass
    municipality = open_municipality(settings, SystemClock())
    key = layout_key(municipality, SystemClock().now().date())

    assert PassedLayouts(folder / "data").has(key)


def test_a_pack_that_is_no_example_can_be_opened(kiosk, real_pack):
    said = kiosk("content", "check", real_pack)

    assert said.code == 0
    assert "kan åpnes" in said.out


def test_a_folder_that_does_not_exist_is_named(kiosk, folder):
    said = kiosk("content", "check", folder / "none")

    assert said.out.startswith(f"{folder / 'none'}: ")


def test_the_rules_can_be_read_as_people_will_read_them(kiosk, pack):
    said = kiosk("content", "check", pack, "--rules", "--ui-language", "nn")

    assert (said.code, said.err) == (0, "")
    assert "BPA i Sentrum og Nordsida" in said.out
    told = " ".join(said.out.split())
    assert "velger du ikke, får du hjelp fra Eksempelvik kommune" in told
    assert "vel du ikkje, får du hjelp frå Eksempelvik kommune" in told
    # all five parts: who and why, what is the same, how to switch, whom to ask (neutrality 1.3)
    for part in (
        "Det er ikke en anbefaling.",
        "Vedtaket og antall timer er de samme hos alle.",
        "Du kan velge eller bytte senere.",
        "Spør oss gjerne.",
    ):
        assert part in told


def test_a_note_about_a_rule_is_for_whoever_reads_the_rules(kiosk, pack):
    text = (pack / "rules.toml").read_text(encoding="utf-8")
    noted = text.replace('\nhelper = "fjordheim"', '\nhelper = "fjordheim"\nnote = "Oppdiktet."')
    (pack / "rules.toml").write_text(noted, encoding="utf-8")

    said = kiosk("content", "check", pack, "--rules")

    assert said.out.count("Merknad for ansatte: Oppdiktet.") == 1


def test_a_rule_that_reads_alike_everywhere_is_read_once(kiosk, pack):
    said = kiosk("content", "check", pack, "--rules")

    assert said.out.count("hjemmesykepleie-uten-valg@1") == 1


def test_the_rules_of_a_faulty_pack_are_not_read(kiosk, pack):
    (pack / "zones.toml").unlink()

    said = kiosk("content", "check", pack, "--rules")

    assert said.code == 1
    assert "Hvis du ikke velger" not in said.out


def test_n24_a_profile_that_takes_longer_to_hear_than_the_others_is_told(kiosk, pack):
    file = pack / "providers" / "lind.toml"
    text = file.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(("nb = ", "nn = "))]
    file.write_text("\n".join(kept).replace("[presentation]\n", ""), encoding="utf-8")

    said = kiosk("content", "check", pack)

    assert said.code == 0
    assert "providers/lind.toml" in said.out
    assert "Lest høyt (nb, hjemmesykepleie)" in said.out
