package locality.budget.ledger;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import locality.budget.Entered;
import locality.budget.Named;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.AuthorityRefusal;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.UsedDecisions;
import locality.budget.fund.Fund;
import locality.budget.line.BudgetLine;
import locality.budget.line.RingFences;
import locality.platform.caller.Caller;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// What entries of a fund are judged by, read and locked for all of them at once.
///
/// @param recordedAt when they are recorded
/// @param lineIds the lines they name, by the names they give them
/// @param lines the same lines, locked, by id
/// @param decisions those they cite and the plan's, locked, by id and by reference
/// @param used what was done under those decisions so far
record Grounds(
        Caller caller,
        Fund fund,
        LocalDate today,
        java.time.Instant recordedAt,
        Map<String, UUID> lineIds,
        Map<UUID, BudgetLine> lines,
        Map<Object, KnownDecision> decisions,
        UsedDecisions used,
        RingFences ringFences,
        BasisOf basisOf,
        Validator validator) {

    /// The basis of the fund's agreement.
    interface BasisOf {
        @Nullable Basis on(LocalDate day);
    }

    /// @throws Malformed naming every field that says nothing or too much
    void requireReadable(NewEntry asked) {
        var faults =
                validator.validate(asked).stream()
                        .map(
                                fault ->
                                        new Malformed.Fault(
                                                fault.getPropertyPath()
                                                        .toString()
                                                        .replace(".<list element>", ""),
                                                fault.getMessage()))
                        .sorted(Comparator.comparing(Malformed.Fault::where))
                        .toList();
        if (!faults.isEmpty()) {
            throw new Malformed(
                    faults.getFirst().where() + " " + faults.getFirst().message(), faults);
        }
    }

    /// @throws LedgerRefusal if the day has not come
    void requireNotAhead(LocalDate effectiveOn) {
        if (effectiveOn.isAfter(today)) {
            throw new LedgerRefusal.LiesAhead(effectiveOn, today);
        }
    }

    @Nullable BudgetLine line(Posting posting) {
        return posting.lineId() == null ? null : lines.get(posting.lineId());
    }

    /// The lines that postings name, each once, in the order of their ids.
    List<BudgetLine> linesOf(List<Posting> postings) {
        return postings.stream()
                .map(this::line)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(BudgetLine::id))
                .toList();
    }

    /// @throws AuthorityRefusal if none is known
    KnownDecision decision(String idOrReference) {
        var known = decisions.get(Named.by(idOrReference).value());
        if (known == null) {
            throw AuthorityRefusal.notKnown(idOrReference);
        }
        return known;
    }

    /// That the decision a plan rests on still binds. One that governance told before decisions
    /// were kept here is taken to.
    void requireStanding(UUID decision) {
        var known = decisions.get(decision);
        if (known != null) {
            known.requireBinding();
        }
    }

    /// @param before what stands under the key of the entry asked for
    /// @throws LedgerRefusal naming every field in which they differ
    void requireTheSame(Entry before, NewEntry asked, List<Posting> postings) {
        var differs = new ArrayList<String>();
        note(differs, "effectiveDate", before.effectiveOn().equals(asked.effectiveDate()));
        note(differs, "description", before.description().equals(asked.description()));
        note(differs, "decisionId", isAuthorityOf(before.authority(), asked.decisionId()));
        note(differs, "postings", before.postings().equals(postings));
        note(
                differs,
                "provenance",
                before.provenance().equals(Entered.by(caller, asked.provenance())));
        var particulars = asked.particulars(before.particulars().retrospective());
        note(
                differs,
                "sourceDocument",
                Objects.equals(
                        before.particulars().sourceDocument(), particulars.sourceDocument()));
        note(differs, "metadata", before.particulars().metadata().equals(particulars.metadata()));
        if (!differs.isEmpty()) {
            throw new LedgerRefusal.KeyReused(String.valueOf(asked.key()), before.id(), differs);
        }
    }

    private boolean isAuthorityOf(Authority before, @Nullable String cited) {
        return cited == null
                ? before.kind() == Authority.Kind.PLAN
                : before.id().equals(decision(cited).id());
    }

    private static void note(List<String> differs, String field, boolean same) {
        if (!same) {
            differs.add(field);
        }
    }
}
