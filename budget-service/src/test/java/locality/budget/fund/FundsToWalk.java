package locality.budget.fund;

import locality.budget.testing.WalkedFund;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.AccessTable.Things;
import org.jspecify.annotations.Nullable;

/// A fund of Manchester, for the walk of the access table.
public final class FundsToWalk {

    private FundsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.named("fund", fund.reference())
                .json("POST /api/budget/v1/funds", fund(Locality.MANCHESTER, null));
    }

    /// A fund of a place under a reference of its own.
    ///
    /// @param agreement its reference, null for none
    public static String fund(Locality place, @Nullable String agreement) {
        return """
        {"locality": "%s", "reference": "F-%s", "name": "Better Care Fund",
         "kind": "POOLED_FUND", "financialYear": "2014/15", "host": "E08000003"%s}
        """
                .formatted(
                        place.code(),
                        Ids.next(),
                        agreement == null ? "" : ", \"agreement\": \"%s\"".formatted(agreement));
    }
}
