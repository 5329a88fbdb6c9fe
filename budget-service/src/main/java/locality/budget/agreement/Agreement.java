package locality.budget.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The money side of a partnership agreement. Its basis changes only at the start of a period, each
/// change under a new version; what held before is kept.
@Entity
public class Agreement {
    @Id UUID id;
    String reference;
    String name;
    Locality locality;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> legalPowers;

    String host;
    @Nullable String managerPost;
    @Nullable String managerEmployer;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agreement_basis", joinColumns = @JoinColumn(name = "agreement_id"))
    @OrderBy("startsOn")
    Set<BasisPeriod> bases = new LinkedHashSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public String host() {
        return host;
    }

    /// The post that manages the pooled fund, null while there is none.
    public @Nullable String managerPost() {
        return managerPost;
    }

    /// Who employs that post, by ODS or GSS code.
    public @Nullable String managerEmployer() {
        return managerEmployer;
    }

    /// Whether a pooled fund may stand on it: section 75 needs a host and a manager of the fund (SI
    /// 2000/617).
    public boolean mayPool() {
        return legalPowers.contains(LegalPower.S75.name()) && managerPost != null;
    }

    AgreementEvent.Recorded begin(Basis basis, LocalDate startsOn) {
        requireStartOfPeriod(startsOn);
        bases.add(new BasisPeriod(1, basis, startsOn, provenance));
        return new AgreementEvent.Recorded(
                id, reference, name, legalPowers, host, basis, locality, startsOn, provenance);
    }

    AgreementEvent.BasisChanged change(Basis basis, LocalDate startsOn, Provenance source) {
        requireStartOfPeriod(startsOn);
        var last = inForce();
        if (!startsOn.isAfter(last.startsOn())) {
            throw new AgreementRefusal.NotAfterTheLast(startsOn, last.startsOn());
        }
        bases.add(new BasisPeriod(last.version() + 1, basis, startsOn, source));
        return new AgreementEvent.BasisChanged(
                id, last.version() + 1, basis, locality, startsOn, source);
    }

    /// The basis on a day; empty before the agreement begins.
    public Optional<Basis> basisOn(LocalDate day) {
        return periodOn(day).map(BasisPeriod::basis);
    }

    /// The version that holds on a day; empty before the agreement begins.
    public Optional<Integer> versionOn(LocalDate day) {
        return periodOn(day).map(BasisPeriod::version);
    }

    private Optional<BasisPeriod> periodOn(LocalDate day) {
        return bases.stream()
                .filter(period -> !period.startsOn().isAfter(day))
                .max(Comparator.comparing(BasisPeriod::startsOn));
    }

    BasisPeriod inForce() {
        return bases.stream().max(Comparator.comparing(BasisPeriod::version)).orElseThrow();
    }

    private static void requireStartOfPeriod(LocalDate startsOn) {
        if (startsOn.getDayOfMonth() != 1) {
            throw new AgreementRefusal.NotAPeriodBoundary(startsOn);
        }
    }
}
