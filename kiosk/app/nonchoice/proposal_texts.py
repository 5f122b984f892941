"""What a rule proposes for whom, and how it came to it, in words for staff."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.app.names import name_or_key, service_name
from kiosk.app.nonchoice.fresh_look import Outdated
from kiosk.app.nonchoice.private_shares import Part
from kiosk.app.nonchoice.reason_texts import Given, Reasons, passed_text, state_label
from kiosk.app.nonchoice.share_texts import counted_name, part_text
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.parts import MinimumShare, NonchoiceState, PoliticalDecision, ShareScope
from kiosk.domain.nonchoice.proposal import Proposal, Way
from kiosk.domain.nonchoice.rule import rule_for
from kiosk.domain.service import ProviderId


@dataclass(frozen=True)
class ProposalTexts:
    """The words of one list, for many people."""

    municipality: Municipality
    words: Words
    reasons: Reasons

    def name(self, provider: ProviderId | None) -> str:
        """A provider; its key where it has left the content, empty for nobody."""
        return "" if provider is None else name_or_key(self.municipality, provider, self.words)

    def about(self, applicant: Applicant) -> str:
        """Which service, and why there is no choice."""
        return self.words.gettext("{service}: {state}").format(
            service=service_name(self.municipality, applicant.service, self.words),
            state=state_label(applicant.state, self.words),
        )

    def reason(self, proposal: Proposal) -> str:
        """Why, in the sentence that stands in the letter."""
        given = Given(
            proposal.way,
            self.name(proposal.provider),
            self.name(proposal.interim),
            has_passed=bool(proposal.passed),
        )
        return self.reasons.text(given)

    def what_to_do(self, proposal: Proposal | None) -> str:
        """What somebody has to do for a person to whom the rule gives nobody.

        Args:
            proposal: None where the municipality has no rule for the person.
        """
        words = self.words
        if proposal is None:
            return words.gettext("The municipality has no rule here. Help the person to choose.")
        if proposal.way is Way.MUST_CHOOSE:
            text = words.gettext("The person must choose. Ask again. Until then, {interim} helps.")
        elif proposal.applicant.state is NonchoiceState.CANNOT and not proposal.considered:
            text = words.gettext(
                "The person cannot choose, and the rule names nobody. Find out who can help. "
                "Until then, {interim} helps."
            )
        else:
            text = words.gettext(
                "Nobody in the rule could come. Find a way with the person. "
                "Until then, {interim} helps."
            )
        return text.format(interim=self.name(proposal.interim))

    def details(self, proposal: Proposal) -> tuple[str, ...]:
        """How the rule came to it: helper now, who was tried or passed over, the lot, the share."""
        words = self.words
        present = self.name(proposal.applicant.present)
        helper = (
            words.gettext("Helps now: {provider}").format(provider=present)
            if present
            else words.gettext("Nobody helps now.")
        )
        passed = [passed_text(each, self.name, words) for each in proposal.passed]
        return (
            helper,
            *self._tried(proposal),
            *(words.gettext("Passed over: {reason}").format(reason=each) for each in passed),
            *self._lot(proposal),
            *self._share(proposal),
            words.gettext("Rule: {rule}").format(rule=proposal.rule),
        )

    def outdated(self, outdated: Outdated) -> str:
        """Why the rule would make another proposal now."""
        words, was, now = self.words, outdated.placed.proposal, outdated.now
        passed = [each for each in now.passed if each.provider == was.provider]
        if passed:
            return passed_text(passed[0], self.name, words)
        if now.share != was.share:
            return words.gettext("The share of the private providers has changed.")
        if now.provider is None:
            return words.gettext("The rule gives nobody now.")
        text = words.gettext("The rule gives {provider} now.")
        return text.format(provider=self.name(now.provider))

    def _tried(self, proposal: Proposal) -> tuple[str, ...]:
        if proposal.lot:
            text = self.words.gettext("Drawn among: {providers}")
            return (text.format(providers=", ".join(map(self.name, proposal.could_come))),)
        if proposal.considered:
            text = self.words.gettext("Order in the rule: {providers}")
            return (text.format(providers=", ".join(map(self.name, proposal.considered))),)
        if proposal.way is Way.MUNICIPAL:
            return (self.words.gettext("The rule named one provider only."),)
        return ()

    def _lot(self, proposal: Proposal) -> tuple[str, ...]:
        if not proposal.lot:
            return ()
        text = self.words.gettext("Lot, the same in every list: {lot}")
        return (text.format(lot=proposal.lot),)

    def _share(self, proposal: Proposal) -> tuple[str, ...]:
        share, words = proposal.share, self.words
        if share is None:
            return ()
        asked = self._asked(proposal)
        if asked is None:
            text = words.gettext("Share of the private providers before: {percent} percent")
            percent = words.number(share.private * 100 // share.total if share.total else 0)
            return (text.format(percent=percent),)
        text = words.gettext("Private share of {what} before, {where}: {share}")
        where = words.gettext("in the whole municipality")
        if asked.scope is ShareScope.ZONE:
            where = words.local(self.municipality.zone(proposal.applicant.zone).phrase)
        part = Part(share.private, share.total)
        return (
            text.format(
                what=counted_name(asked.unit, asked.window, words),
                where=where,
                share=part_text(part, asked.unit, words),
            ),
        )

    def _asked(self, proposal: Proposal) -> MinimumShare | None:
        """What the rule counts; None where the municipality has another rule by now."""
        applicant = proposal.applicant
        rules = self.municipality.rules.get((applicant.service, applicant.zone), ())
        rule = rule_for(rules, applicant.state)
        if rule is None or rule.reference != proposal.rule:
            return None
        return rule.fallback if isinstance(rule.fallback, MinimumShare) else None


def decisions_of(
    municipality: Municipality, applicants: Iterable[Applicant]
) -> tuple[PoliticalDecision, ...]:
    """The decisions behind the rules of these people, each once; may be empty."""
    rules = (
        rule_for(municipality.rules.get((each.service, each.zone), ()), each.state)
        for each in applicants
    )
    return tuple(dict.fromkeys(rule.decision for rule in rules if rule is not None))


def decision_text(decision: PoliticalDecision, words: Words) -> str:
    """Who adopted a rule, when, and under which number."""
    text = words.gettext("The rule was adopted by {organ} on {date}, case {reference}.")
    return text.format(
        organ=words.local(decision.organ),
        date=words.full_date(decision.decided_on),
        reference=decision.reference,
    )


def stored_text(count: int, words: Words) -> str:
    """How many allocations are stored; empty for none."""
    if not count:
        return ""
    text = words.ngettext("{count} allocation is stored.", "{count} allocations are stored.", count)
    return text.format(count=words.number(count))
