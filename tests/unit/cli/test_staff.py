from io import BytesIO, TextIOWrapper

import pytest

from kiosk.record.ledger_record import open_trial_record


@pytest.fixture
def code_file(folder):
    file = folder / "code"
    file.write_text("246810\nnot this line\n", encoding="utf-8")
    return file


def test_a_staff_member_is_added_with_the_code_of_a_file(kiosk, folder, code_file):
    kiosk("staff", "add", "Kari Eksempel", "--role", "case-officer", "--code-file", code_file)

    record = open_trial_record(folder / "data")
    names = [member.name for member in record.staff()]
    record.close()

    assert names == ["Kari Eksempel"]


def test_the_code_is_asked_for_twice(kiosk, monkeypatch):
    asked: list[dict[str, object]] = []

    def prompt(text: str, **options: object) -> str:
        asked.append(options)
        return "246810"

    monkeypatch.setattr("click.prompt", prompt)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    assert kiosk("staff", "add", "Kari Eksempel", "--role", "front-desk").code == 0
    assert asked == [{"hide_input": True, "confirmation_prompt": "Koden en gang til"}]


def test_a_short_code_is_refused(kiosk, folder):
    file = folder / "code"
    file.write_text("12", encoding="utf-8")

    said = kiosk("staff", "add", "Kari Eksempel", "--role", "administrator", "--code-file", file)

    assert (said.code, said.out) == (1, "")


def test_the_same_name_twice_is_refused(kiosk, code_file):
    arguments = ["staff", "add", "Kari Eksempel", "--role", "front-desk", "--code-file", code_file]
    kiosk(*arguments)

    assert kiosk(*arguments).code == 1


def test_nobody_is_let_in_to_a_pack_that_does_not_open(kiosk, pack, folder, code_file):
    (pack / "zones.toml").unlink()
    arguments = ["--role", "front-desk", "--code-file", code_file, "--content", pack]

    said = kiosk("staff", "add", "Kari Eksempel", *arguments)

    assert said.code == 1
    assert not (folder / "data").exists()


@pytest.fixture
def standard_input(monkeypatch):
    """Write the bytes that a script hands over."""

    def hand_over(content: bytes) -> None:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(content)))

    return hand_over


def test_without_a_terminal_nothing_is_asked(kiosk, standard_input):
    standard_input(b"246810\n246810\n")

    said = kiosk("staff", "add", "Kari Eksempel", "--role", "front-desk")

    assert (said.code, said.out) == (2, "")
    assert "--code-file" in said.err


def test_the_code_may_come_from_standard_input(kiosk, standard_input):
    standard_input(b"246810\n")

    arguments = ["staff", "add", "Kari Eksempel", "--role", "front-desk", "--code-file", "-"]

    assert kiosk(*arguments).code == 0


def test_a_code_that_is_no_text_is_refused_in_words(kiosk, folder):
    file = folder / "code"
    file.write_bytes(b"\xff\xfe\xfa")

    said = kiosk("staff", "add", "Kari Eksempel", "--role", "front-desk", "--code-file", file)

    assert (said.code, said.out) == (2, "")
    assert "Filen med koden kan ikke leses" in said.err


@pytest.fixture
def staff(kiosk, code_file):
    """Commands over two members, with the code of a file."""

    def said(*arguments, **options):
        return kiosk("staff", *arguments, **options)

    for name, role in (("Anne Kontor", "administrator"), ("Kari Eksempel", "case-officer")):
        said("add", name, "--role", role, "--code-file", code_file)
    return said


def test_the_list_tells_names_roles_and_days_but_no_codes(staff):
    said = staff("list")

    assert [line.partition(". Lagt til ")[0] for line in said.out.splitlines()] == [
        "Anne Kontor: Administrator. Kan logge inn",
        "Kari Eksempel: Saksbehandler. Kan logge inn",
    ]
    assert "argon2" not in said.out


def test_an_empty_list_says_so(kiosk):
    assert kiosk("staff", "list").out == "Ingen kan logge inn ennå.\n"


def test_who_is_removed_stays_on_the_list(staff):
    assert staff("remove", "Kari Eksempel", "--yes").code == 0

    assert "Kari Eksempel: Saksbehandler. Fjernet " in staff("list").out


def test_removing_asks_and_a_no_removes_nobody(staff, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", lambda text, **_: "n")

    said = staff("remove", "Kari Eksempel")

    assert said.code == 1
    assert "Fjernet" not in staff("list").out


def test_without_a_terminal_nobody_is_removed_unasked(staff, standard_input):
    standard_input(b"j\n")

    assert staff("remove", "Kari Eksempel").code == 1
    assert "Fjernet" not in staff("list").out


def test_the_only_administrator_cannot_be_removed(staff):
    said = staff("remove", "Anne Kontor", "--yes")

    assert said.code == 1
    assert "eneste administratoren" in said.err


def test_a_role_is_changed(staff):
    said = staff("role", "Kari Eksempel", "front-desk")

    assert said.out == "Rollen til Kari Eksempel fra nå av: Servicekontor.\n"


def test_a_code_is_changed_and_the_old_one_does_not_do(staff, folder, code_file):
    other = folder / "other"
    other.write_text("135791", encoding="utf-8")
    assert staff("code", "Anne Kontor", "--code-file", other).code == 0

    by = ("--by", "Anne Kontor", "--by-code-file")
    assert staff("role", "Kari Eksempel", "front-desk", *by, code_file).code == 1
    assert staff("role", "Kari Eksempel", "front-desk", *by, other).code == 0


def test_a_case_officer_lets_nobody_in(staff, code_file):
    by = ("--by", "Kari Eksempel", "--by-code-file", code_file)

    said = staff("add", "Per Ny", "--role", "administrator", "--code-file", code_file, *by)

    assert said.code == 1
    assert "Per Ny" not in staff("list").out


def test_a_name_that_nobody_has_is_told(staff, code_file):
    said = staff("code", "Per Ingen", "--code-file", code_file)

    assert said.code == 1


def test_the_code_of_the_one_who_does_it_is_asked_for_by_name(staff, monkeypatch, code_file):
    asked = []

    def prompt(text, **options):
        asked.append(text)
        return "246810"

    monkeypatch.setattr("click.prompt", prompt)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    said = staff("role", "Kari Eksempel", "front-desk", "--by", "Anne Kontor")

    assert (said.code, asked) == (0, ["Koden til Anne Kontor"])


@pytest.fixture
def asking(kiosk, pack, code_file):
    """A pack that asks for ties each year, and somebody who can sign in."""
    file = pack / "municipality.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("# interests_months = 12", "interests_months = 12"), "utf-8")
    kiosk("staff", "add", "Kari Eksempel", "--role", "case-officer", "--code-file", code_file)
    return lambda *said: kiosk("staff", "ties", "--content", pack, *said)


def by_kari(code_file):
    return "--by", "Kari Eksempel", "--by-code-file", code_file


def test_ties_are_stated_by_name_or_key_and_listed(asking, code_file):
    assert "Kari Eksempel: Har ikke oppgitt noe ennå." in asking().out

    stated = asking("--tie", "lind  AS", *by_kari(code_file))

    assert (stated.code, stated.err) == (0, "")
    assert "Tilknytning til Lind AS." in asking().out


@pytest.mark.parametrize("said", [("--tie", "lind", "--none"), ("--none",)])
def test_what_is_stated_is_clear_and_so_is_by_whom(kiosk, said):
    assert kiosk("staff", "ties", *said).code == 2


def test_a_provider_that_the_pack_does_not_know_is_named(asking, code_file):
    said = asking("--tie", "lind", "--tie", "Ingen Eksempel AS", *by_kari(code_file))

    assert said.code == 2
    assert "--tie" in said.err
    assert "«Ingen Eksempel AS» er ikke en av disse: " in said.err
    assert "Har ikke oppgitt noe ennå." in asking().out


@pytest.mark.parametrize(
    "command", [("ties", "--none"), ("add", "Ny Eksempel", "--role", "front-desk")]
)
def test_a_name_that_nobody_has_is_told_beside_the_code(asking, kiosk, pack, code_file, command):
    by = ("--by", "Ingen Eksempel", "--by-code-file", code_file)
    code = ("--code-file", code_file) if command[0] == "add" else ()

    said = kiosk("staff", *command, *code, "--content", pack, *by)

    assert said.code == 1
    assert "Navnet eller koden er feil." in said.err
