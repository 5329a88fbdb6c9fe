package locality.governance.organisation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.place.RegisteredOrganisations;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An organisation under one ODS or GSS code, from the first day the code holds to the last. It may
/// change its name and keep its code. One that merges or changes its code closes, and those who
/// take over from it are recorded under codes of their own and name it as their predecessor.
@Entity
class Organisation {
    @Id String code;

    /// The first name it was recorded under.
    String name;

    @ElementCollection
    @CollectionTable(name = "organisation_name", joinColumns = @JoinColumn(name = "organisation"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Renaming> renamings = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    OrganisationKind kind;

    Locality locality;
    LocalDate effectiveOn;
    @Nullable LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> predecessors;

    /// Those who succeed it and are not to be changed by whoever closes it, being another place's.
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> successors = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    /// Who says that it closes, null when it was recorded with its end.
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Provenance endProvenance;

    @Version long version;

    Organisation() {}

    Organisation(
            String code,
            String name,
            OrganisationKind kind,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            List<String> predecessors,
            Provenance provenance) {
        if (endsOn != null && endsOn.isBefore(effectiveOn)) {
            throw new OrganisationRefusal.EndsBeforeItBegins(code, effectiveOn, endsOn);
        }
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.locality = locality;
        this.effectiveOn = effectiveOn;
        this.endsOn = endsOn;
        this.predecessors = List.copyOf(predecessors);
        this.provenance = provenance;
    }

    /// A code of the public registers stands for what they say it does: a slip of a digit would put
    /// one organisation's money and authority under another's code.
    void requireItsRegisteredKind() {
        var registered = RegisteredOrganisations.find(code);
        if (registered.isPresent() && !kind.name().equals(registered.get().kind().name())) {
            throw new OrganisationRefusal.RegisteredAsAnother(registered.get(), kind);
        }
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(effectiveOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    OrganisationState stateOn(LocalDate day) {
        if (day.isBefore(effectiveOn)) {
            return OrganisationState.TO_COME;
        }
        return existsOn(day) ? OrganisationState.OPEN : OrganisationState.CLOSED;
    }

    /// Its name on a day; before its first day, the one it begins under.
    String nameOn(LocalDate day) {
        return renamings.reversed().stream()
                .filter(one -> !one.fromDay().isAfter(day))
                .map(Renaming::name)
                .findFirst()
                .orElse(name);
    }

    /// Names follow one another in time; one that begins on its predecessor's day replaces it.
    ///
    /// @throws OrganisationRefusal if it does not exist on that day, or has a name from a later one
    OrganisationRecorded rename(Renaming next) {
        if (!existsOn(next.fromDay())) {
            throw new OrganisationRefusal.NotThereToBeNamed(this, next.fromDay());
        }
        if (!renamings.isEmpty() && next.fromDay().isBefore(renamings.getLast().fromDay())) {
            throw new OrganisationRefusal.NamesOutOfOrder(
                    code, renamings.getLast().fromDay(), next.fromDay());
        }
        renamings.add(next);
        return recorded(next.provenance());
    }

    /// Its last day. An end that is on record already may be told once more, to name who succeeds.
    ///
    /// @throws OrganisationRefusal if it ended already, or would end before it begins
    OrganisationRecorded close(LocalDate lastDay, Provenance source) {
        if (endsOn != null && !endsOn.equals(lastDay) || endProvenance != null) {
            throw new OrganisationRefusal.EndedAlready(code, endsOn);
        }
        if (lastDay.isBefore(effectiveOn)) {
            throw new OrganisationRefusal.EndsBeforeItBegins(code, effectiveOn, lastDay);
        }
        endsOn = lastDay;
        endProvenance = source;
        return recorded(source);
    }

    /// @throws OrganisationRefusal if it is gone before its predecessor is
    OrganisationRecorded succeed(Organisation predecessor, LocalDate lastDayOfPredecessor) {
        requireLaterThan(lastDayOfPredecessor);
        if (!predecessors.contains(predecessor.code)) {
            predecessors =
                    Stream.concat(predecessors.stream(), Stream.of(predecessor.code)).toList();
        }
        return recorded();
    }

    /// Names who succeeds it, and leaves them as they are.
    ///
    /// @throws OrganisationRefusal if the successor is gone before it is
    void bePassedTo(Organisation successor, LocalDate lastDay) {
        successor.requireLaterThan(lastDay);
        successors = Stream.concat(successors.stream(), Stream.of(successor.code)).toList();
    }

    private void requireLaterThan(LocalDate lastDayOfPredecessor) {
        if (endsOn != null && !endsOn.isAfter(lastDayOfPredecessor)) {
            throw new OrganisationRefusal.GoneBefore(code, endsOn, lastDayOfPredecessor);
        }
    }

    OrganisationRecorded recorded() {
        return recorded(provenance);
    }

    /// As it is known now, under its latest name and from when it has that.
    private OrganisationRecorded recorded(Provenance source) {
        return new OrganisationRecorded(
                code,
                nameOn(LocalDate.MAX),
                kind.name(),
                locality,
                effectiveOn,
                endsOn,
                predecessors,
                source,
                renamings.isEmpty() ? effectiveOn : renamings.getLast().fromDay());
    }
}
