package locality.budget.contribution;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a contribution was from a day on: one version of it, never changed again.
@Entity
class ContributionTerms {
    @Id UUID id;
    UUID scheduleId;
    int version;
    Pence annualPence;
    @Nullable Pence grossPence;
    @Nullable Pence clientChargesPence;

    @Enumerated(EnumType.STRING)
    ContributionProfile profile;

    @JdbcTypeCode(SqlTypes.JSON)
    List<ContributionProfile.Due> instalments;

    @Nullable UUID decisionId;
    String reason;
    LocalDate effectiveOn;
    Instant recordedAt;
    String actor;

    static ContributionTerms of(
            ContributionSchedule schedule, String reason, String actor, Instant recordedAt) {
        var terms = new ContributionTerms();
        terms.id = Ids.next();
        terms.scheduleId = schedule.id;
        terms.version = schedule.termsVersion;
        terms.annualPence = schedule.annualPence;
        terms.grossPence = schedule.grossPence;
        terms.clientChargesPence = schedule.clientChargesPence;
        terms.profile = schedule.profile;
        terms.instalments = schedule.dues();
        terms.decisionId = schedule.decisionId;
        terms.reason = reason;
        terms.effectiveOn = schedule.termsSince;
        terms.recordedAt = recordedAt;
        terms.actor = actor;
        return terms;
    }

    /// Its instalments as paid so far.
    List<Instalment> instalments() {
        return java.util.stream.IntStream.range(0, instalments.size())
                .mapToObj(
                        i ->
                                new Instalment(
                                        i + 1,
                                        instalments.get(i).dueOn(),
                                        instalments.get(i).amountPence()))
                .toList();
    }
}
