"""Nobody gets two letters because the first mail-out was not posted yet."""

from dataclasses import replace
from datetime import timedelta

from kiosk.domain.case import Address, PostRecipient
from kiosk.domain.case_events import CaseChanged
from kiosk.domain.event import LetterPosted
from kiosk.domain.mail_events import MailFilter, MailState
from kiosk.domain.mailing import LeftOut
from kiosk.domain.nonchoice.silence import LetterKind, Reach, reached
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, NURSING, PRACTICAL, TODAY
from tests.unit.app.mailout.office import INVITATION, Office, person, ref

VERGE = PostRecipient("Per Verge", "verge", Address(("Vei 1",), "0001", "BY"), instead=False)


def two_services(number):
    whole = make.case(make.granted(NURSING), make.granted(PRACTICAL))
    return replace(person(number), services=whole.services)


def services(chosen):
    return [each.services for each in chosen.cases]


def test_who_lies_in_a_mail_out_that_is_not_posted_is_left_out_and_counted():
    office = Office(person(1), person(2))
    office.made()

    chosen = office.batches.choose(office.plan())

    assert chosen.cases == ()
    assert chosen.left_out == {LeftOut.LIES_UNPOSTED: (ref(1), ref(2))}


def test_who_is_wanted_again_is_taken_nonetheless():
    office = Office(person(1))
    office.made()

    chosen = office.batches.choose(office.plan(replace(INVITATION, again=True)))

    assert [each.case for each in chosen.cases] == [ref(1)]


def test_a_posted_mail_out_keeps_nobody_away():
    office = Office(person(1))
    office.made()
    office.posting.post(office.batch().key, TODAY, ACTOR)

    everybody = MailFilter(LetterKind.INVITATION, MailState.ANY)

    assert len(office.batches.choose(office.plan(everybody)).cases) == 1


def test_a_letter_of_another_kind_keeps_nobody_away():
    office = Office(person(1))
    office.made()

    told = MailFilter(LetterKind.REMINDER, MailState.ANY)

    assert len(office.batches.choose(office.plan(told)).cases) == 1


def test_a_mail_out_about_another_service_asks_only_what_the_first_does_not():
    office = Office(two_services(1))
    office.made(office.plan(replace(INVITATION, service=PRACTICAL)))

    assert services(office.batches.choose(office.plan())) == [(NURSING,)]


def test_a_letter_about_one_service_sets_the_deadline_of_that_one_going():
    office = Office(two_services(1))
    office.made(office.plan(replace(INVITATION, service=PRACTICAL)))
    office.posting.post(office.batch().key, TODAY, ACTOR)

    (letter,) = office.record.case_file(ref(1)).letters
    everything = MailFilter(LetterKind.REMINDER, MailState.OPEN)
    late = TODAY + timedelta(days=60)
    office.made(office.plan(everything, posting_on=late))

    assert letter.services == (PRACTICAL,)
    assert services(office.batches.choose(office.plan())) == [(NURSING,)]
    assert office.batch().made[ref(1)].services == (PRACTICAL,)


def test_who_is_to_get_a_copy_gets_it_also_where_the_person_has_no_address():
    office = Office(person(1, address=None, post=VERGE), person(2))

    chosen = office.batches.choose(office.plan())
    office.made()
    key = office.batch().key
    office.posting.post(key, TODAY, ACTOR)
    copy, own = (office.record.case_file(ref(number)).letters[0] for number in (1, 2))

    assert chosen.left_out == {LeftOut.NO_ADDRESS: (ref(1),)}
    assert sorted(office.printed()) == ["Per Verge", "Person Nummer 2"]
    assert (copy.is_copy_only, own.is_copy_only) == (True, False)


def test_the_deadline_of_who_got_a_copy_only_does_not_run():
    office = Office(person(1, address=None, post=VERGE))
    office.made()
    office.posting.post(office.batch().key, TODAY, ACTOR)
    file = office.record.case_file(ref(1))
    patience = office.desk.municipality.patience

    where = reached(file.letters, TODAY, patience, TODAY)

    assert where.reach is Reach.RETURNED
    again = office.batches.choose(office.plan())
    assert (again.cases, again.left_out) == ((), {LeftOut.NO_ADDRESS: (ref(1),)})

    office.tell(ref(1), CaseChanged(person(1, post=VERGE), ("address",)))

    (chosen,) = office.batches.choose(office.plan()).cases
    assert len(chosen.recipients) == 2


def test_a_protected_address_gives_nobody_else_the_letter():
    office = Office(person(1, post=VERGE, is_address_protected=True))

    chosen = office.batches.choose(office.plan())

    assert (chosen.cases, chosen.left_out) == ((), {LeftOut.PROTECTED: (ref(1),)})


def test_the_letter_that_was_posted_says_which_day_is_printed():
    office = Office(person(1))
    office.made()
    made = office.batch().made[ref(1)]
    office.posting.post(office.batch().key, TODAY, ACTOR)

    bodies = [event.body for _, event in office.record.history(ref(1))]
    (posted,) = (each for each in bodies if isinstance(each, LetterPosted))

    assert posted.reply_by == made.reply_by is not None
    assert posted.services == made.services == (NURSING,)
