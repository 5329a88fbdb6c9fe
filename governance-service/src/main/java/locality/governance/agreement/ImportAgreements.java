package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import org.jspecify.annotations.Nullable;

/// Takes agreements as a spreadsheet: another text, date or party drafts the next version, another
/// title renames. What is set once, and how an agreement stands, no spreadsheet changes.
@ApplicationScoped
class ImportAgreements implements SheetOfRecord.Keeper<AgreementSheet.Row, Agreement> {

    private final Agreements agreements;
    private final DraftAgreement draftAgreement;
    private final ShowAgreement show;
    private final SheetOfRecord sheet;
    private final Recorder recorder;

    ImportAgreements(
            Agreements agreements,
            DraftAgreement draftAgreement,
            ShowAgreement show,
            SheetOfRecord sheet,
            Recorder recorder) {
        this.agreements = agreements;
        this.draftAgreement = draftAgreement;
        this.show = show;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    @Transactional
    SheetOfRecord.Taken handle(String csv, boolean dryRun) {
        return sheet.take(AgreementSheet.read(csv), this, dryRun);
    }

    @Override
    public SheetOfRecord.Key keyOf(AgreementSheet.Row row) {
        return row.key();
    }

    @Override
    public Optional<Agreement> lookUp(String reference) {
        var found = agreements.lookUp(reference, LockModeType.PESSIMISTIC_WRITE);
        found.ifPresent(one -> recorder.requireWriting(one.locality, "agreement", reference));
        return found;
    }

    @Override
    public long versionOf(Agreement agreement) {
        return agreement.version;
    }

    @Override
    public void add(AgreementSheet.Row row) {
        var kind = Objects.requireNonNull(row.kind());
        var by = kind.usuallyRatifiedBy();
        var drafted =
                draftAgreement.handle(
                        new DraftAgreement.Heading(
                                row.reference(),
                                row.title(),
                                kind,
                                Objects.requireNonNull(row.locality()),
                                new AgreementTerms(
                                        by,
                                        false,
                                        by == RatifiedBy.DECISION_AND_SIGNATURE,
                                        false,
                                        null),
                                null),
                        new DraftAgreement.Draft(row.text(), row.parties(), row.draftedOn(), null));
        row.requireStandsAs(now(drafted));
    }

    @Override
    public boolean change(Agreement agreement, AgreementSheet.Row row) {
        row.requireSameKind(agreement);
        row.requireStandsAs(now(agreement));
        var latest = agreement.versions.getLast();
        var text = row.textOf(latest.text);
        boolean renamed = !agreement.title.equals(row.title());
        boolean reworded = !latest.isAs(text, row.parties());
        var draftedOn = newer(row.draftedOn(), latest);
        if (renamed) {
            draftAgreement.rename(agreement, row.title());
        }
        if (reworded) {
            draftAgreement.next(
                    agreement, new DraftAgreement.Draft(text, row.parties(), draftedOn, null));
        } else if (draftedOn != null) {
            throw new AgreementRefusal.NotInASpreadsheet(
                    agreement.reference, "draftedOn", latest.draftedOn());
        }
        return renamed || reworded;
    }

    private AgreementView now(Agreement agreement) {
        return show.on(agreement, recorder.today()).orElseThrow();
    }

    /// The sheet repeats the day of the version it was read from; that of the next is another.
    private static @Nullable LocalDate newer(@Nullable LocalDate told, AgreementVersion latest) {
        return told == null || told.equals(latest.draftedOn()) ? null : told;
    }
}
