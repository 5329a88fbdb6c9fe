package locality.budget.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import locality.budget.ledger.Account;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The postings of a fund between two days, one after another, with what they came to before, after
/// each of them, and in the end.
///
/// @param openingPence the balance before `from`
/// @param closingPence the balance by the end of `to`: opening and every row between
/// @param next the cursor of the next page; null on the last
@Schema(name = "Statement")
record Statement(
        UUID fundId,
        String fund,
        LocalDate from,
        LocalDate to,
        Instant knownAt,
        Pence openingPence,
        Pence closingPence,
        List<Row> items,
        @Nullable String next) {

    private static final List<String> COLUMNS =
            List.of(
                    "effectiveDate",
                    "reference",
                    "key",
                    "description",
                    "account",
                    "line",
                    "partner",
                    "source",
                    "debitPence",
                    "creditPence",
                    "balancePence");

    /// @param balancePence after this posting
    @Schema(name = "StatementRow")
    record Row(
            UUID entryId,
            String reference,
            @Nullable String key,
            LocalDate effectiveDate,
            Instant recordedAt,
            String description,
            boolean retrospective,
            Account account,
            @Nullable UUID lineId,
            @Nullable String line,
            @Nullable String partner,
            @Nullable String source,
            Pence amountPence,
            Pence balancePence) {

        private List<?> cells() {
            return Arrays.asList(
                    effectiveDate,
                    reference,
                    key,
                    description,
                    account,
                    line,
                    partner,
                    source,
                    amountPence.isPositive() ? amountPence.value() : null,
                    amountPence.isNegative() ? amountPence.negated().value() : null,
                    balancePence.value());
        }
    }

    String csv() {
        var lines = new ArrayList<List<?>>();
        lines.add(balance(from, "Opening balance", openingPence));
        items.forEach(row -> lines.add(row.cells()));
        lines.add(balance(to, "Closing balance", closingPence));
        return Csv.write(COLUMNS, lines);
    }

    private static List<?> balance(LocalDate day, String what, Pence balance) {
        return Arrays.asList(
                day, null, null, what, null, null, null, null, null, null, balance.value());
    }
}
