package locality.budget.saving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import locality.budget.line.BudgetLine;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A recycled saving as it is answered.
@Schema(name = "RecycledSaving")
record SavingView(
        UUID id,
        @Schema(examples = "MCR-LDF-2014-15-RS1") String reference,
        UUID fundId,
        UUID lineId,
        String line,
        Pence amountPence,
        @Schema(description = "What saved it") String from,
        UUID decisionId,
        @Schema(description = "The journal entry that says so") UUID entryId,
        LocalDate effectiveDate,
        @Schema(description = "What the line has now") Pence lineCurrentPence,
        Provenance provenance,
        @Schema(description = "Null unless it was taken back") @Nullable TakenBack takenBack) {

    /// Why it was taken back, and the entry that reverses its own.
    @Schema(name = "RecycledSavingTakenBack")
    record TakenBack(UUID entryId, String reason, Instant recordedAt) {

        static @Nullable TakenBack of(@Nullable SavingTakenBack back) {
            return back == null ? null : new TakenBack(back.entryId, back.reason, back.recordedAt);
        }
    }

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "line",
                    "amountPence",
                    "from",
                    "decisionId",
                    "effectiveDate",
                    "takenBack");

    static SavingView of(RecycledSaving saving, @Nullable SavingTakenBack back, BudgetLine line) {
        return new SavingView(
                saving.id,
                saving.reference,
                saving.fundId,
                saving.lineId,
                line.reference(),
                saving.amountPence,
                saving.from,
                saving.decisionId,
                saving.entryId,
                saving.effectiveOn,
                line.current(),
                saving.provenance,
                TakenBack.of(back));
    }

    static String asCsv(List<SavingView> savings) {
        return Csv.write(COLUMNS, savings.stream().map(SavingView::cells).toList());
    }

    private List<Object> cells() {
        return Arrays.asList(
                reference,
                line,
                amountPence.value(),
                from,
                decisionId,
                effectiveDate,
                takenBack == null ? null : takenBack.reason());
    }
}
