package locality.governance.forwardplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import locality.governance.period.ClearDays;
import locality.governance.validity.KeyNotice;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A matter on a forward plan, as it is shown on a day.
///
/// @param expectedIn the month it is expected in, null when a day is said
/// @param expectedOn the last day it is expected by
/// @param late whether that day is past and no meeting has it on its agenda
/// @param firstPublishedOn the day its 28 clear days are counted from
/// @param keyNotice what the notice would be worth if it were decided on the day it is expected by
@Schema(name = "ForwardPlanEntry")
record ForwardPlanView(
        UUID id,
        String reference,
        Body body,
        Locality locality,
        Locality place,
        String title,
        @Nullable String expectedIn,
        LocalDate expectedOn,
        ForwardPlanState state,
        boolean late,
        boolean key,
        ForwardPlanEntry.@Nullable KeyBecause keyBecause,
        @Nullable Pence valuePence,
        @Nullable String function,
        List<String> documents,
        @Nullable String contactPost,
        @Nullable String privateReason,
        LocalDate firstPublishedOn,
        KeyNotice keyNotice,
        @Nullable String generalExceptionReason,
        @Nullable LocalDate specialUrgencyOn,
        @Nullable String specialUrgencyReason,
        @Nullable UUID decision,
        @Nullable String withdrawnBecause,
        List<Said> history,
        Provenance provenance,
        long version) {

    static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "body",
                    "title",
                    "expected",
                    "state",
                    "late",
                    "key",
                    "valuePence",
                    "function",
                    "place",
                    "contactPost",
                    "documents",
                    "privateReason",
                    "publishedOn");

    @Schema(name = "BodyOfForwardPlanEntry")
    record Body(UUID id, String reference, String name) {}

    /// What the plan said of the date from a day on.
    @Schema(name = "ForwardPlanVersion")
    record Said(
            LocalDate publishedOn,
            @Nullable String expectedIn,
            LocalDate expectedOn,
            @Nullable String reason,
            Instant recordedAt,
            Provenance provenance) {

        static Said of(PlanVersion version) {
            return new Said(
                    version.publishedOn(),
                    month(version.expected()),
                    version.expected().expectedOn(),
                    version.reason(),
                    version.recordedAt(),
                    version.provenance());
        }
    }

    /// @param counted which days count for a key decision of a day
    static ForwardPlanView of(
            ForwardPlanEntry entry, LocalDate on, Function<LocalDate, ClearDays> counted) {
        var expectedOn = entry.expected.expectedOn();
        return new ForwardPlanView(
                entry.id,
                entry.reference,
                new Body(entry.bodyId, entry.bodyReference, entry.bodyName),
                entry.locality,
                entry.place,
                entry.title,
                month(entry.expected),
                expectedOn,
                entry.state,
                entry.isLateOn(on),
                entry.isKey(),
                entry.keyBecause,
                entry.value,
                entry.functionCode,
                entry.documents,
                entry.contactPost,
                entry.privateReason,
                entry.firstPublishedOn(),
                entry.noticeOn(expectedOn, counted.apply(expectedOn)),
                entry.generalExceptionReason,
                entry.specialUrgencyOn,
                entry.specialUrgencyReason,
                entry.decisionId,
                entry.withdrawnBecause,
                entry.versions.stream().map(Said::of).toList(),
                entry.provenance,
                entry.version);
    }

    static String csv(List<ForwardPlanView> entries) {
        return Csv.write(COLUMNS, entries.stream().map(ForwardPlanView::cells).toList());
    }

    private List<@Nullable Object> cells() {
        var cells = new ArrayList<@Nullable Object>();
        cells.addAll(List.of(reference, version, body.reference, title));
        cells.add(Objects.requireNonNullElse(expectedIn, expectedOn.toString()));
        cells.addAll(List.of(state, late, key));
        cells.add(valuePence == null ? null : valuePence.value());
        cells.add(function);
        cells.add(place.code());
        cells.add(contactPost);
        cells.add(String.join(";", documents));
        cells.add(privateReason);
        cells.add(firstPublishedOn);
        return cells;
    }

    private static @Nullable String month(Expected expected) {
        var month = expected.month();
        return month == null ? null : month.toString();
    }
}
