package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.budget.Entered;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Basis;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.budget.fund.Funds;
import locality.budget.ledger.Account;
import locality.budget.ledger.Entry;
import locality.budget.ledger.Ledger;
import locality.budget.ledger.Posting;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.budget.partnership.Standing;
import locality.platform.caller.Caller;
import locality.platform.event.CommitmentEvent.CommitmentCarried;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// What a commitment posts: its hold on the memorandum accounts, and its spend when it pays out.
@ApplicationScoped
class Encumbrance {

    private final Funds funds;
    private final Lines lines;
    private final Agreements agreements;
    private final Ledger ledger;

    Encumbrance(Funds funds, Lines lines, Agreements agreements, Ledger ledger) {
        this.funds = funds;
        this.lines = lines;
        this.agreements = agreements;
        this.ledger = ledger;
    }

    /// The hold is made.
    void hold(Commitment commitment, String actor) {
        post(
                commitment,
                actor,
                commitment.provenance,
                commitment.effectiveOn,
                "%s committed to %s".formatted(commitment.reference, commitment.provider),
                holding(commitment, commitment.amountPence),
                Ids.next());
    }

    /// More or less is held.
    void vary(Commitment commitment, String actor, Provenance provenance, Variation variation) {
        post(
                commitment,
                actor,
                provenance,
                variation.effectiveOn,
                "%s varied from %s to %s"
                        .formatted(
                                commitment.reference, variation.fromPence, variation.amountPence),
                holding(commitment, variation.rise()),
                Ids.next());
    }

    /// A part is paid, and what is not needed any more is given back. Pooled money is paid only
    /// while its agreement is in force.
    void spend(
            Commitment commitment,
            Caller caller,
            LocalDate on,
            String description,
            Pence amount,
            Pence givenBack,
            UUID entry) {
        boolean retrospective = requireAgreement(commitment, on);
        var postings = new ArrayList<Posting>();
        postings.add(Posting.onLine(Account.SPEND, commitment.lineId, amount));
        postings.add(Posting.on(Account.CREDITORS, amount.negated()));
        postings.addAll(holding(commitment, amount.plus(givenBack).negated()));
        post(
                commitment,
                caller.actor(),
                Entered.by(caller, null),
                on,
                description,
                postings,
                entry,
                Entry.Particulars.of(retrospective));
    }

    /// Pooled money is promised and paid only for days on which its agreement is in force.
    ///
    /// @return whether the agreement was signed only after that day
    /// @throws locality.budget.partnership.PartnershipRefusal if it is not in force
    boolean requireAgreement(Commitment commitment, LocalDate on) {
        return lines.findById(commitment.lineId).basisOn(on) == Basis.POOLED
                && Optional.ofNullable(funds.findById(commitment.fundId).agreementId())
                        .map(agreement -> agreements.requireInForce(agreement, on))
                        .filter(Standing::retrospective)
                        .isPresent();
    }

    /// A decision opens nothing from a day on which the line's money is only in view, or is pooled
    /// under an agreement that is not in force by then: the code of the refusal is the reason.
    Verdict onTheDay(Verdict verdict, Commitment commitment, BudgetLine line, LocalDate from) {
        if (!(verdict instanceof Verdict.Opens)) {
            return verdict;
        }
        try {
            line.requireInTheAgreementOn(from);
            requireAgreement(commitment, from);
            return verdict;
        } catch (Refusal refused) {
            return new Verdict.DoesNotApply(List.of(refused.code()));
        }
    }

    /// The term is over, and the rest is free. Where nothing is left, nothing is posted.
    void expire(Commitment commitment, String actor, LocalDate on, Pence amount) {
        if (amount.isZero()) {
            return;
        }
        post(
                commitment,
                actor,
                Provenance.derived("Held beyond %s".formatted(commitment.expiresOn)),
                on,
                "%s expired".formatted(commitment.reference),
                holding(commitment, amount.negated()),
                Ids.next());
    }

    /// The rest is held in a later year.
    void carry(Commitment commitment, Caller caller, CommitmentCarried carried) {
        post(
                commitment,
                caller.actor(),
                Entered.by(caller, null),
                carried.effectiveOn(),
                "%s carried".formatted(commitment.reference),
                holding(commitment, carried.carriedPence().negated()),
                Ids.next());
    }

    /// The rest is given back. Where nothing is left, nothing is posted.
    void giveBack(Commitment commitment, Caller caller, LocalDate on, Pence amount) {
        if (amount.isZero()) {
            return;
        }
        post(
                commitment,
                caller.actor(),
                Entered.by(caller, null),
                on,
                "%s released".formatted(commitment.reference),
                holding(commitment, amount.negated()),
                Ids.next());
    }

    private static List<Posting> holding(Commitment commitment, Pence amount) {
        return List.of(
                Posting.onLine(Account.COMMITMENTS, commitment.lineId, amount),
                Posting.onLine(
                        Account.RESERVE_FOR_COMMITMENTS, commitment.lineId, amount.negated()));
    }

    private void post(
            Commitment commitment,
            String actor,
            Provenance provenance,
            LocalDate on,
            String description,
            List<Posting> postings,
            UUID entry) {
        post(
                commitment,
                actor,
                provenance,
                on,
                description,
                postings,
                entry,
                Entry.Particulars.NONE);
    }

    private void post(
            Commitment commitment,
            String actor,
            Provenance provenance,
            LocalDate on,
            String description,
            List<Posting> postings,
            UUID entry,
            Entry.Particulars particulars) {
        var fund = funds.findById(commitment.fundId);
        ledger.post(
                new Entry(
                        entry,
                        commitment.fundId,
                        commitment.locality,
                        on,
                        Ledger.period(fund.financialYear(), on),
                        ledger.recordingTime(commitment.fundId),
                        description,
                        commitment.authority(),
                        commitment.id,
                        null,
                        actor,
                        provenance,
                        postings,
                        particulars));
    }
}
