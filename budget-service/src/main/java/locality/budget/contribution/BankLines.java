package locality.budget.contribution;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import locality.budget.contribution.ContributionHistory.Received;

/// The lines of bank statements that a fund has taken and not given back, by their documents. Each
/// is taken once; one that pays several contributions is split between them in one bank file.
record BankLines(Map<String, List<Received>> taken) {

    /// @param receipts of a fund, without what was taken back; at least those of the lines that are
    ///   asked for
    static BankLines of(List<Received> receipts) {
        return new BankLines(receipts.stream().collect(groupingBy(one -> one.receipt().document)));
    }

    /// Whether this very receipt was taken before.
    boolean has(ContributionSchedule schedule, Receipt receipt) {
        return taken.getOrDefault(receipt.document(), List.of()).stream()
                .anyMatch(
                        one -> one.schedule().id.equals(schedule.id) && receipt.is(one.receipt()));
    }

    /// @throws ContributionRefusal if something of the line was taken before, for any contribution
    void requireFree(String document) {
        taken.getOrDefault(document, List.of()).stream()
                .findFirst()
                .ifPresent(
                        before -> {
                            throw new ContributionRefusal.AlreadyReceived(
                                    before.schedule().reference, before.receipt());
                        });
    }
}
