package locality.budget.contribution;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// What a bank statement says of a fund as a spreadsheet: one row a payment. A row that says of a
/// contribution neither day nor amount nor document says nothing, so that the sheet of all
/// contributions can be filled in.
final class ReceiptCsv {

    private static final List<String> REQUIRED =
            List.of("contribution", "receivedOn", "amountPence", "document");
    private static final List<String> SHOWN = List.of("partner", "source");
    private static final List<String> COLUMNS =
            List.of("contribution", "partner", "source", "receivedOn", "amountPence", "document");
    private static final int LONGEST_DOCUMENT = 200;

    private ReceiptCsv() {}

    /// One payment, and the contribution it pays, by reference.
    record Row(Csv.Row at, String contribution, Receipt receipt) {}

    /// @throws Malformed if the columns are not right
    static Csv open(String text) {
        return Csv.read(text, REQUIRED, SHOWN);
    }

    /// @throws Malformed naming every cell at fault
    static List<Row> rows(Csv csv) {
        return csv.map(ReceiptCsv::row);
    }

    private static @Nullable Row row(Csv.Row row) {
        if (REQUIRED.stream().skip(1).allMatch(column -> row.text(column).isEmpty())) {
            return null;
        }
        var document = row.required("document");
        if (document.length() > LONGEST_DOCUMENT) {
            row.fault("document", "has more than %d characters".formatted(LONGEST_DOCUMENT));
        }
        return new Row(
                row,
                row.required("contribution"),
                new Receipt(
                        Pence.of(row.parsed("amountPence", Long::valueOf)),
                        row.parsed("receivedOn", LocalDate::parse),
                        document));
    }

    /// The sheet to fill in.
    static String template(List<ContributionSchedule> schedules) {
        return Csv.write(
                COLUMNS, schedules.stream().map(one -> cells(one, null, null, null)).toList());
    }

    /// What was received, as it would be sent again.
    static String write(List<ContributionHistory.Received> receipts) {
        return Csv.write(
                COLUMNS,
                receipts.stream()
                        .map(
                                one ->
                                        cells(
                                                one.schedule(),
                                                one.receipt().effectiveOn,
                                                one.receipt().amountPence.value(),
                                                one.receipt().document))
                        .toList());
    }

    private static List<Object> cells(
            ContributionSchedule schedule,
            @Nullable LocalDate receivedOn,
            @Nullable Long amountPence,
            @Nullable String document) {
        return Arrays.asList(
                schedule.reference,
                schedule.partner,
                schedule.source,
                receivedOn,
                amountPence,
                document);
    }
}
