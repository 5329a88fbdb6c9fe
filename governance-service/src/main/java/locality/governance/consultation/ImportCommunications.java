package locality.governance.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Takes a communications plan as a spreadsheet: a row of what is on record changes it, or says
/// that it was told. Where it is and what it belongs to no spreadsheet changes; whether it is
/// overdue follows from the day.
@ApplicationScoped
class ImportCommunications
        implements SheetOfRecord.Keeper<ImportCommunications.Row, Communication> {

    private final Communications communications;
    private final Consultations consultations;
    private final FollowCommunication follow;
    private final SheetOfRecord sheet;
    private final Recorder recorder;

    ImportCommunications(
            Communications communications,
            Consultations consultations,
            FollowCommunication follow,
            SheetOfRecord sheet,
            Recorder recorder) {
        this.communications = communications;
        this.consultations = consultations;
        this.follow = follow;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    /// @param locality null when the row says nothing of it
    record Row(
            SheetOfRecord.Key key,
            String reference,
            @Nullable Locality locality,
            String title,
            Audience audience,
            @Nullable String channel,
            @Nullable String post,
            String dueOn,
            @Nullable String consultation,
            @Nullable LocalDate doneOn,
            @Nullable Integer reached,
            Csv.Row cells) {

        private static Row of(Csv.Row cells) {
            var key = SheetOfRecord.Key.of(cells);
            var doneOn = cells.optional("doneOn", LocalDate::parse);
            var reached = cells.optional("reached", ImportCommunications::people);
            if (reached != null && doneOn == null) {
                cells.fault("reached", "says how many were reached, and doneOn not when");
            }
            return new Row(
                    key,
                    cells.required("reference"),
                    key.version() == null
                            ? cells.parsed("locality", Locality::of)
                            : cells.optional("locality", Locality::of),
                    cells.parsed("title", Spelling.upTo(Message.TITLE_LENGTH)::apply),
                    cells.oneOf("audience", Audience.class),
                    cells.optional("channel", Spelling.upTo(Message.NAME_LENGTH)::apply),
                    cells.optional("post", Spelling.upTo(Message.NAME_LENGTH)::apply),
                    cells.required("dueOn"),
                    cells.optional("consultation"),
                    doneOn,
                    reached,
                    cells);
        }

        /// What is to be told; a column that the sheet lacks leaves what is on record.
        ///
        /// @param known null for what is new
        private Message message(@Nullable Message known) {
            return Message.of(
                    title,
                    audience,
                    said("channel", channel, known == null ? null : known.channel()),
                    said("post", post, known == null ? null : known.post()),
                    dueOn);
        }

        private @Nullable String said(
                String column, @Nullable String told, @Nullable String onRecord) {
            return cells.has(column) ? told : onRecord;
        }

        /// Whether it says otherwise when something was told, or to how many.
        private boolean tellsAnew(Communication known) {
            return cells.has("doneOn") && !Objects.equals(doneOn, known.doneOn)
                    || cells.has("reached") && !Objects.equals(reached, known.reached);
        }
    }

    @Transactional
    SheetOfRecord.Taken handle(String csv, boolean dryRun) {
        var rows =
                Csv.read(csv, CommunicationView.REQUIRED, CommunicationView.OPTIONAL).map(Row::of);
        return sheet.take(rows, this, dryRun);
    }

    @Override
    public SheetOfRecord.Key keyOf(Row row) {
        return row.key;
    }

    @Override
    public Optional<Communication> lookUp(String reference) {
        var found = communications.lookUp(reference, LockModeType.PESSIMISTIC_WRITE);
        found.ifPresent(one -> recorder.requireWriting(one.locality, "communication", reference));
        return found;
    }

    @Override
    public long versionOf(Communication communication) {
        return communication.version;
    }

    @Override
    public void add(Row row) {
        var planned =
                follow.plan(
                        row.reference,
                        Objects.requireNonNull(row.locality),
                        row.message(null),
                        row.consultation,
                        recorder.provenance(null));
        if (row.doneOn != null) {
            follow.done(planned, row.doneOn, row.reached);
        }
    }

    @Override
    public boolean change(Communication communication, Row row) {
        requireSamePlace(communication, row);
        var message = row.message(communication.message);
        boolean reworded = !communication.message.equals(message);
        if (reworded) {
            communication.change(message);
        }
        boolean told = row.tellsAnew(communication);
        if (told && row.doneOn != null) {
            follow.done(communication, row.doneOn, row.reached);
        } else if (told) {
            communication.requireNotDone();
        }
        return reworded || told;
    }

    private void requireSamePlace(Communication communication, Row row) {
        if (row.locality != null && row.locality != communication.locality) {
            throw new ConsultationRefusal.NotInASpreadsheet(
                    row.reference, "locality", communication.locality);
        }
        var belongsTo =
                communication.consultationId == null
                        ? null
                        : consultations.findById(communication.consultationId).reference;
        if (row.cells.has("consultation") && !Objects.equals(row.consultation, belongsTo)) {
            throw new ConsultationRefusal.NotInASpreadsheet(
                    row.reference, "consultation", belongsTo);
        }
    }

    private static int people(String text) {
        int people = Integer.parseInt(text);
        if (people < 0) {
            throw new IllegalArgumentException("is fewer than nobody");
        }
        return people;
    }
}
