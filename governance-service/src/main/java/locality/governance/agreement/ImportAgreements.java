package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import locality.governance.recorder.Recorder;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Reads a spreadsheet of agreements: rows that say another text draft a next version, others are
/// new; all or nothing, and every row at fault is named by its line.
@ApplicationScoped
class ImportAgreements {

    private final Agreements agreements;
    private final DraftAgreement draftAgreement;
    private final Recorder recorder;
    private final TransactionSynchronizationRegistry transaction;

    ImportAgreements(
            Agreements agreements,
            DraftAgreement draftAgreement,
            Recorder recorder,
            TransactionSynchronizationRegistry transaction) {
        this.agreements = agreements;
        this.draftAgreement = draftAgreement;
        this.recorder = recorder;
        this.transaction = transaction;
    }

    /// What a spreadsheet did; rows that say what is on record change nothing.
    ///
    /// @param dryRun whether it was only tried out: then nothing of it is kept
    @Schema(name = "AgreementsImported")
    record Imported(boolean dryRun, int drafted, int changed, int unchanged) {}

    @Transactional
    Imported handle(String csv, boolean dryRun) {
        var rows = AgreementSheet.read(csv);
        var known = requireFresh(rows);
        var refused = new ArrayList<AgreementRefusal.RowsRefused.Row>();
        var named = new HashSet<String>();
        int drafted = 0;
        int changed = 0;
        for (var row : rows) {
            try {
                if (!named.add(row.reference())) {
                    throw new AgreementRefusal.ReferenceTaken(row.reference());
                }
                if (row.version() == null) {
                    draft(row);
                    drafted++;
                } else if (change(Objects.requireNonNull(known.get(row.line())), row)) {
                    changed++;
                }
            } catch (NotFound notTheirs) {
                throw notTheirs;
            } catch (Refusal no) {
                refused.add(
                        new AgreementRefusal.RowsRefused.Row(row.line(), no.code(), no.detail()));
            }
        }
        if (!refused.isEmpty()) {
            throw new AgreementRefusal.RowsRefused(refused);
        }
        if (dryRun) {
            agreements.flush();
            transaction.setRollbackOnly();
        }
        return new Imported(dryRun, drafted, changed, rows.size() - drafted - changed);
    }

    /// The agreements that rows name, by line.
    private Map<Integer, Agreement> requireFresh(List<AgreementSheet.Row> rows) {
        var known = new HashMap<Integer, Agreement>();
        var stale = new ArrayList<AgreementRefusal.StaleRows.Stale>();
        for (var row : rows) {
            if (row.version() != null) {
                var agreement = agreements.requireAlone(row.reference());
                recorder.requireWriting(agreement.locality, "agreement", row.reference());
                known.put(row.line(), agreement);
                if (agreement.version != row.version()) {
                    stale.add(
                            new AgreementRefusal.StaleRows.Stale(
                                    row.line(),
                                    agreement.reference,
                                    row.version(),
                                    agreement.version));
                }
            }
        }
        if (!stale.isEmpty()) {
            throw new AgreementRefusal.StaleRows(stale);
        }
        return known;
    }

    private void draft(AgreementSheet.Row row) {
        var kind = Objects.requireNonNull(row.kind());
        var by = kind.usuallyRatifiedBy();
        draftAgreement.handle(
                new DraftAgreement.Heading(
                        row.reference(),
                        row.title(),
                        kind,
                        Objects.requireNonNull(row.locality()),
                        new AgreementTerms(
                                by, false, by == RatifiedBy.DECISION_AND_SIGNATURE, false, null),
                        null),
                new DraftAgreement.Draft(row.text(), row.parties(), row.draftedOn(), null));
    }

    /// @return whether anything of it changed
    private boolean change(Agreement agreement, AgreementSheet.Row row) {
        row.requireSameKind(agreement);
        var latest = agreement.versions.getLast();
        var text = row.textOf(latest.text);
        boolean renamed = !agreement.title.equals(row.title());
        boolean reworded = !latest.isAs(text, row.parties());
        if (renamed) {
            draftAgreement.rename(agreement, row.title());
        }
        if (reworded) {
            draftAgreement.next(
                    agreement,
                    new DraftAgreement.Draft(
                            text, row.parties(), newer(row.draftedOn(), latest), null));
        }
        return renamed || reworded;
    }

    /// The sheet repeats the day of the version it was read from; that of the next is another.
    private static @Nullable LocalDate newer(@Nullable LocalDate told, AgreementVersion latest) {
        return told == null || told.equals(latest.draftedOn()) ? null : told;
    }
}
