package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Reads a communications plan from a spreadsheet: rows that name an entry change it, or say that
/// it was told; others are new.
@ApplicationScoped
class ImportCommunications {

    private final Communications communications;
    private final FollowCommunication follow;
    private final SheetOfPlans sheet;
    private final Recorder recorder;

    ImportCommunications(
            Communications communications,
            FollowCommunication follow,
            SheetOfPlans sheet,
            Recorder recorder) {
        this.communications = communications;
        this.follow = follow;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    private record Row(
            int line,
            String reference,
            @Nullable Long version,
            @Nullable Locality locality,
            String title,
            Audience audience,
            String dueOn,
            @Nullable String channel,
            @Nullable String post,
            @Nullable String consultation,
            @Nullable LocalDate doneOn,
            @Nullable Integer reached)
            implements SheetOfPlans.Row {

        Message message() {
            return Message.of(title, audience, channel, post, dueOn);
        }
    }

    @Transactional
    Imported handle(String csv, boolean dryRun) {
        var rows =
                Csv.read(csv, CommunicationView.REQUIRED, CommunicationView.OPTIONAL)
                        .map(ImportCommunications::row);
        return sheet.read(rows, dryRun, row -> theirs(row).version, this::does);
    }

    private static Row row(Csv.Row cells) {
        var version = cells.optional("version", Long::parseLong);
        return new Row(
                cells.line(),
                cells.parsed(
                        "reference", Spelling.like(ConsultationResource.ToPlan.REFERENCE)::apply),
                version,
                version == null
                        ? cells.parsed("locality", Locality::of)
                        : cells.optional("locality", Locality::of),
                cells.required("title"),
                cells.oneOf("audience", Audience.class),
                cells.required("dueOn"),
                cells.optional("channel", text -> text),
                cells.optional("post", text -> text),
                cells.optional("consultation", text -> text),
                cells.optional("doneOn", LocalDate::parse),
                cells.optional("reached", ImportCommunications::people));
    }

    private static int people(String text) {
        int people = Integer.parseInt(text);
        if (people < 0) {
            throw new IllegalArgumentException("is fewer than nobody");
        }
        return people;
    }

    private Communication theirs(Row row) {
        var communication = communications.requireAlone(row.reference);
        recorder.requireWriting(communication.locality, "communication", row.reference);
        return communication;
    }

    private SheetOfPlans.Did does(Row row) {
        var message = row.message();
        boolean isNew = row.version == null;
        var communication =
                isNew
                        ? follow.plan(
                                row.reference,
                                Objects.requireNonNull(row.locality),
                                message,
                                row.consultation,
                                recorder.provenance(null))
                        : theirs(row);
        boolean reworded = !communication.message.equals(message);
        if (reworded) {
            communication.change(message);
        }
        boolean told = row.doneOn != null && !row.doneOn.equals(communication.doneOn);
        if (told) {
            follow.done(communication, Objects.requireNonNull(row.doneOn), row.reached);
        }
        communications.flush();
        if (isNew) {
            return SheetOfPlans.Did.PLANNED;
        }
        return reworded || told ? SheetOfPlans.Did.CHANGED : SheetOfPlans.Did.NOTHING;
    }
}
