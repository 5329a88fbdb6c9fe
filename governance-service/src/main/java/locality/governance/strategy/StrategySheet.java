package locality.governance.strategy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Strategies as a spreadsheet: what one is called and when it is reviewed is changed there; its
/// state by the steps that change it.
@ApplicationScoped
class StrategySheet implements SheetOfRecord.Keeper<StrategySheet.Row, Strategy> {

    private static final String IN_A_SPREADSHEET = "Changed in a spreadsheet";
    private static final List<String> REQUIRED = List.of("title", "kind", "locality");
    private static final List<String> OPTIONAL =
            List.of(
                    "reference",
                    "version",
                    "edition",
                    "state",
                    "draftedOn",
                    "reviewOn",
                    "decision",
                    "document",
                    "section");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "title",
                    "kind",
                    "edition",
                    "locality",
                    "state",
                    "draftedOn",
                    "reviewOn",
                    "decision",
                    "document",
                    "section");

    private final Strategies strategies;
    private final FollowStrategy followStrategy;
    private final SheetOfRecord sheet;
    private final Recorder recorder;
    private final EventLog eventLog;

    StrategySheet(
            Strategies strategies,
            FollowStrategy followStrategy,
            SheetOfRecord sheet,
            Recorder recorder,
            EventLog eventLog) {
        this.strategies = strategies;
        this.followStrategy = followStrategy;
        this.sheet = sheet;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    record Row(
            SheetOfRecord.Key key,
            Strategy.Draft draft,
            @Nullable StrategyState state,
            @Nullable LocalDate draftedOn,
            @Nullable String decision,
            @Nullable Provenance provenance,
            boolean saysEdition,
            boolean saysReview,
            boolean saysDecision,
            boolean saysSource) {}

    @Transactional
    SheetOfRecord.Taken handle(String csv, boolean dryRun) {
        return sheet.take(Csv.read(csv, REQUIRED, OPTIONAL).map(StrategySheet::row), this, dryRun);
    }

    /// @param current whether they are as they now are
    static String write(List<StrategyView> strategies, boolean current) {
        return Csv.write(COLUMNS, strategies.stream().map(one -> cells(one, current)).toList());
    }

    @Override
    public SheetOfRecord.Key keyOf(Row row) {
        return row.key;
    }

    @Override
    public Optional<Strategy> lookUp(String reference) {
        var found = strategies.lookUp(reference, LockModeType.PESSIMISTIC_WRITE);
        found.ifPresent(one -> recorder.requireWriting(one.locality, "strategy", reference));
        return found;
    }

    @Override
    public long versionOf(Strategy strategy) {
        return strategy.version;
    }

    @Override
    public void add(Row row) {
        if (row.state != null && row.state != StrategyState.DRAFT) {
            throw new StrategyRefusal.NotInASpreadsheet(
                    row.draft.title(), "state", StrategyState.DRAFT);
        }
        followStrategy.draft(row.key.reference(), row.draft, row.draftedOn, row.provenance);
    }

    @Override
    public boolean change(Strategy strategy, Row row) {
        requireSame(strategy, "kind", row.draft.kind(), strategy.kind);
        requireSame(strategy, "locality", row.draft.locality(), strategy.locality);
        requireSame(strategy, "state", row.state, strategy.last().state());
        requireSame(strategy, "draftedOn", row.draftedOn, strategy.drafted().effectiveOn());
        requireSame(strategy, "decision", row.decision, strategy.last().decisionReference());
        if (row.saysDecision
                && row.decision == null
                && strategy.last().decisionReference() != null) {
            throw new StrategyRefusal.NotInASpreadsheet(
                    strategy.reference, "decision", strategy.last().decisionReference());
        }
        if (row.saysSource
                && SheetOfRecord.namesAnotherSource(
                        row.provenance, strategy.drafted().provenance())) {
            throw new StrategyRefusal.NotInASpreadsheet(
                    strategy.reference, "document", strategy.drafted().provenance().document());
        }
        var edition = row.saysEdition ? row.draft.edition() : strategy.edition;
        boolean retitled =
                !strategy.title.equals(row.draft.title())
                        || !Objects.equals(edition, strategy.edition);
        boolean reviewed =
                row.saysReview && !Objects.equals(row.draft.reviewOn(), strategy.last().reviewOn());
        if (retitled) {
            strategy.retitle(row.draft.title(), edition);
        }
        if (reviewed) {
            strategy.review(
                    row.draft.reviewOn(),
                    IN_A_SPREADSHEET,
                    recorder.today(),
                    recorder.provenance(null));
        }
        if (retitled || reviewed) {
            strategies.flush();
            eventLog.append(strategy.changed());
        }
        return retitled || reviewed;
    }

    private static void requireSame(
            Strategy strategy, String column, @Nullable Object told, @Nullable Object onRecord) {
        if (told != null && !told.equals(onRecord)) {
            throw new StrategyRefusal.NotInASpreadsheet(strategy.reference, column, onRecord);
        }
    }

    private static Row row(Csv.Row cells) {
        var document = cells.optional("document");
        var section = cells.optional("section");
        return new Row(
                SheetOfRecord.Key.of(cells),
                new Strategy.Draft(
                        cells.required("title"),
                        cells.oneOf("kind", StrategyKind.class),
                        cells.optional("edition"),
                        cells.parsed("locality", Locality::of),
                        cells.optional("reviewOn", LocalDate::parse),
                        List.of()),
                cells.optional("state", StrategyState.class),
                cells.optional("draftedOn", LocalDate::parse),
                cells.optional("decision"),
                document == null
                        ? null
                        : Provenance.stated(document, section == null ? "-" : section),
                cells.has("edition"),
                cells.has("reviewOn"),
                cells.has("decision"),
                cells.has("document") && cells.has("section"));
    }

    private static List<@Nullable Object> cells(StrategyView strategy, boolean current) {
        return Arrays.asList(
                strategy.reference(),
                current ? strategy.version() : null,
                strategy.title(),
                strategy.kind(),
                strategy.edition(),
                strategy.locality().code(),
                strategy.state(),
                strategy.draftedOn(),
                strategy.reviewOn(),
                strategy.decision(),
                strategy.provenance().document(),
                strategy.provenance().section());
    }
}
