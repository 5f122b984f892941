"""Why something about a mail-out is not accepted, and what to do instead."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def mailout_refusal_texts(words: Words) -> Mapping[str, str]:
    """The sentences by code."""
    return {
        "staff.may_not_mail_out": words.gettext(
            "Only a case officer or an administrator makes mail-outs. Ask one of them."
        ),
        "mailout.nobody": words.gettext(
            "Nobody gets a letter. Choose another zone, service or state."
        ),
        "mailout.all_lie_unposted": words.gettext(
            "Nobody gets a letter now. Their letters lie in another mail-out that is not posted: "
            "enter that it was posted, or discard it."
        ),
        "mailout.posting_passed": words.gettext(
            "The day of posting has passed. Write today or a later day."
        ),
        "mailout.no_files": words.gettext(
            "No files would be made. Choose files for the print shop, a file per letter, or both."
        ),
        "mailout.per_file_unreadable": words.gettext(
            "Write how many letters a file has, as a number from 0 to {most}."
        ),
        "mailout.nothing_to_make": words.gettext(
            "None of the letters that were tried can be made, for the reasons that follow."
        ),
        "mailout.unfit_field": words.gettext(
            "“{field}” has no room, or it has a character that cannot be printed, in case {cases}."
        ),
        "mailout.no_such_edition": words.gettext(
            "Booklets are folded sheets of A5 and cannot lie in a stack with letters on A4. Choose "
            "another edition, and print booklets by themselves."
        ),
        "mailout.text_of_all": words.gettext(
            "“{field}” of the municipality has no room in the letters, whoever gets them. "
            "Shorten it in the content pack."
        ),
        "mailout.character_of_all": words.gettext(
            "“{field}” of the municipality has the character {character}, which cannot be "
            "printed. Write it another way in the content pack."
        ),
        "mailout.nothing_made": words.gettext("No letter of this mail-out has been made yet."),
        "mailout.posted_before": words.gettext(
            "It is entered already that this mail-out was posted."
        ),
        "mailout.discarded": words.gettext(
            "This mail-out is discarded. Begin a new one; the same people are taken again."
        ),
        "mailout.too_late_to_go_on": words.gettext(
            "The letters bear {date}, and that day has passed. Enter what is made as posted, or "
            "discard it. Then begin a new mail-out for the others."
        ),
        "mailout.other_pack": words.gettext(
            "The content pack is another than when this mail-out was begun: {begun} then, {now} "
            "now. Letters of two packs do not belong together. Use the earlier pack, or discard "
            "this mail-out and begin a new one."
        ),
        "mailout.files_missing": words.gettext(
            "Files of this mail-out are not in that folder. Choose the folder that it was begun "
            "in, or discard it and begin a new one."
        ),
        "mailout.files_gone": words.gettext(
            "Nothing is entered yet, for files with letters are not in {folder}: {names}. If the "
            "folder was moved, choose where it lies now, on the command line with --out. If the "
            "letters are posted and the files deleted, say so, on the command line with --anyway."
        ),
        "mailout.files_altered": words.gettext(
            "Nothing is entered yet, for files in {folder} are not as they were made: {names}. "
            "Look at what was posted. If it is right, say so, on the command line with --anyway."
        ),
        "mailout.no_place": words.gettext(
            "The folder of this mail-out is not there any more. Choose a folder for its papers, on "
            "the command line with --out."
        ),
        "mailout.nothing_to_post": words.gettext(
            "No letter of this mail-out is left to be posted. Discard it instead."
        ),
        "mailout.no_such_number": words.gettext(
            "This mail-out has no letter with the number {numbers}. The numbers stand in "
            "innhold.csv."
        ),
        "mailout.numbers_unreadable": words.gettext(
            "“{text}” is no number of a letter. Write for example 3, 17-19."
        ),
        "mailout.changed_since": words.gettext(
            "The case has changed since it was chosen, and gets no such letter now."
        ),
        "mailout.posted_before_planned": words.gettext(
            "The letters bear a later day, and their last day for an answer is counted from it. "
            "Enter that day or a later one."
        ),
        "mailout.posted_before_made": words.gettext(
            "The letters were made later than that. Look at the day once more."
        ),
    }
