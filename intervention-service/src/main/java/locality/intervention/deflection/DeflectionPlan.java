package locality.intervention.deflection;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import locality.platform.event.InterventionEvent.DeflectionPlanned;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What one intervention is to keep out of one provider's activity. It is refreshed in versions,
/// each agreed in the locality and then with Greater Manchester; the actual activity is the same
/// whatever the version.
@Entity
class DeflectionPlan {
    @Id UUID id;
    UUID interventionId;
    String activityType;
    String provider;
    Locality locality;
    LocalDate effectiveOn;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "plan_id", nullable = false)
    @OrderBy("number")
    @BatchSize(size = 500)
    List<PlanVersion> versions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "deflection_actual", joinColumns = @JoinColumn(name = "plan_id"))
    @MapKeyColumn(name = "month")
    @Column(name = "actual")
    @BatchSize(size = 500)
    Map<LocalDate, BigDecimal> actuals = new TreeMap<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// Drafts the first version, or a refresh of what was agreed.
    ///
    /// @throws DeflectionRefusal if one is under discussion, or a month stands there twice
    DeflectionPlanned draft(
            @Nullable Pence tariff, List<PlannedMonth> months, LocalDate from, Provenance saidBy) {
        underDiscussion()
                .ifPresent(
                        open -> {
                            throw new DeflectionRefusal.UnderDiscussion(open);
                        });
        requireDistinct(months);
        var draft = new PlanVersion();
        draft.id = Ids.next();
        draft.number = versions.size() + 1;
        draft.tariffPence = tariff;
        draft.months = months.stream().sorted(Comparator.comparing(PlannedMonth::month)).toList();
        draft.effectiveOn = from;
        draft.provenance = saidBy;
        versions.add(draft);
        return planned(draft);
    }

    DeflectionPlanned agreeLocally(LocalDate from) {
        var draft = in(VersionState.DRAFT);
        draft.state = VersionState.LOCAL_AGREED;
        draft.effectiveOn = from;
        return planned(draft);
    }

    /// Agrees with Greater Manchester what the locality agreed; it replaces what was agreed before.
    DeflectionPlanned agreeWithGreaterManchester(LocalDate from) {
        var agreed = in(VersionState.LOCAL_AGREED);
        versions.stream()
                .filter(before -> before.state == VersionState.GM_AGREED)
                .forEach(before -> before.state = VersionState.SUPERSEDED);
        agreed.state = VersionState.GM_AGREED;
        agreed.effectiveOn = from;
        return planned(agreed);
    }

    /// Takes the activity that came; what is not given stays as it is.
    DeflectionPlanned record(Map<LocalDate, BigDecimal> came) {
        actuals.putAll(came);
        return planned(leading());
    }

    /// The version that counts: what Greater Manchester agreed, else the latest.
    PlanVersion leading() {
        return versions.stream()
                .filter(candidate -> candidate.state == VersionState.GM_AGREED)
                .findFirst()
                .orElseGet(versions::getLast);
    }

    boolean plans(LocalDate month) {
        return versions.stream()
                .flatMap(candidate -> candidate.months.stream())
                .anyMatch(planned -> planned.month().equals(month));
    }

    private Optional<PlanVersion> underDiscussion() {
        return versions.stream().filter(PlanVersion::isUnderDiscussion).findFirst();
    }

    private PlanVersion in(VersionState needed) {
        return versions.stream()
                .filter(candidate -> candidate.state == needed)
                .findFirst()
                .orElseThrow(
                        () ->
                                new DeflectionRefusal.NotThere(
                                        needed, versions.isEmpty() ? null : versions.getLast()));
    }

    private DeflectionPlanned planned(PlanVersion told) {
        return new DeflectionPlanned(
                id,
                interventionId,
                told.number,
                activityType,
                provider,
                told.tariffPence,
                told.months.stream()
                        .map(
                                month ->
                                        new DeflectionPlanned.Month(
                                                month.month(),
                                                month.counterfactual(),
                                                month.planned(),
                                                actuals.get(month.month())))
                        .toList(),
                told.state.name(),
                locality,
                told.effectiveOn,
                told.provenance);
    }

    private static void requireDistinct(List<PlannedMonth> months) {
        var seen = new HashSet<LocalDate>();
        for (var month : months) {
            if (!seen.add(month.month())) {
                throw new DeflectionRefusal.MonthTwice(month.month());
            }
        }
    }
}
