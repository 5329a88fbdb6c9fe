package locality.governance.team;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A team over time: it belongs to one organisation or body on a day, and does functions of the
/// register.
@Entity
class Team {
    @Id UUID id;
    String reference;
    String name;
    Locality locality;
    LocalDate effectiveOn;

    /// The last day.
    @Nullable LocalDate endsOn;

    @ElementCollection
    @CollectionTable(name = "team_home", joinColumns = @JoinColumn(name = "team_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Home> homes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "team_function", joinColumns = @JoinColumn(name = "team_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<TeamFunction> functions = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Team() {}

    /// @throws TeamRefusal if it ends before it begins
    Team(
            @Nullable String reference,
            String name,
            Locality locality,
            Period period,
            Provenance provenance) {
        if (period.isOverBy(period.from())) {
            throw new TeamRefusal.EndsBeforeItBegins(period);
        }
        this.id = Ids.next();
        this.reference = reference == null ? "TEAM-" + id.toString().substring(28) : reference;
        this.name = name;
        this.locality = locality;
        this.effectiveOn = period.from();
        this.endsOn = period.until();
        this.provenance = provenance;
    }

    /// From a day it does these functions, and no others.
    ///
    /// @throws TeamRefusal if there is no such team on that day
    void does(List<String> codes, LocalDate from, Provenance source) {
        requireThere(from);
        var lastDay = from.minusDays(1);
        functions.removeIf(one -> !one.fromDay().isBefore(from));
        functions.replaceAll(one -> one.period().isOverBy(from) ? one : one.until(lastDay));
        codes.stream()
                .distinct()
                .map(code -> new TeamFunction(code, from, endsOn, source))
                .forEach(functions::add);
    }

    /// From a day it belongs to another.
    ///
    /// @throws TeamRefusal if there is no such team on that day and the day before
    void moveTo(
            @Nullable String organisation, @Nullable UUID body, LocalDate from, Provenance why) {
        requireThere(from);
        requireThere(from.minusDays(1));
        homes.removeIf(one -> !one.fromDay().isBefore(from));
        homes.replaceAll(one -> one.period().isOverBy(from) ? one : one.until(from.minusDays(1)));
        homes.add(new Home(organisation, body, from, endsOn, why));
    }

    /// @param firstDayWithout the first day there is no such team
    /// @throws TeamRefusal if it has ended by then, or has not begun the day before
    void end(LocalDate firstDayWithout) {
        requireThere(firstDayWithout);
        var lastDay = firstDayWithout.minusDays(1);
        requireThere(lastDay);
        endsOn = lastDay;
        homes.replaceAll(one -> one.period().isOverBy(firstDayWithout) ? one : one.until(lastDay));
        functions.replaceAll(
                one -> one.period().isOverBy(firstDayWithout) ? one : one.until(lastDay));
    }

    Optional<Home> homeOn(LocalDate day) {
        return homes.stream().filter(one -> one.period().holdsOn(day)).findFirst();
    }

    /// In the order of their codes.
    List<String> functionsOn(LocalDate day) {
        return functions.stream()
                .filter(one -> one.period().holdsOn(day))
                .map(TeamFunction::functionCode)
                .sorted()
                .toList();
    }

    Period period() {
        return new Period(effectiveOn, endsOn);
    }

    TeamRecord written(LocalDate day) {
        var home = homeOn(day);
        return new TeamRecord(
                id,
                reference,
                home.map(Home::organisation).orElse(null),
                home.map(Home::bodyId).orElse(null),
                functionsOn(day),
                locality,
                day,
                endsOn);
    }

    private void requireThere(LocalDate day) {
        if (!period().holdsOn(day)) {
            throw new TeamRefusal.NotThere(reference, period(), day);
        }
    }
}
