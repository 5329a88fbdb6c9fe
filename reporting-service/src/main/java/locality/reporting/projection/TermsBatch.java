package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.event.BudgetEvent.FiguresCompared;
import locality.platform.event.BudgetEvent.LineBasisChanged;

/// What is agreed of money, on which basis lines stand and how figures compare, of one batch.
final class TermsBatch {

    private final SequencedMap<Day, Told<AgreementTermsSet>> terms = new LinkedHashMap<>();
    private final SequencedMap<Day, Told<LineBasisChanged>> bases = new LinkedHashMap<>();
    private final SequencedMap<Day, Told<FiguresCompared>> comparisons = new LinkedHashMap<>();

    void takeTerms(Told<AgreementTermsSet> it) {
        terms.putLast(new Day(it.event().termsId(), it.event().effectiveOn()), it);
    }

    void takeBasis(Told<LineBasisChanged> it) {
        bases.putLast(new Day(it.event().lineId(), it.event().effectiveOn()), it);
    }

    void takeComparison(Told<FiguresCompared> it) {
        comparisons.putLast(new Day(it.event().comparisonId(), it.event().effectiveOn()), it);
    }

    void write(Connection connection) throws SQLException {
        writeTerms(connection);
        writeBases(connection);
        writeComparisons(connection);
    }

    private void writeTerms(Connection connection) throws SQLException {
        Rows.of(terms.values())
                .uuid(it -> it.event().termsId())
                .date(it -> it.event().effectiveOn())
                .number(Told::position)
                .text(it -> it.event().agreement())
                .number(it -> (long) it.event().agreementVersion())
                .json(it -> it.event().legalPowers())
                .text(it -> it.event().host())
                .text(it -> it.event().fundManagerPost())
                .text(it -> it.event().fundManagerEmployer())
                .uuid(it -> it.event().fundManagerDecisionId())
                .text(it -> it.event().basis())
                .text(it -> it.event().locality().code())
                .provenance(it -> it.event().provenance())
                .text(it -> it.event().governanceReference())
                .write(
                        connection,
                        """
                        insert into read_model.agreement_terms_day
                          (terms_id, effective_on, told, agreement, agreement_version,
                           legal_powers, host, manager_post, manager_employer, manager_decision,
                           basis, locality, provenance, governance_reference)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (terms_id, effective_on) do update set
                          told = excluded.told, agreement = excluded.agreement,
                          agreement_version = excluded.agreement_version,
                          legal_powers = excluded.legal_powers, host = excluded.host,
                          manager_post = excluded.manager_post,
                          manager_employer = excluded.manager_employer,
                          manager_decision = excluded.manager_decision,
                          basis = excluded.basis, provenance = excluded.provenance,
                          governance_reference = excluded.governance_reference
                        """);
    }

    private void writeBases(Connection connection) throws SQLException {
        Rows.of(bases.values())
                .uuid(it -> it.event().lineId())
                .date(it -> it.event().effectiveOn())
                .number(Told::position)
                .uuid(it -> it.event().fundId())
                .text(it -> it.event().basis())
                .number(
                        it ->
                                it.event().agreementVersion() == null
                                        ? null
                                        : it.event().agreementVersion().longValue())
                .write(
                        connection,
                        """
                        insert into read_model.line_basis_day
                          (line_id, effective_on, told, fund_id, basis, agreement_version)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (line_id, effective_on) do update set
                          told = excluded.told, basis = excluded.basis,
                          agreement_version = excluded.agreement_version
                        """);
    }

    private void writeComparisons(Connection connection) throws SQLException {
        Rows.of(comparisons.values())
                .uuid(it -> it.event().comparisonId())
                .date(it -> it.event().effectiveOn())
                .number(Told::position)
                .text(it -> it.event().reference())
                .uuid(it -> it.event().fundId())
                .text(it -> it.event().title())
                .json(it -> it.event().terms())
                .json(it -> it.event().against())
                .pence(it -> it.event().sumPence())
                .pence(it -> it.event().differencePence())
                .text(it -> it.event().verdict())
                .text(it -> it.event().locality().code())
                .write(
                        connection,
                        """
                        insert into read_model.figure_comparison_day
                          (comparison_id, effective_on, told, reference, fund_id, title, terms,
                           against, sum_pence, difference_pence, verdict, locality)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (comparison_id, effective_on) do update set
                          told = excluded.told, reference = excluded.reference,
                          fund_id = excluded.fund_id, title = excluded.title,
                          terms = excluded.terms, against = excluded.against,
                          sum_pence = excluded.sum_pence,
                          difference_pence = excluded.difference_pence,
                          verdict = excluded.verdict
                        """);
    }
}
