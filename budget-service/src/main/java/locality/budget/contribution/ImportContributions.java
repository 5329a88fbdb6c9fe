package locality.budget.contribution;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import locality.budget.DryRun;
import locality.budget.Named;
import locality.budget.contribution.ContributionCsv.Row;
import locality.budget.contribution.ContributionProfile.Due;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.platform.caller.Caller;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Takes a spreadsheet of a fund's contributions: new rows are scheduled, rows that say something
/// else vary what is there. All of it, or nothing; the same file again changes nothing, whatever
/// version it was read at.
@ApplicationScoped
class ImportContributions {

    private final Funds funds;
    private final Contributions contributions;
    private final ContributionAccounts accounts;
    private final ScheduleContribution scheduleContribution;
    private final VaryContribution varyContribution;
    private final DryRun dryRun;

    ImportContributions(
            Funds funds,
            Contributions contributions,
            ContributionAccounts accounts,
            ScheduleContribution scheduleContribution,
            VaryContribution varyContribution,
            DryRun dryRun) {
        this.funds = funds;
        this.contributions = contributions;
        this.accounts = accounts;
        this.scheduleContribution = scheduleContribution;
        this.varyContribution = varyContribution;
        this.dryRun = dryRun;
    }

    @Schema(name = "ContributionsImported")
    record Imported(UUID fundId, int added, int changed, int unchanged) {}

    @Transactional
    Imported handle(Caller caller, String fundId, String text, boolean onlyTry) {
        var fund = funds.lock(caller, fundId);
        var there = new There(contributions.lockAllOf(fund.id()));
        var csv = ContributionCsv.open(text);
        var rows = ContributionCsv.rows(csv);
        var cited = cited(fund, rows, there);
        int added = 0;
        int changed = 0;
        for (var row : rows) {
            var schedule = there.meantBy(row);
            if (schedule == null) {
                attempt(row, () -> scheduleContribution.schedule(caller, fund, row.asNew()));
                added++;
            } else if (differs(row, schedule, cited)) {
                There.checkVersion(row, schedule);
                attempt(row, () -> vary(caller, row, schedule));
                changed++;
            }
        }
        csv.refuseFaults();
        contributions.flush();
        dryRun.undoIf(onlyTry);
        return new Imported(fund.id(), added, changed, rows.size() - added - changed);
    }

    /// The decisions cited, by id and by reference; empty for the one that approved the fund's
    /// plan, under which a contribution is owed that cites none. With everything else under which
    /// contributions of the fund are owed they are locked before the first row is carried out. The
    /// row that cites one that is not known is told so then.
    private Map<Object, Optional<UUID>> cited(Fund fund, List<Row> rows, There there) {
        var names = rows.stream().map(Row::decision).filter(Objects::nonNull).collect(toSet());
        var cited = new HashMap<Object, Optional<UUID>>();
        for (var known : accounts.lockAuthorities(fund, names, there.schedules)) {
            var owedUnder = Optional.of(known.id()).filter(id -> !fund.isApprovedBy(id));
            cited.put(known.id(), owedUnder);
            cited.put(known.reference(), owedUnder);
        }
        return cited;
    }

    /// Whether a row says something else than there is; what it leaves out stays as it is.
    private static boolean differs(
            Row row, ContributionSchedule schedule, Map<Object, Optional<UUID>> cited) {
        return saysAnotherAmount(row, schedule)
                || row.profile() != schedule.profile
                || !row.instalments().isEmpty() && !row.instalments().equals(schedule.dues())
                || row.decision() != null
                        && !Optional.ofNullable(schedule.decisionId)
                                .equals(cited.get(Named.by(row.decision()).value()));
    }

    private static boolean saysAnotherAmount(Row row, ContributionSchedule schedule) {
        var gross = row.gross();
        var charges = row.clientCharges();
        var annual = gross != null && charges != null ? gross.minus(charges) : row.annual();
        return !schedule.annualPence.equals(annual)
                || row.annual() != null && !row.annual().equals(annual)
                || gross != null && !gross.equals(schedule.grossPence)
                || charges != null && !charges.equals(schedule.clientChargesPence);
    }

    private void vary(Caller caller, Row row, ContributionSchedule schedule) {
        if (row.profile() != schedule.profile && row.profile() != ContributionProfile.CUSTOM) {
            row.at()
                    .fault(
                            "profile",
                            "%s stays %s, or becomes CUSTOM"
                                    .formatted(schedule.reference, schedule.profile));
            return;
        }
        if (row.reason() == null) {
            row.at().fault("reason", "says why %s is varied".formatted(schedule.reference));
            return;
        }
        varyContribution.vary(
                accounts.open(schedule, caller.actor()),
                row.asTerms(unpaid(row, schedule), row.reason()),
                caller.actor());
    }

    /// The sheet has all instalments; those that are paid stand there as they were, and the others
    /// are what is unpaid.
    private static @Nullable List<Due> unpaid(Row row, ContributionSchedule schedule) {
        var dues = row.instalments();
        if (dues.isEmpty() || dues.equals(schedule.dues())) {
            return null;
        }
        var begun = schedule.instalments.stream().filter(Instalment::isPaidInPart).toList();
        for (int i = 0; i < begun.size(); i++) {
            var paid = new Due(begun.get(i).dueOn(), begun.get(i).paidPence());
            if (i >= dues.size() || !dues.get(i).equals(paid)) {
                row.at()
                        .fault(
                                "instalments",
                                "begin with what was paid, %s on %s"
                                        .formatted(paid.amountPence(), paid.dueOn()));
                return null;
            }
        }
        return dues.subList(begun.size(), dues.size());
    }

    private static void attempt(Row row, Runnable command) {
        try {
            command.run();
        } catch (Refusal refused) {
            row.at().fault(column(refused), "%s: %s".formatted(refused.code(), refused.detail()));
        }
    }

    private static String column(Refusal refused) {
        var code = refused.code();
        if (code.contains("DECISION") || code.contains("AUTHORITY") || code.startsWith("PLAN")) {
            return "decision";
        }
        if (code.startsWith("INSTALMENT") || code.startsWith("NO_INSTALMENT")) {
            return "instalments";
        }
        return switch (code) {
            case "REFERENCE_TAKEN" -> "reference";
            case "VARIATION_BEFORE_THE_LAST", "LIES_AHEAD" -> "effectiveOn";
            default -> "annualPence";
        };
    }

    /// The contributions that are there, as a row may mean them.
    private record There(List<ContributionSchedule> schedules) {

        @Nullable ContributionSchedule meantBy(Row row) {
            var named = find(one -> one.reference.equals(row.reference()));
            var same =
                    find(
                            one ->
                                    one.partner.equals(row.partner())
                                            && one.source.equals(row.source()));
            if (named.isPresent() && !named.equals(same)) {
                row.at()
                        .fault(
                                "reference",
                                "%s is another contribution: partner and source make it what it is"
                                        .formatted(row.reference()));
            }
            return named.or(() -> same).orElse(null);
        }

        private Optional<ContributionSchedule> find(
                java.util.function.Predicate<ContributionSchedule> which) {
            return schedules.stream().filter(which).findFirst();
        }

        private static void checkVersion(Row row, ContributionSchedule schedule) {
            if (row.version() != null && row.version() != schedule.version) {
                row.at()
                        .fault(
                                "version",
                                "you read version %d, %s is now %d"
                                        .formatted(
                                                row.version(),
                                                schedule.reference,
                                                schedule.version));
            }
        }
    }
}
