package locality.budget.contribution;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// Takes a bank statement of a fund: all its payments, or none. A line that pays several
/// contributions of a partner stands in a row for each, and is split between them. A payment taken
/// before is left as it is, so that the same file again changes nothing.
@ApplicationScoped
class ImportReceipts {

    private final Funds funds;
    private final Contributions contributions;
    private final ContributionHistory history;
    private final ContributionAccounts accounts;
    private final ReceiveContribution receiveContribution;
    private final DryRun dryRun;
    private final Clock clock;

    ImportReceipts(
            Funds funds,
            Contributions contributions,
            ContributionHistory history,
            ContributionAccounts accounts,
            ReceiveContribution receiveContribution,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.contributions = contributions;
        this.history = history;
        this.accounts = accounts;
        this.receiveContribution = receiveContribution;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Schema(name = "ReceiptsImported")
    record Imported(UUID fundId, int received, int unchanged, Pence receivedPence) {}

    private record Checked(ReceiptCsv.Row row, Open account, ContributionMovement movement) {}

    @Transactional
    Imported handle(Caller caller, String fundId, String text, boolean onlyTry) {
        var fund = funds.require(caller, fundId);
        var csv = ReceiptCsv.open(text);
        var rows = ReceiptCsv.rows(csv);
        var today = BusinessClock.today(clock);
        var checked = check(fund.id(), rows, accountsOf(fund, caller.actor()), today);
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
            UUID fund, List<ReceiptCsv.Row> rows, Map<String, Open> accounts, LocalDate today) {
        var documents = rows.stream().map(row -> row.receipt().document()).collect(toSet());
        var lines = BankLines.of(history.receipts(fund, documents));
        var file = new BankFile();
        var checked = new ArrayList<Checked>();
        for (var row : rows) {
            var account = accounts.get(row.contribution());
            if (account == null) {
                row.at()
                        .fault(
                                "contribution",
                                "%s is no contribution to this fund".formatted(row.contribution()));
            } else if (file.takes(row, account.schedule().partner)
                    && !lines.has(account.schedule(), row.receipt())) {
                attempt(row, account, lines, today).ifPresent(checked::add);
            }
        }
        split(checked);
        return checked;
    }

    /// What pays several contributions of one line of the statement is known as one.
    private static void split(List<Checked> checked) {
        var first = new HashMap<String, ContributionMovement>();
        for (var one : checked) {
            one.movement.isSplitWith(
                    first.computeIfAbsent(one.row.receipt().document(), _ -> one.movement));
        }
    }

    private Optional<Checked> attempt(
            ReceiptCsv.Row row, Open account, BankLines lines, LocalDate today) {
        try {
            var movement = receiveContribution.check(account, row.receipt(), lines, today);
            return Optional.of(new Checked(row, account, movement));
        } catch (Refusal refused) {
            row.at().fault(column(refused), "%s: %s".formatted(refused.code(), refused.detail()));
            return Optional.empty();
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
