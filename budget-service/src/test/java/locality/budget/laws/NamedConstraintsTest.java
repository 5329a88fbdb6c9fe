package locality.budget.laws;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

/// Every rule that the database repeats by a named constraint: a row that breaks it alone is
/// refused by its name. A row is written as what differs from a good one; where a rule is about two
/// rows, it is written twice.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class NamedConstraintsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What a good row says beside what is filled in by type.
    private static final Map<String, String> GOOD =
            Map.ofEntries(
                    Map.entry("agreement_terms", "{'basis': 'ALIGNED', 'legal_powers': ['S75']}"),
                    Map.entry("budget_line", "{'kind': 'REVENUE', 'basis': 'ALIGNED'}"),
                    Map.entry(
                            "commitment",
                            "{'state': 'OPEN', 'decision_id': '$B', 'opened_on': '2014-04-01'}"),
                    Map.entry(
                            "commitment_variation",
                            "{'amount_pence': 2, 'state': 'MADE', 'decision_id': '$B'}"),
                    Map.entry("contribution_movement", "{'kind': 'DUE'}"),
                    Map.entry("contribution_schedule", "{'profile': 'MONTHLY_12'}"),
                    Map.entry("contribution_terms", "{'profile': 'MONTHLY_12'}"),
                    Map.entry("figure_comparison", "{'against_figure_id': '$B'}"),
                    Map.entry("figure_comparison_term", "{'figure_id': '$B'}"),
                    Map.entry(
                            "figure_statement",
                            "{'unit': 'GBP', 'provenance': {'kind': 'ILLUSTRATIVE'}}"),
                    Map.entry("fund", "{'kind': 'POOLED_FUND'}"),
                    Map.entry("journal_entry", "{'posting_count': 2, 'authority_kind': 'PLAN'}"),
                    Map.entry("line_basis", "{'basis': 'ALIGNED', 'decision_id': '$B'}"),
                    Map.entry("plan_version", "{'planned_pence': 0, 'lines': []}"),
                    Map.entry(
                            "protected_amount_terms",
                            "{'action': 'BLOCK', 'ordinal': 0, 'lines': ['$B']}"),
                    Map.entry("virement", "{'state': 'WITHDRAWN'}"));

    private static final Map<String, String> OF_TYPE =
            Map.of(
                    "date", "2014-04-01",
                    "timestamp with time zone", "2014-04-01T12:00:00Z",
                    "boolean", "false",
                    "integer", "1",
                    "bigint", "1",
                    "smallint", "1");

    private final Map<String, String> made = new HashMap<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
"""
agreement_terms_basis_is_known; agreement_terms; {'basis': 'OTHER'}
agreement_terms_cite_a_version; agreement_terms; {'agreement_version': 0}
agreement_terms_decision_appoints_a_manager; agreement_terms; {'manager_decision_id': '$A'}
agreement_terms_manager_has_post_and_employer; agreement_terms; {'manager_post': 'Pool manager'}
agreement_terms_name_a_legal_power; agreement_terms; {'legal_powers': []}
agreement_terms_pool_under_section_75_with_a_manager; agreement_terms; {'basis': 'POOLED'}
agreement_version_told_counts_from_one; agreement_version_told; {'version': 0}
budget_line_status_is_known; budget_line; {'status': 'OLD'}
budget_line_units_are_not_negative; budget_line; {'planned_units': -1, 'unit': 'beds'}
budget_line_units_are_of_something; budget_line; {'planned_units': 1}
commitment_ended_holds_nothing; commitment; {'state': 'RELEASED'}
commitment_expires_only_with_a_last_day; commitment; {'state': 'EXPIRED', 'released_pence': 1}
commitment_is_open_only_under_authority; commitment; {'opened_on': null}
commitment_state_is_known; commitment; {'state': 'GONE', 'released_pence': 1}
commitment_variation_is_made_only_under_authority; commitment_variation; {'decision_id': null}
commitment_variation_is_of_something; commitment_variation; {'from_pence': 0}
commitment_variation_number_is_positive; commitment_variation; {'number': 0}
commitment_variation_says_why_it_ended; commitment_variation; {'ended_because': 'No decision'}
commitment_variation_state_is_known; commitment_variation; {'state': 'GONE', 'decision_id': null, 'request_id': '$A', 'due_on': '2014-05-01'}
commitment_variation_varies_something; commitment_variation; {'amount_pence': 1}
commitment_variation_waits_only_for_more; commitment_variation; {'state': 'PENDING_APPROVAL', 'decision_id': null}
contribution_instalment_is_of_nothing_negative; contribution_instalment; {'amount_pence': -1}
contribution_instalment_is_paid_no_more_than_it_is; contribution_instalment; {'paid_pence': 2}
contribution_movement_is_received_by_a_document; contribution_movement; {'kind': 'RECEIVED'}
contribution_movement_kind_is_known; contribution_movement; {'kind': 'GIVEN'}
contribution_movement_moves_something; contribution_movement; {'amount_pence': 0}
contribution_movement_takes_back_by_a_reason; contribution_movement; {'kind': 'TAKEN_BACK', 'amount_pence': -1}
contribution_schedule_is_gross_less_client_charges; contribution_schedule; {'gross_pence': 1}
contribution_schedule_is_paid_no_more_than_it_is; contribution_schedule; {'paid_pence': 2}
contribution_schedule_terms_are_counted; contribution_schedule; {'terms_version': 0}
contribution_terms_are_positive; contribution_terms; {'annual_pence': 0}
contribution_terms_profile_is_known; contribution_terms; {'profile': 'DAILY'}
figure_comparison_is_against_one_thing; figure_comparison; {'against_figure_id': null}
figure_comparison_term_counts; figure_comparison_term; {'times': 0}
figure_comparison_term_is_one_thing; figure_comparison_term; {'figure_id': null}
figure_statement_corrects_for_a_reason; figure_statement; {'reason': 'Misread'}
figure_statement_is_numbered_from_one; figure_statement; {'number': 0, 'reason': 'Misread'}
figure_statement_is_within_something; figure_statement; {'within_pence': -1}
figure_statement_names_what_states_it; figure_statement; {'provenance': {'kind': 'STATED'}}
figure_statement_unit_is_known; figure_statement; {'unit': 'EUR'}
fund_has_a_stage_only_of_a_plan; fund; {'plan_stage': 'DRAFT'}
fund_plan_stage_is_known; fund; {'plan_stage': 'OTHER', 'plan_version': 1}
journal_entry_key_is_a_name; journal_entry; {'key': 'a b'}
journal_entry_metadata_is_small; journal_entry; {'metadata': []}
journal_entry_source_document_is_short; journal_entry; {'source_document': ''}
line_basis_is_allowed_by_something; line_basis; {'decision_id': null}
line_basis_is_known; line_basis; {'basis': 'OTHER'}
line_basis_pools_under_an_agreement; line_basis; {'basis': 'POOLED'}
line_basis_starts_a_period; line_basis; {'starts_on': '2014-04-02'}
performance_pay_rule_ends_no_earlier_than_it_starts; performance_pay_rule; {'ends_on': '2014-03-31'}
performance_pay_rule_holds_back_up_to_a_quarter; performance_pay_rule; {'basis_points': 2501}
plan_version_is_counted_from_one; plan_version; {'version': 0}
plan_version_is_the_sum_of_its_lines; plan_version; {'planned_pence': 1}
plan_version_stage_is_known; plan_version; {'stage': 'OTHER'}
protected_amount_terms_action_is_known; protected_amount_terms; {'action': 'OTHER'}
protected_amount_terms_are_counted; protected_amount_terms; {'version': 2}
protected_amount_terms_are_of_something; protected_amount_terms; {'amount_pence': 0}
protected_amount_terms_end_no_earlier_than_they_start; protected_amount_terms; {'ends_on': '2014-03-31'}
protected_amount_terms_name_lines; protected_amount_terms; {'lines': []}
recycled_saving_is_positive; recycled_saving; {'amount_pence': 0}
stated_figure_of_a_line_is_of_its_fund; stated_figure; {'line_id': '$B'}
virement_is_in_the_ledger_once_made; virement; {'state': 'MADE', 'decision_id': '$B'}
virement_is_made_only_under_authority; virement; {'state': 'MADE', 'entry_id': '$B'}
virement_move_is_of_something; virement_move; {'amount_pence': 0}
virement_moves_something; virement; {'amount_pence': 0}
virement_state_is_known; virement; {'state': 'GONE'}
virement_waits_for_a_request; virement; {'state': 'PENDING_APPROVAL'}
""")
    void refusesARow(String constraint, String table, String row) throws SQLException {
        try (var connection = unchained()) {
            assertThat(refusing(connection, table, row)).isEqualTo(constraint);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
"""
agreement_terms_are_named_once; agreement_terms; {'id': '$A'}; {}
agreement_terms_pk; agreement_terms; {'agreement_id': '$A'}; {'starts_on': '2015-04-01'}
agreement_terms_start_once_a_day; agreement_terms; {'agreement_id': '$A'}; {'number': 2}
agreement_version_told_pk; agreement_version_told; {'id': 9000000000}; {}
commitment_is_carried_once; commitment; {'carried_from': '$A'}; {}
commitment_variation_is_numbered; commitment_variation; {'commitment_id': '$A'}; {}
commitment_variation_pk; commitment_variation; {'id': '$A'}; {}
commitment_variation_request_is_unique; commitment_variation; {'request_id': '$A'}; {}
commitment_variation_waits_alone; commitment_variation; {'commitment_id': '$A', 'state': 'PENDING_APPROVAL', 'decision_id': null, 'request_id': '$A', 'due_on': '2014-05-01'}; {'number': 2, 'request_id': '$B'}
contribution_entry_pk; contribution_entry; {'entry_id': '$A'}; {}
contribution_movement_falls_due_once; contribution_movement; {'schedule_id': '$A'}; {}
contribution_movement_has_an_entry_of_its_own; contribution_movement; {'entry_id': '$A'}; {}
contribution_movement_is_taken_back_once; contribution_movement; {'kind': 'TAKEN_BACK', 'amount_pence': -1, 'reason': 'Misread', 'takes_back': '$A'}; {}
contribution_movement_pk; contribution_movement; {'id': '$A'}; {}
contribution_schedule_is_numbered_once; contribution_schedule; {'fund_id': '$A'}; {}
contribution_schedule_reference_is_unique; contribution_schedule; {'reference': 'MCR-C'}; {}
contribution_terms_are_counted_once; contribution_terms; {'schedule_id': '$A'}; {}
contribution_terms_pk; contribution_terms; {'id': '$A'}; {}
figure_comparison_pk; figure_comparison; {'id': '$A'}; {}
figure_comparison_reference_is_unique; figure_comparison; {'reference': 'MCR-COMPARED'}; {}
figure_comparison_term_pk; figure_comparison_term; {'comparison_id': '$A'}; {}
figure_statement_pk; figure_statement; {'figure_id': '$A'}; {}
journal_entry_key_is_unique_in_its_fund; journal_entry; {'fund_id': '$A', 'key': 'AP-1'}; {}
line_basis_pk; line_basis; {'line_id': '$A'}; {}
performance_pay_rule_pk; performance_pay_rule; {'id': '$A'}; {}
performance_pay_rule_reference_is_unique; performance_pay_rule; {'reference': 'MCR-P4P'}; {}
plan_version_is_counted_once; plan_version; {'fund_id': '$A'}; {}
plan_version_pk; plan_version; {'id': '$A'}; {}
protected_amount_pk; protected_amount; {'id': '$A'}; {}
protected_amount_reference_is_unique; protected_amount; {'reference': 'MCR-PROTECTED'}; {}
protected_amount_terms_pk; protected_amount_terms; {'protected_amount_id': '$A'}; {}
recycled_saving_is_posted_once; recycled_saving; {'entry_id': '$A'}; {}
recycled_saving_pk; recycled_saving; {'id': '$A'}; {}
recycled_saving_reference_is_unique; recycled_saving; {'reference': 'MCR-SAVED'}; {}
stated_figure_pk; stated_figure; {'id': '$A'}; {}
stated_figure_reference_is_unique; stated_figure; {'reference': 'MCR-STATED'}; {}
virement_entry_is_unique; virement; {'state': 'MADE', 'decision_id': '$B', 'entry_id': '$A'}; {}
virement_is_numbered_once; virement; {'fund_id': '$A'}; {}
virement_move_names_a_line_once; virement_move; {'virement_id': '$A', 'line_id': '$B'}; {'ordinal': 2}
virement_move_pk; virement_move; {'virement_id': '$A'}; {}
virement_pk; virement; {'id': '$A'}; {}
virement_reference_is_unique; virement; {'reference': 'MCR-V'}; {}
virement_request_is_unique; virement; {'request_id': '$A'}; {}
""")
    void refusesASecondRow(String constraint, String table, String row, String andThen)
            throws SQLException {
        try (var connection = unchained()) {
            insert(connection, table, row, "{}");
            assertThat(refusing(connection, table, row, andThen)).isEqualTo(constraint);
        }
    }

    @Test
    void refusesTermsThatDoNotFollowThoseBefore() throws SQLException {
        var terms = "{'agreement_id': '$A'}";
        try (var connection = unchained()) {
            insert(connection, "agreement_terms", terms, "{}");
            connection.createStatement().execute("set session_replication_role = origin");
            var saved = connection.setSavepoint();
            assertThat(
                            refusing(
                                    connection,
                                    "agreement_terms",
                                    terms,
                                    "{'number': 3, 'starts_on': '2015-04-01'}"))
                    .isEqualTo("agreement_terms_follow_each_other");
            connection.rollback(saved);
            assertThat(
                            refusing(
                                    connection,
                                    "agreement_terms",
                                    terms,
                                    "{'number': 2, 'starts_on': '2015-04-02', 'basis': 'SHADOW'}"))
                    .isEqualTo("agreement_terms_change_the_basis_with_a_period");
        }
    }

    /// A transaction in which rows need not refer to others, and of which nothing is kept.
    private static Connection unchained() throws SQLException {
        var connection = Infrastructure.get().postgres().superuser("suite");
        connection.setAutoCommit(false);
        connection.createStatement().execute("set session_replication_role = replica");
        return connection;
    }

    private String refusing(Connection connection, String table, String... says) {
        try {
            insert(connection, table, says[0], says.length > 1 ? says[1] : "{}");
            return "nothing";
        } catch (PSQLException refused) {
            var said = refused.getServerErrorMessage();
            return said == null ? refused.toString() : String.valueOf(said.getConstraint());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void insert(Connection connection, String table, String says, String andThen)
            throws SQLException {
        var row = filled(table);
        row.setAll(json(GOOD.getOrDefault(table, "{}")));
        row.setAll(json(says));
        row.setAll(json(andThen));
        var columns =
                StreamSupport.stream(((Iterable<String>) row::fieldNames).spliterator(), false)
                        .collect(joining(", "));
        try (var insert =
                connection.prepareStatement(
                        "insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, ?::jsonb)"
                                .formatted(table, columns))) {
            insert.setString(1, row.toString());
            insert.execute();
        }
    }

    /// A value for every column that must have one.
    private static ObjectNode filled(String table) {
        var row = JSON.createObjectNode();
        Rows.of(
                        """
                        select column_name || ':' || data_type from information_schema.columns
                        where table_schema = 'public' and table_name = '%s' and is_nullable = 'NO'
                          and column_default is null and is_identity = 'NO'
                        """
                                .formatted(table))
                .forEach(
                        column -> {
                            var named = column.split(":");
                            switch (named[1]) {
                                case "jsonb" -> row.putObject(named[0]);
                                case "ARRAY" -> row.putArray(named[0]);
                                default ->
                                        row.put(
                                                named[0],
                                                OF_TYPE.getOrDefault(
                                                        named[1], UUID.randomUUID().toString()));
                            }
                        });
        return row;
    }

    private ObjectNode json(String says) {
        var text = says.replace('\'', '"');
        for (var name : new String[] {"$A", "$B"}) {
            text =
                    text.replace(
                            name, made.computeIfAbsent(name, _ -> UUID.randomUUID().toString()));
        }
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (java.io.IOException malformed) {
            throw new java.io.UncheckedIOException(malformed);
        }
    }
}
