package locality.budget.virement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import locality.budget.authority.Authority;
import locality.budget.fund.Fund;
import locality.budget.ledger.Account;
import locality.budget.ledger.Entry;
import locality.budget.ledger.Ledger;
import locality.budget.ledger.Posting;

/// Puts a virement into the memorandum accounts: the budget of each line becomes what it has now.
@ApplicationScoped
class PostVirement {

    private final Ledger ledger;

    PostVirement(Ledger ledger) {
        this.ledger = ledger;
    }

    void handle(Virement virement, Fund fund, Authority authority, UUID entry, String actor) {
        ledger.post(
                new Entry(
                        entry,
                        fund.id(),
                        fund.locality(),
                        virement.effectiveOn,
                        Ledger.period(fund.financialYear(), virement.effectiveOn),
                        ledger.recordingTime(fund.id()),
                        "Virement %s".formatted(virement.reference),
                        authority,
                        null,
                        null,
                        actor,
                        virement.provenance,
                        virement.moves.stream()
                                .map(
                                        move ->
                                                Posting.onLine(
                                                        Account.BUDGET,
                                                        move.lineId(),
                                                        move.amountPence()))
                                .toList()));
    }
}
