package locality.budget.contribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of a bank file by their lines of the statement. A line may be split between several
/// contributions of the one partner that paid it, on the one day on which it came.
final class BankFile {

    private final Map<String, List<Part>> parts = new HashMap<>();

    private record Part(int line, String contribution, String partner, LocalDate receivedOn) {}

    /// Takes one more row, and says what is wrong with it beside those before.
    ///
    /// @return whether it is well
    boolean takes(ReceiptCsv.Row row, String partner) {
        var receipt = row.receipt();
        var part = new Part(row.at().line(), row.contribution(), partner, receipt.receivedOn());
        var before = parts.computeIfAbsent(receipt.document(), _ -> new ArrayList<>());
        boolean isWell = before.stream().allMatch(other -> goTogether(row, part, other));
        before.add(part);
        return isWell;
    }

    private static boolean goTogether(ReceiptCsv.Row row, Part part, Part other) {
        if (part.contribution.equals(other.contribution)) {
            row.at().fault("document", "stands in line %d too".formatted(other.line));
            return false;
        }
        if (!part.partner.equals(other.partner)) {
            row.at()
                    .fault(
                            "document",
                            "was paid by %s, as line %d says, and not by %s"
                                    .formatted(other.partner, other.line, part.partner));
            return false;
        }
        if (!part.receivedOn.equals(other.receivedOn)) {
            row.at()
                    .fault(
                            "document",
                            "was received on %s, as line %d says, and not on %s"
                                    .formatted(other.receivedOn, other.line, part.receivedOn));
            return false;
        }
        return true;
    }
}
