package locality.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.BudgetEvent.FundOpened;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.InterventionEvent.IndicatorDefined;
import locality.platform.event.InterventionEvent.InterventionChanged;
import locality.platform.event.InterventionEvent.ObservationsRecorded;
import locality.platform.event.InterventionEvent.ObservationsRecorded.Observation;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What the other services would tell of one place: a Better Care Fund, a commitment over the
/// limit, the decisions about it, an intervention, an indicator. Only what a test is about is a
/// parameter.
public final class Facts {

    public static final LocalDate DAY = LocalDate.of(2014, 6, 11);
    public static final Provenance STATED =
            Provenance.stated("Living Longer Living Better and the Better Care Fund", "3.2.1");

    public final Locality place;
    public final UUID fund = Ids.next();
    public final UUID carers = Ids.next();
    public final UUID development = Ids.next();
    public final UUID commitment = Ids.next();
    public final UUID board = Ids.next();
    public final UUID intervention = Ids.next();
    public final UUID indicator = Ids.next();
    private final String mark = fund.toString().substring(24);

    public Facts(Locality place) {
        this.place = place;
    }

    public String reference(String kind) {
        return kind + "-" + mark;
    }

    public FundOpened fundOpened() {
        return fundOpened("2014/15");
    }

    public FundOpened fundOpened(String year) {
        return new FundOpened(
                fund,
                reference("BCF"),
                "Better Care Fund",
                "POOLED_FUND",
                FinancialYear.parse(year),
                "E08000003",
                place,
                DAY,
                STATED,
                null);
    }

    public FundPlanned planned(long carersPence, long developmentPence) {
        return new FundPlanned(
                fund,
                Pence.of(carersPence + developmentPence),
                List.of(
                        line(carers, "Carers and reablement", carersPence),
                        line(development, "Local Development Fund", developmentPence)),
                place,
                DAY,
                1,
                "FINAL");
    }

    private FundPlanned.Line line(UUID id, String scheme, long pence) {
        return new FundPlanned.Line(
                id,
                reference(scheme.substring(0, 3)),
                scheme,
                "Community health",
                "00W",
                "POOLED",
                Pence.of(pence),
                STATED,
                Pence.of(pence),
                "NHS minimum contribution",
                "NHS provider",
                "REVENUE",
                null);
    }

    public ApprovalRequested approvalRequested(long pence) {
        return new ApprovalRequested(
                commitment,
                reference("COM"),
                Ids.next(),
                "ab".repeat(32),
                fund,
                development,
                Pence.of(pence),
                "bcf-investment-wave-one",
                "POOLED",
                List.of(),
                "R0A",
                "Central pre-alliance",
                reference("INT"),
                "00W",
                LocalDate.of(2014, 7, 31),
                place,
                DAY);
    }

    public CommitmentOpened commitmentOpened(long pence, UUID decision) {
        return new CommitmentOpened(
                commitment,
                reference("COM"),
                fund,
                development,
                Pence.of(pence),
                "R0A",
                "Central pre-alliance",
                intervention.toString(),
                decision,
                null,
                place,
                DAY,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public JournalEntryPosted spent(long pence) {
        return new JournalEntryPosted(
                Ids.next(),
                reference("JE"),
                fund,
                "June invoice",
                "DECISION",
                Ids.next(),
                null,
                List.of(
                        new JournalEntryPosted.Posting(
                                "SPEND", development, null, null, Pence.of(pence)),
                        new JournalEntryPosted.Posting(
                                "HOST_CASH", null, null, null, Pence.of(-pence))),
                "cd".repeat(32),
                place,
                DAY,
                3,
                null,
                false,
                null);
    }

    public DecisionTaken decision(UUID id, String body, String state, String... codes) {
        return new DecisionTaken(
                id,
                reference("DEC") + "/" + id.toString().substring(30),
                "Fund the Central pre-alliance",
                board,
                body,
                null,
                "APPROVE",
                "CARRIED",
                state,
                List.of(codes),
                "bcf-investment-wave-one",
                Pence.of(279_100_000),
                "ALIGNED",
                null,
                new Subject("commitment", commitment.toString()),
                null,
                null,
                place,
                DAY,
                STATED);
    }

    public InterventionChanged intervention(String state, int live, int components) {
        return new InterventionChanged(
                intervention,
                reference("INT"),
                "Central pre-alliance",
                state,
                live == 0 ? "NONE" : live < components ? "PARTIAL" : "FULL",
                live,
                components,
                List.of(),
                place,
                DAY,
                STATED);
    }

    public IndicatorDefined indicator(String aggregation, @Nullable BigDecimal target) {
        return new IndicatorDefined(
                indicator,
                reference("IND"),
                "A&E 4-hour",
                aggregation.equals("RATIO") ? "%" : "attendances",
                "INCREASE",
                "MONTH",
                aggregation,
                target,
                "NHS England A&E attendances",
                "Monthly, second Thursday",
                null,
                place,
                DAY,
                Provenance.stated("A&E attendances and emergency admissions", "monthly"));
    }

    /// Values of consecutive months from April 2016.
    public ObservationsRecorded observed(@Nullable String... values) {
        var observations = new ArrayList<Observation>();
        for (int month = 0; month < values.length; month++) {
            observations.add(
                    new Observation(
                            LocalDate.of(2016, 4, 1).plusMonths(month),
                            decimal(values[month]),
                            null,
                            null));
        }
        return observed(observations);
    }

    private static @Nullable BigDecimal decimal(@Nullable String value) {
        return value == null ? null : new BigDecimal(value);
    }

    public ObservationsRecorded observed(List<Observation> observations) {
        return new ObservationsRecorded(indicator, observations, place, DAY, STATED);
    }
}
