package locality.budget.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry as somebody asks for it: alone, in an array, or as rows of a file.
@Schema(name = "NewJournalEntry")
record NewEntry(
        @NotNull LocalDate effectiveDate,
        @NotBlank @Size(max = 500) String description,
        @Schema(
                        description =
                                "Id or reference of the decision that allows it; without one, the"
                                        + " approved plan of its lines must")
                @Nullable String decisionId,
        @NotEmpty List<@Valid @NotNull NewPosting> postings,
        @Nullable Provenance provenance,
        @Schema(
                        description =
                                "The poster's own name for it, unique in the fund: sent again with"
                                    + " the same content, it is answered as it was posted first",
                        examples = "MCC-AP-2014-0617")
                @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}",
                        message =
                                "is 1 to 100 letters, digits and . _ : - and begins with one of"
                                        + " the first two")
                @Nullable String key,
        @Schema(
                        description = "What it was posted from",
                        examples = "Invoice 2014/117 of Central Manchester University Hospitals")
                @Size(min = 1, max = 200)
                @Nullable String sourceDocument,
        @Schema(description = "What other systems know it by, at most 20; it names no person")
                @Size(max = 20)
                @Nullable
                        Map<
                                @Pattern(
                                        regexp = "[A-Za-z][A-Za-z0-9._-]{0,49}",
                                        message =
                                                "has a name that is not 1 to 50 letters, digits"
                                                        + " and . _ - beginning with a letter")
                                String,
                                @NotNull @Size(max = 200) String>
                        metadata) {

    @Schema(name = "NewPosting")
    record NewPosting(
            @NotNull Account account,
            @Schema(description = "Id or reference of a line of the fund") @Nullable String lineId,
            @Schema(description = "ODS or GSS code") @Nullable @Size(max = 50) String partner,
            @Nullable @Size(max = 200) String source,
            @NotNull @Schema(description = "Positive is debit, negative is credit")
                    Pence amountPence) {}

    /// The same entry with these postings.
    NewEntry with(List<NewPosting> others) {
        return new NewEntry(
                effectiveDate,
                description,
                decisionId,
                List.copyOf(others),
                provenance,
                key,
                sourceDocument,
                metadata);
    }

    Entry.Particulars particulars(boolean retrospective) {
        return new Entry.Particulars(
                key, sourceDocument, metadata == null ? Map.of() : metadata, retrospective);
    }
}
