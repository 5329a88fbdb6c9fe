package locality.governance.consultation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.action.DuePrecision;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry of a communications plan as it stands on a day.
///
/// @param post who sees to it, never a person
/// @param consultation the reference of the one it belongs to, null for none
/// @param doneOn null until it was told
/// @param reached how many people it reached, null when nobody counted
@Schema(name = "Communication")
record CommunicationView(
        UUID id,
        String reference,
        String title,
        Locality locality,
        Audience audience,
        @Nullable String channel,
        @Nullable String post,
        LocalDate dueOn,
        DuePrecision precision,
        @Nullable String consultation,
        @Nullable LocalDate doneOn,
        @Nullable Integer reached,
        boolean overdue,
        Provenance provenance,
        long version) {

    static final List<String> REQUIRED = List.of("reference", "title", "audience", "dueOn");
    static final List<String> OPTIONAL =
            List.of(
                    "version",
                    "locality",
                    "channel",
                    "post",
                    "consultation",
                    "doneOn",
                    "reached",
                    "overdue");

    /// @param consultation the reference of the one it belongs to
    static CommunicationView of(Communication one, @Nullable String consultation, LocalDate day) {
        boolean done = one.doneOn != null && !one.doneOn.isAfter(day);
        return new CommunicationView(
                one.id,
                one.reference,
                one.message.title(),
                one.locality,
                one.message.audience(),
                one.message.channel(),
                one.message.post(),
                one.message.dueOn(),
                one.message.duePrecision(),
                consultation,
                done ? one.doneOn : null,
                done ? one.reached : null,
                one.isOverdueOn(day),
                one.provenance,
                one.version);
    }

    static String csv(List<CommunicationView> entries, boolean current) {
        var columns = Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
        return Csv.write(columns, entries.stream().map(one -> one.cells(current)).toList());
    }

    private List<@Nullable Object> cells(boolean current) {
        var due =
                precision == DuePrecision.MONTH
                        ? YearMonth.from(dueOn).toString()
                        : dueOn.toString();
        var cells = new ArrayList<@Nullable Object>(List.of(reference, title, audience, due));
        cells.add(current ? version : null);
        cells.add(locality.code());
        cells.add(channel);
        cells.add(post);
        cells.add(consultation);
        cells.add(doneOn);
        cells.add(reached);
        cells.add(overdue);
        return cells;
    }
}
