package locality.budget.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.contribution.ContributionAccounts.Open;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.platform.caller.Caller;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Takes a bank statement of a fund: all its payments, or none. A payment taken before is left as
/// it is, so that the same file again changes nothing.
@ApplicationScoped
class ImportReceipts {

    private final Funds funds;
    private final Contributions contributions;
    private final ContributionAccounts accounts;
    private final ReceiveContribution receiveContribution;
    private final DryRun dryRun;
    private final Clock clock;

    ImportReceipts(
            Funds funds,
            Contributions contributions,
            ContributionAccounts accounts,
            ReceiveContribution receiveContribution,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.contributions = contributions;
        this.accounts = accounts;
        this.receiveContribution = receiveContribution;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Schema(name = "ReceiptsImported")
    record Imported(UUID fundId, int received, int unchanged, Pence receivedPence) {}

    private record Checked(Open account, ContributionMovement movement) {}

    @Transactional
    Imported handle(Caller caller, String fundId, String text, boolean onlyTry) {
        var fund = funds.require(caller, fundId);
        var csv = ReceiptCsv.open(text);
        var rows = ReceiptCsv.rows(csv);
        var today = BusinessClock.today(clock);
        var checked = check(rows, accountsOf(fund, caller.actor()), today);
        csv.refuseFaults();
        var entered = Entered.by(caller, null);
        checked.forEach(one -> receiveContribution.post(one.account, one.movement, entered, today));
        contributions.flush();
        dryRun.undoIf(onlyTry);
        return new Imported(
                fund.id(),
                checked.size(),
                rows.size() - checked.size(),
                Pence.sum(checked.stream().map(one -> one.movement.amountPence).toList()));
    }

    private Map<String, Open> accountsOf(Fund fund, String actor) {
        var open = new LinkedHashMap<String, Open>();
        accounts.openAll(fund, contributions.lockAllOf(fund.id()), actor)
                .forEach(one -> open.put(one.schedule().reference, one));
        return open;
    }

    /// Asks every rule of every row before anything is posted.
    private List<Checked> check(
            List<ReceiptCsv.Row> rows, Map<String, Open> accounts, LocalDate today) {
        var inTheFile = new HashMap<String, ReceiptCsv.Row>();
        var checked = new ArrayList<Checked>();
        for (var row : rows) {
            var account = accounts.get(row.contribution());
            if (account == null) {
                row.at()
                        .fault(
                                "contribution",
                                "%s is no contribution to this fund".formatted(row.contribution()));
                continue;
            }
            var key = row.contribution() + '\n' + row.receipt().document();
            var twin = inTheFile.putIfAbsent(key, row);
            if (twin != null) {
                row.at().fault("document", "stands in line %d too".formatted(twin.at().line()));
            } else if (!isTaken(row, account)) {
                var movement = attempt(row, account, today);
                if (movement != null) {
                    checked.add(new Checked(account, movement));
                }
            }
        }
        return checked;
    }

    private static boolean isTaken(ReceiptCsv.Row row, Open account) {
        return account.receivedBy(row.receipt().document()).filter(row.receipt()::is).isPresent();
    }

    private @Nullable ContributionMovement attempt(
            ReceiptCsv.Row row, Open account, LocalDate today) {
        try {
            return receiveContribution.check(account, row.receipt(), today);
        } catch (Refusal refused) {
            row.at().fault(column(refused), "%s: %s".formatted(refused.code(), refused.detail()));
            return null;
        }
    }

    private static String column(Refusal refused) {
        return switch (refused.code()) {
            case "LIES_AHEAD", "NOT_POOLED", "AGREEMENT_NOT_IN_FORCE", "BEFORE_THE_YEAR" ->
                    "receivedOn";
            case "ALREADY_RECEIVED" -> "document";
            case "MORE_THAN_IS_LEFT", "RECEIPT_NOT_POSITIVE" -> "amountPence";
            default -> "contribution";
        };
    }
}
