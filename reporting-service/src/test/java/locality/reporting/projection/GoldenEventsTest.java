package locality.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import locality.platform.consume.Delivery;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.event.Event;
import locality.platform.event.EventJson;
import locality.platform.event.EventTypes;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.event.PartnershipEvent.PlanChanged;
import locality.platform.event.PublishedEvent;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.reporting.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every example of every event, through every statement of the projector, and rolled back.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class GoldenEventsTest {

    private static final Path EXAMPLES = Path.of("../platform/src/main/resources/schemas/examples");

    @Inject ReportingConsumer consumer;
    @Inject AgroalDataSource database;

    private long position = 1_000_000;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void undo() {
        QuarkusTransaction.rollback();
    }

    @Test
    void everyTypeHasAnExample() throws IOException {
        assertThat(examples().map(Event::getClass).map(Event::typeOf))
                .containsAll(EventTypes.all().keySet());
    }

    @Test
    void writesWhatEveryExampleSaysTwiceInABatchAndInAFurtherOne() throws Exception {
        tell(Stream.concat(examples(), examples()).toArray(PublishedEvent[]::new));
        tell(examples().toArray(PublishedEvent[]::new));

        assertThat(
                        rows(
                                "select reference, name, kind, host, planned_pence,"
                                        + " plan_decision_id from read_model.fund where fund_id ="
                                        + " '01930b2a-0101-7c3e-9a41-5b7d2e8f0201'"))
                .containsExactly(
                        "MCR-BCF-2014-15|Manchester Better Care Fund 2014/15|POOLED_FUND|E08000003"
                                + "|3267100000|null");
        assertThat(
                        rows(
                                "select count(*), sum(planned_pence) from read_model.budget_line"
                                    + " where fund_id = '01930b2a-0101-7c3e-9a41-5b7d2e8f0201'"))
                .containsExactly("6|3267100000");
        assertThat(
                        rows(
                                "select partner, annual_pence from read_model.contribution where"
                                        + " schedule_id = '01930b2a-0130-7c3e-9a41-5b7d2e8f3130'"))
                .containsExactly("00W|840633334");
        assertThat(
                        rows(
                                "select right(commitment_id::text, 4), reference, state,"
                                        + " amount_pence, remaining_pence, due_on, reason from"
                                        + " read_model.commitment where fund_id ="
                                        + " '01930b2a-0101-7c3e-9a41-5b7d2e8f0201' order by 1"))
                .containsExactly(
                        "2120|MCR-BCF-2014-15-L06-C1|RELEASED|279100000|0|2014-08-12"
                                + "|The contract cost less",
                        "2221|MCR-BCF-2014-15-L01-C1|OPEN|40000000|40000000|null|null");
        assertThat(
                        rows(
                                "select right(decision_id::text, 4), reason from"
                                        + " read_model.unapplied_decision where commitment_id ="
                                        + " '01930b2a-0120-7c3e-9a41-5b7d2e8f2120'"))
                .containsExactly("3331|RESERVED");
        assertThat(
                        rows(
                                "select account, line_id is null, amount_pence, postings from"
                                        + " read_model.account_day where fund_id ="
                                        + " '01930b2a-0101-7c3e-9a41-5b7d2e8f0201' order by 1"))
                .containsExactly("CREDITORS|false|-210000000|3", "SPEND|false|210000000|3");
        assertThat(
                        rows(
                                "select name, kind, locality, ends_on, told > 1 from"
                                        + " read_model.organisation where code = '00W'"))
                .containsExactly("NHS Central Manchester CCG|CCG|E08000003|2017-03-31|true");
        assertThat(
                        rows(
                                "select reference, classification, spatial_level, state,"
                                        + " organisation from read_model.body where body_id ="
                                        + " '01930b2a-0201-7c3e-9a41-5b7d2e8f0301'"))
                .containsExactly("MCR-HWBB|STATUTORY_BOARD|LOCALITY|ESTABLISHED|E08000003");
        assertThat(
                        rows(
                                "select reference, to_body is null, to_organisation, limit_pence,"
                                    + " expires_on, ended_on from read_model.delegation where"
                                    + " from_body = '01930b2a-0202-7c3e-9a41-5b7d2e8f0402' order by"
                                    + " 1"))
                .containsExactly(
                        "MCR-DEL-CM-HWBB|false|null|null|2017-03-31|2017-04-01",
                        "MCR-DEL-CM-OFFICERS|true|E08000003|50000000|2017-03-31|null");
        assertThat(
                        rows(
                                "select reference, body_name, starts_at, state from"
                                        + " read_model.meeting where meeting_id ="
                                        + " '01930b2a-0220-7c3e-9a41-5b7d2e8f2220'"))
                .containsExactly(
                        "MCR-HWBB-2014-05-14|Manchester Health and Wellbeing Board"
                                + "|2014-05-14T10:00|NOTICED");
        assertThat(
                        rows(
                                "select reference, state, validity_codes, value_pence, subject_type"
                                        + " from read_model.decision where decision_id::text like"
                                        + " '01930b2a-023%' order by 1"))
                .containsExactly(
                        "CMCCG-GB-2014-06-11/1|IN_EFFECT|{}|279100000|commitment",
                        "MCR-HWBB-2014-05-14/2|IN_EFFECT|{}|null|null",
                        "MCR-HWBB-2014-05-21/1|INVALID|{RESERVED}|279100000|commitment");
        assertThat(
                        rows(
                                "select reference, kind, parent from read_model.theme where"
                                        + " theme_id = '01930b2a-0301-7c3e-9a41-5b7d2e8f0401'"))
                .containsExactly("RCH-THEME-2|THEME|null");
        assertThat(
                        rows(
                                "select reference, state, mobilised, components,"
                                    + " cardinality(themes) from read_model.intervention where"
                                    + " intervention_id = '01930b2a-0310-7c3e-9a41-5b7d2e8f1310'"))
                .containsExactly("MCR-CM-PRE-ALLIANCE|BRIEFED|NONE|2|2");
        assertThat(
                        rows(
                                "select right(commitment_id::text, 4), amount_pence from"
                                        + " read_model.intervention_funding where intervention_id ="
                                        + " '01930b2a-0310-7c3e-9a41-5b7d2e8f1310'"))
                .containsExactly("2120|279100000");
        assertThat(
                        rows(
                                "select reference, frequency, aggregation, target,"
                                        + " improvement_direction from read_model.indicator where"
                                        + " indicator_id = '01930b2a-0320-7c3e-9a41-5b7d2e8f2320'"))
                .containsExactly("MCR-AE-4HOUR|MONTH|RATIO|0.95|increase");
        assertThat(
                        rows(
                                "select period, value, numerator, denominator, count(*) from"
                                    + " read_model.observation where indicator_id ="
                                    + " '01930b2a-0320-7c3e-9a41-5b7d2e8f2320' group by 1, 2, 3, 4"
                                    + " order by 1"))
                .containsExactly(
                        "2016-04-01|0.897136|29287|32645|3",
                        "2016-05-01|0.896225|31764|35442|3",
                        "2016-06-01|null|null|null|3");
        assertThat(
                        rows(
                                "select plan_version, activity_type, provider, tariff_pence from"
                                        + " read_model.deflection_plan where plan_id ="
                                        + " '01930b2a-0330-7c3e-9a41-5b7d2e8f3330'"))
                .containsExactly("1|emergency admissions|RW3|149000");
        assertThat(
                        rows(
                                "select month, counterfactual, planned, actual from"
                                        + " read_model.deflection_month where plan_id ="
                                        + " '01930b2a-0330-7c3e-9a41-5b7d2e8f3330' order by 1"))
                .containsExactly("2014-07-01|3550|3500|3512", "2014-08-01|3550.5|3475.5|null");
        assertThat(
                        rows(
                                "select locality, topic from read_model.freshness where position >="
                                        + " 1000000 order by 1, 2"))
                .containsExactly(
                        "E08000002|governance.events.v1",
                        "E08000003|budget.events.v1",
                        "E08000003|governance.events.v1",
                        "E08000003|intervention.events.v1",
                        "E08000004|governance.events.v1",
                        "E08000005|governance.events.v1",
                        "E08000005|intervention.events.v1",
                        "E47000001|governance.events.v1");
    }

    @Test
    void keepsWhatEveryExampleSaysOfAPartnershipByTheDayItHoldsFrom() throws Exception {
        tell(Stream.concat(examples(), examples()).toArray(PublishedEvent[]::new));
        tell(examples().toArray(PublishedEvent[]::new));

        assertThat(
                        rows(
                                "select reference, version, state, retrospective, effective_on,"
                                    + " jsonb_array_length(parties), parties -> 0 ->> 'signedOn'"
                                    + " from read_model.agreement_day where agreement_id::text like"
                                    + " '01930b2a-040%' order by 1"))
                .containsExactly(
                        "OLD-IA|5|IN_REVIEW|false|2021-06-01|6|null",
                        "OLD-S75-2021-22|2|IN_FORCE|true|2021-08-31|2|2021-08-27");
        assertThat(
                        rows(
                                "select reference, number, state, conditions -> 0 ->> 'dueOn' from"
                                        + " read_model.gateway_day where gateway_id ="
                                        + " '01930b2a-0410-7c3e-9a41-5b7d2e8f1410'"))
                .containsExactly("RCH-LCO-GW-2|2|PASSED_WITH_CONDITIONS|2018-09-30");
        assertThat(
                        rows(
                                "select s.reference, s.intervention, c.state from"
                                    + " read_model.scope_transferred s left join"
                                    + " read_model.contract_scope_day c using (scope_item_id) where"
                                    + " s.gateway_id = '01930b2a-0410-7c3e-9a41-5b7d2e8f1410' order"
                                    + " by 1"))
                .containsExactly(
                        "RCH-LCO-SC-CORE-2|null|LISTED", "RCH-LCO-SC-INT-01|RCH-INT-01|null");
        assertThat(
                        rows(
                                "select framework, state, jsonb_array_length(scale),"
                                    + " jsonb_array_length(ratings) from read_model.assessment_day"
                                    + " where assessment_id::text like '01930b2a-042%' order by 1"))
                .containsExactly(
                        "GM-LCO-PEER-REVIEW|CONDUCTED|0|4", "NHSE-BCF-CONDITIONS|DRAFT_SHARED|3|4");
        assertThat(
                        rows(
                                "select reference, kind, state, likelihood, impact, post,"
                                        + " right(escalated_to::text, 4) from"
                                        + " read_model.register_entry_day where entry_id::text like"
                                        + " '01930b2a-043%' order by 1"))
                .containsExactly(
                        "BRY-ISSUE-1|ISSUE|ESCALATED|5|4|Chief Finance Officer|9490",
                        "BRY-RISK-4|RISK|OPEN|null|null|null|null");
        assertThat(
                        rows(
                                "select reference, jsonb_array_length(areas), baseline from"
                                        + " read_model.plan_day where plan_id::text like"
                                        + " '01930b2a-044%' order by 1"))
                .containsExactly("OLD-TRANSITION-PLAN|6|June 2021", "RCH-MASTER-PLAN|7|null");
        assertThat(
                        rows(
                                "select reference, forecast_on, precision, baseline_on, review_on,"
                                        + " predecessors #>> '{0,reference}' from"
                                        + " read_model.milestone_day where milestone_id::text like"
                                        + " '01930b2a-044%' order by 1"))
                .containsExactly(
                        "OLD-MS-5|2021-07-31|MONTH|2021-07-31|null|OLD-MS-4",
                        "RCH-MS-SCHEME|null|ONGOING|null|2018-09-30|null");
        assertThat(
                        rows(
                                "select reference, kind, version, state from"
                                        + " read_model.strategy_day where strategy_id ="
                                        + " '01930b2a-0450-7c3e-9a41-5b7d2e8f5450'"))
                .containsExactly("RCH-ICS-2018|STRATEGY|null|APPROVED");
        assertThat(
                        rows(
                                "select reference, register, number from read_model.principle_day"
                                    + " where principle_id::text like '01930b2a-046%' order by 1"))
                .containsExactly(
                        "OLD-DESIGN-9|DESIGN|9", "RCH-DECOMMISSIONING-1|DECOMMISSIONING|1");
        assertThat(
                        rows(
                                "select reference, kind, audience, stage, count, reached from"
                                    + " read_model.engagement_day where engagement_id::text like"
                                    + " '01930b2a-047%' order by 1"))
                .containsExactly(
                        "BRY-CONS-STAFF|CONSULTATION|STAFF|PLANNED|1|null",
                        "RCH-LCO-ENG-1|EVENT|PUBLIC|null|4|null");
    }

    @Test
    void whatIsToldLaterOfADayReplacesItAndLeavesTheOtherDaysAlone() throws Exception {
        var plan = Ids.next();
        tell(
                plan(plan, "June 2021", LocalDate.of(2021, 6, 1)),
                plan(plan, "July 2021", LocalDate.of(2021, 7, 1)),
                plan(plan, "July 2021, corrected", LocalDate.of(2021, 7, 1)));
        tell(plan(plan, "June 2021, corrected", LocalDate.of(2021, 6, 1)));

        assertThat(
                        rows(
                                "select effective_on, baseline from read_model.plan_day where"
                                        + " plan_id = '%s' order by 1".formatted(plan)))
                .containsExactly(
                        "2021-06-01|June 2021, corrected", "2021-07-01|July 2021, corrected");
    }

    private static PlanChanged plan(UUID id, String baseline, LocalDate from) {
        return new PlanChanged(
                id,
                "OLD-PLAN",
                "Transition",
                List.of(),
                baseline,
                null,
                Locality.OLDHAM,
                from,
                Provenance.illustrative(),
                null);
    }

    @Test
    void aRefusedCommitmentIsWhatItWasAskedForAndWhy() throws Exception {
        var asked = example("budget.approval-requested.v1").replace("8f2120", "8f2423");

        tell(
                read("budget.approval-requested.v1", asked.replace("0120-7c3e", "0123-7c3e")),
                read("budget.commitment-refused.v1", example("budget.commitment-refused.v1")));

        assertThat(
                        rows(
                                "select state, reason, effective_on from read_model.commitment"
                                        + " where commitment_id ="
                                        + " '01930b2a-0123-7c3e-9a41-5b7d2e8f2423'"))
                .containsExactly("LAPSED|No decision by 2014-07-31|2014-08-01");
    }

    @Test
    void aPlanThatIsToldAfterAnApprovalIsNotTheOneApproved() throws Exception {
        var facts = new Facts(Locality.WIGAN);
        var decision = Ids.next();
        var approved = new FundPlanApproved(facts.fund, decision, facts.place, Facts.DAY);

        tell(facts.fundOpened(), facts.planned(1, 2), approved);
        assertThat(approval(facts.fund)).isEqualTo(decision.toString());

        tell(facts.planned(3, 4));
        assertThat(approval(facts.fund)).isEqualTo("null");

        tell(approved, facts.planned(5, 6));
        assertThat(approval(facts.fund)).isEqualTo("null");

        tell(facts.planned(7, 8), approved);
        assertThat(approval(facts.fund)).isEqualTo(decision.toString());
    }

    @Test
    void addsToTheDaysOfAnAccountInOneOrderSoThatTwoConsumersNeverDeadlock() throws Exception {
        var facts = new Facts(Locality.WIGAN);
        var lines = Stream.of(Ids.next(), Ids.next()).sorted().toList();
        post(spent(facts, lines.getFirst()), spent(facts, lines.getLast()));
        QuarkusTransaction.commit();
        QuarkusTransaction.begin();

        try (var other = database.getConnection()) {
            add(other, lines.getFirst());
            var second =
                    CompletableFuture.runAsync(
                            () ->
                                    QuarkusTransaction.requiringNew()
                                            .run(() -> postBackwards(facts, lines)));
            await().pollInSameThread().atMost(Duration.ofSeconds(9)).until(() -> isAwaited(other));
            add(other, lines.getLast());
            QuarkusTransaction.commit();
            second.get(30, TimeUnit.SECONDS);
        }

        QuarkusTransaction.begin();
        assertThat(
                        rows(
                                "select amount_pence from read_model.account_day where fund_id = '%s'"
                                        .formatted(facts.fund)))
                .containsExactly("3", "3");
    }

    private void postBackwards(Facts facts, List<UUID> lines) {
        post(spent(facts, lines.getLast()), spent(facts, lines.getFirst()));
    }

    private void post(JournalEntryPosted... entries) {
        var money = new MoneyBatch();
        Stream.of(entries).forEach(money::take);
        try (var connection = database.getConnection()) {
            money.write(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void add(Connection connection, UUID line) throws SQLException {
        try (var update = connection.createStatement()) {
            update.execute(
                    "update read_model.account_day set amount_pence = amount_pence + 1"
                            + " where line_id = '%s'".formatted(line));
        }
    }

    private static boolean isAwaited(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row =
                        select.executeQuery(
                                "select exists (select from pg_stat_activity where"
                                        + " pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static JournalEntryPosted spent(Facts facts, UUID line) {
        return new JournalEntryPosted(
                Ids.next(),
                facts.reference("JE"),
                facts.fund,
                "June invoice",
                "DECISION",
                Ids.next(),
                null,
                List.of(new JournalEntryPosted.Posting("SPEND", line, null, null, Pence.of(1))),
                "cd".repeat(32),
                facts.place,
                Facts.DAY);
    }

    private String approval(UUID fund) throws SQLException {
        return rows("select plan_decision_id from read_model.fund where fund_id = '%s'"
                        .formatted(fund))
                .getFirst();
    }

    private void tell(PublishedEvent... events) {
        consumer.apply(Stream.of(events).map(this::delivery).toList());
    }

    private Delivery delivery(PublishedEvent event) {
        var type = Event.typeOf(event.getClass());
        var source = type.substring(0, type.indexOf('.'));
        return new Delivery(
                event,
                Ids.next().toString(),
                type,
                source,
                source + ".events.v1",
                0,
                position,
                position++,
                1,
                Instant.parse("2026-11-27T12:00:00Z"),
                "a-test");
    }

    @Test
    void anOrganisationIsCalledWhatItIsCalledToday() throws Exception {
        var first = LocalDate.of(2013, 4, 1);
        var ahead = LocalDate.of(2999, 4, 1);

        tell(organisation("Bury CCG", first), organisation("Greater Manchester ICB", ahead));
        assertThat(nameOf("T1")).containsExactly("Bury CCG");

        tell(organisation("NHS Bury CCG", LocalDate.of(2014, 4, 1)));
        assertThat(nameOf("T1")).containsExactly("NHS Bury CCG");

        tell(organisation("NHS Greater Manchester ICB", ahead));
        assertThat(nameOf("T1")).containsExactly("NHS Bury CCG");
        assertThat(
                        rows(
                                "select name from read_model.organisation_name where code = 'T1'"
                                        + " order by from_day"))
                .containsExactly("Bury CCG", "NHS Bury CCG", "NHS Greater Manchester ICB");
    }

    @Test
    void anOrganisationToComeIsCalledWhatItBeginsAsAndOneToldLongAgoWhatItWasTold()
            throws Exception {
        tell(organisation("To come", LocalDate.of(2999, 4, 1)));
        assertThat(nameOf("T1")).containsExactly("To come");

        tell(organisation("As of old", null));
        assertThat(nameOf("T1")).containsExactly("As of old");
    }

    private List<String> nameOf(String code) throws SQLException {
        return rows("select name from read_model.organisation where code = '%s'".formatted(code));
    }

    private static OrganisationRecorded organisation(String name, @Nullable LocalDate nameFrom) {
        return new OrganisationRecorded(
                "T1",
                name,
                "CCG",
                Locality.BURY,
                LocalDate.of(2013, 4, 1),
                null,
                List.of(),
                Provenance.illustrative(),
                nameFrom);
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    var cell = row.getObject(i);
                    cells.add(String.valueOf(cell));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }

    private static Stream<PublishedEvent> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream()
                    .map(
                            name ->
                                    read(
                                            name.replaceFirst("\\.v1\\..*", ".v1"),
                                            example(name.replace(".json", ""))));
        }
    }

    private static String example(String name) {
        try {
            return Files.readString(EXAMPLES.resolve(name + ".json"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static PublishedEvent read(String type, String json) {
        return EventJson.read(EventTypes.find(type).orElseThrow(), json);
    }
}
