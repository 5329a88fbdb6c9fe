package locality.reporting.page;

import static locality.reporting.page.Sourced.row;
import static locality.reporting.page.Sourced.table;

import java.util.Arrays;
import java.util.List;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import locality.reporting.pool.PooledBudget;
import org.jspecify.annotations.Nullable;

/// The tables of a pooled budget for a spreadsheet: what is put in, promised, moved and protected.
final class PoolPromises {

    private PoolPromises() {}

    private static @Nullable Long pence(@Nullable Pence amount) {
        return amount == null ? null : amount.value();
    }

    static String contributions(PooledBudget budget) {
        return table(
                "fund,partner,code,moneyFrom,grossPence,clientChargesPence,annualPence,fromPence,"
                        + "duePence,paidPence,notYetDuePence,overdueTo30Pence,overdueTo60Pence,"
                        + "overdueTo90Pence,overdueOver90Pence,arrearsPence,keptApartPence,"
                        + "toBeRepaidPence",
                budget.contributions(),
                it ->
                        row(
                                it.provenance(),
                                it.fund(),
                                it.partner(),
                                it.code(),
                                it.source(),
                                pence(it.grossPence()),
                                pence(it.chargesPence()),
                                pence(it.annualPence()),
                                pence(it.fromPence()),
                                pence(it.duePence()),
                                pence(it.paidPence()),
                                pence(it.notYetDuePence()),
                                pence(it.arrears().upTo30Pence()),
                                pence(it.arrears().upTo60Pence()),
                                pence(it.arrears().upTo90Pence()),
                                pence(it.arrears().over90Pence()),
                                pence(it.arrears().totalPence()),
                                pence(it.keptApartPence()),
                                pence(it.toBeRepaidPence())));
    }

    static String commitments(PooledBudget budget) {
        return Csv.write(
                List.of(
                        "reference",
                        "fund",
                        "line",
                        "state",
                        "amountPence",
                        "heldPence",
                        "provider",
                        "purpose",
                        "intervention",
                        "contract",
                        "authority",
                        "authorityReference",
                        "decidedBy",
                        "dueOn",
                        "expiresOn",
                        "reason",
                        "effectiveOn"),
                budget.commitments().stream().map(PoolPromises::commitment).toList());
    }

    private static List<?> commitment(PooledBudget.Commitment it) {
        return Arrays.asList(
                it.reference(),
                it.fund(),
                it.line(),
                it.state(),
                it.amountPence().value(),
                it.heldPence().value(),
                it.provider(),
                it.purpose(),
                it.intervention(),
                it.contract(),
                it.authority().kind(),
                it.authority().reference(),
                it.authority().body(),
                it.dueOn(),
                it.expiresOn(),
                it.reason(),
                it.effectiveOn());
    }

    static String variations(PooledBudget budget) {
        return Csv.write(
                List.of(
                        "commitment",
                        "fund",
                        "state",
                        "fromPence",
                        "amountPence",
                        "authority",
                        "authorityReference",
                        "decidedBy",
                        "dueOn",
                        "reason",
                        "effectiveOn"),
                budget.variations().stream().map(PoolPromises::variation).toList());
    }

    private static List<?> variation(PooledBudget.Variation it) {
        return Arrays.asList(
                it.commitment(),
                it.fund(),
                it.state(),
                pence(it.fromPence()),
                it.amountPence().value(),
                it.authority().kind(),
                it.authority().reference(),
                it.authority().body(),
                it.dueOn(),
                it.reason(),
                it.effectiveOn());
    }

    /// A row for each line that gets or gives.
    static String virements(PooledBudget budget) {
        return Csv.write(
                List.of(
                        "reference",
                        "fund",
                        "state",
                        "line",
                        "movedPence",
                        "amountPence",
                        "reason",
                        "authority",
                        "authorityReference",
                        "decidedBy",
                        "warnings",
                        "dueOn",
                        "effectiveOn"),
                budget.virements().stream()
                        .flatMap(it -> it.moves().stream().map(move -> virement(it, move)))
                        .toList());
    }

    private static List<?> virement(PooledBudget.Virement it, PooledBudget.Move move) {
        return Arrays.asList(
                it.reference(),
                it.fund(),
                it.state(),
                move.line(),
                move.amountPence().value(),
                it.amountPence().value(),
                it.reason(),
                it.authority().kind(),
                it.authority().reference(),
                it.authority().body(),
                String.join("; ", it.warnings()),
                it.dueOn(),
                it.effectiveOn());
    }

    static String protectedAmounts(PooledBudget budget) {
        return table(
                "reference,fund,name,action,amountPence,therePence,leftPence,lines,effectiveOn,"
                        + "endsOn",
                budget.protectedAmounts(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.fund(),
                                it.name(),
                                it.action(),
                                it.amountPence().value(),
                                it.thereArePence().value(),
                                it.leftPence().value(),
                                String.join("; ", it.lines()),
                                it.effectiveOn(),
                                it.endsOn()));
    }

    static String performancePay(PooledBudget budget) {
        return table(
                "reference,name,basisPoints,holds,startsOn,endsOn,endSource",
                budget.performancePay(),
                it ->
                        row(
                                it.provenance(),
                                it.reference(),
                                it.name(),
                                it.basisPoints(),
                                it.holds(),
                                it.startsOn(),
                                it.endsOn(),
                                it.endProvenance() == null
                                        ? null
                                        : Formats.source(it.endProvenance())));
    }

    static String retrospective(PooledBudget budget) {
        return Csv.write(
                List.of(
                        "entry",
                        "fund",
                        "description",
                        "amountPence",
                        "sourceDocument",
                        "effectiveOn"),
                budget.retrospective().stream()
                        .map(
                                it ->
                                        Arrays.asList(
                                                it.reference(),
                                                it.fund(),
                                                it.description(),
                                                it.amountPence().value(),
                                                it.sourceDocument(),
                                                it.effectiveOn()))
                        .toList());
    }
}
