package locality.budget.contribution;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Pool;
import locality.budget.worklist.WorklistKind;
import locality.budget.worklist.WorklistRow;
import locality.budget.worklist.WorklistSource;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Instalments that soon fall due to the host, and partners that are behind with theirs.
@ApplicationScoped
class ContributionsWaiting implements WorklistSource {

    private static final String OWING =
            """
            select s.reference, s.partner, s.source, s.locality, f.reference as fund_reference,
                   f.agreement_id, i.due_on, i.amount_pence - i.paid_pence as unpaid_pence, i.posted
            from contribution_instalment i
            join contribution_schedule s on s.id = i.schedule_id
            join fund f on f.id = s.fund_id, asked
            where s.locality = any(asked.places) and f.agreement_id is not null
              and i.due_on <= asked.day + %d and i.paid_pence < i.amount_pence
            order by s.reference, i.due_on
            """
                    .formatted(DAYS_AHEAD);

    private final WhatWaits whatWaits;
    private final Agreements agreements;

    ContributionsWaiting(WhatWaits whatWaits, Agreements agreements) {
        this.whatWaits = whatWaits;
        this.agreements = agreements;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        var owed = owed(whatWaits.read(OWING, places, on, Owing::of));
        var late = owed.stream().filter(one -> one.dueOn.isBefore(on));
        var due = owed.stream().filter(one -> !one.dueOn.isBefore(on));
        return Stream.concat(
                        due.map(one -> due(one, on)),
                        late
                                .collect(
                                        groupingBy(
                                                Owing::reference,
                                                LinkedHashMap::new,
                                                Collectors.toList()))
                                .values()
                                .stream()
                                .map(behind -> inArrears(behind, on)))
                .toList();
    }

    private List<Owing> owed(List<Owing> unpaid) {
        var pools = new HashMap<UUID, Optional<Pool>>();
        return unpaid.stream()
                .filter(
                        one ->
                                pools.computeIfAbsent(one.agreementId, agreements::pool)
                                        .filter(pool -> pool.isOwedOn(one.dueOn, one.posted))
                                        .isPresent())
                .toList();
    }

    private static WorklistRow due(Owing one, LocalDate on) {
        return row(
                WorklistKind.INSTALMENT_DUE,
                one,
                one.amount,
                on,
                "%s owes %s on %s: record what it pays"
                        .formatted(one.partner, one.amount.inPounds(), one.dueOn));
    }

    /// @param behind what is late of one contribution, the oldest first
    private static WorklistRow inArrears(List<Owing> behind, LocalDate on) {
        var oldest = behind.getFirst();
        var arrears = Pence.sum(behind.stream().map(Owing::amount).toList());
        return row(
                WorklistKind.CONTRIBUTION_IN_ARREARS,
                oldest,
                arrears,
                on,
                "%s is behind with %s of %d instalments since %s: record what it pays"
                        .formatted(
                                oldest.partner, arrears.inPounds(), behind.size(), oldest.dueOn));
    }

    private static WorklistRow row(
            WorklistKind kind, Owing first, Pence amount, LocalDate on, String inWords) {
        return WorklistRow.of(
                kind,
                first.reference,
                "Contribution of %s from %s".formatted(first.partner, first.source),
                first.dueOn,
                on,
                amount,
                first.at,
                inWords,
                ClearingCall.post(
                        "/contributions/%s/receipts".formatted(first.reference),
                        "amountPence",
                        amount.value(),
                        "receivedOn",
                        on,
                        "document",
                        "Bank statement line of %s".formatted(on)));
    }

    /// What is unpaid of one instalment.
    ///
    /// @param reference of its contribution
    /// @param posted whether the ledger holds it as due
    private record Owing(
            String reference,
            String partner,
            String source,
            UUID agreementId,
            LocalDate dueOn,
            Pence amount,
            boolean posted,
            WorklistRow.Place at) {

        static Owing of(ResultSet row) throws SQLException {
            return new Owing(
                    row.getString("reference"),
                    row.getString("partner"),
                    row.getString("source"),
                    row.getObject("agreement_id", UUID.class),
                    row.getObject("due_on", LocalDate.class),
                    Pence.of(row.getLong("unpaid_pence")),
                    row.getBoolean("posted"),
                    WorklistRow.Place.of(row));
        }
    }
}
