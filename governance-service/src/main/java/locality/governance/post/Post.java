package locality.governance.post;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import locality.governance.period.Period;
import locality.platform.event.GovernanceEvent.PostChanged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A post over time: whose it is, to whom its holder reports, and who holds it. One holder at a
/// time holds it substantively; others may act in it. It can be asked what it was on any date, and
/// what was known of that at any moment.
@Entity
class Post {
    @Id UUID id;
    String reference;
    String title;

    @Enumerated(EnumType.STRING)
    PostKind kind;

    Locality locality;
    LocalDate effectiveOn;

    /// The last day of a post for a time, as it was created.
    @Nullable LocalDate endsOn;

    /// The first day there is no such post, once it is abolished.
    @Nullable LocalDate abolishedOn;

    @Nullable Instant abolishedRecordedAt;

    @ElementCollection
    @CollectionTable(name = "post_employer", joinColumns = @JoinColumn(name = "post_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Employer> employers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "post_line", joinColumns = @JoinColumn(name = "post_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Line> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "post_holder", joinColumns = @JoinColumn(name = "post_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Holding> holders = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "post_wording", joinColumns = @JoinColumn(name = "post_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    List<Wording> formerWordings = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Provenance abolishedProvenance;

    Instant recordedAt;
    @Version long version;

    Post() {}

    /// @param organisations whose post it is; several for a joint post
    /// @throws PostRefusal if it ends before it begins, or belongs to nobody
    Post(
            UUID id,
            String reference,
            String title,
            PostKind kind,
            Locality locality,
            Period period,
            List<String> organisations,
            Provenance provenance,
            Instant now) {
        requireOrder(period);
        this.id = id;
        this.reference = reference;
        this.title = title;
        this.kind = kind;
        this.locality = locality;
        this.effectiveOn = period.from();
        this.endsOn = period.until();
        this.provenance = provenance;
        this.recordedAt = now;
        organisations.stream()
                .distinct()
                .map(one -> Employer.of(one, period, provenance, now))
                .forEach(employers::add);
    }

    PostChanged created() {
        return changed(effectiveOn, provenance);
    }

    /// A holder of a post for a time leaves with it at the latest.
    ///
    /// @throws PostRefusal outside the post's life, or where another holds it substantively
    PostChanged appoint(
            String person, boolean acting, Period asked, Provenance source, Instant now) {
        requireOrder(asked);
        var until = asked.until() == null ? period().until() : asked.until();
        var next = Holding.of(person, acting, new Period(asked.from(), until), source, now);
        requireWithinItsLife(next.period());
        Known.current(holders, next::isInTheWayOf).stream()
                .findFirst()
                .ifPresent(
                        holder -> {
                            throw new PostRefusal.Taken(reference, holder);
                        });
        holders.add(next);
        return changed(next.fromDay(), source);
    }

    /// The post stays.
    ///
    /// @param person who leaves; may be left out when only one holds it
    /// @param firstDayWithout the first day they no longer hold it
    /// @throws PostRefusal if nobody, or not that person, or more than one holds it the day before
    PostChanged release(
            @Nullable String person, LocalDate firstDayWithout, Provenance source, Instant now) {
        var lastDay = firstDayWithout.minusDays(1);
        var leaving =
                Known.current(
                        holders,
                        one ->
                                one.period().holdsOn(lastDay)
                                        && (person == null
                                                || person.equals(one.personReference())));
        if (leaving.isEmpty()) {
            throw new PostRefusal.NobodyHolds(reference, lastDay);
        }
        if (leaving.size() > 1) {
            throw new PostRefusal.WhichHolder(reference, lastDay, leaving.size());
        }
        cutHoldings(leaving.getFirst()::equals, lastDay, source, now);
        return changed(firstDayWithout, source);
    }

    /// Puts right what it is called and counts as; what it was called stays known for earlier
    /// moments.
    ///
    /// @param on the day it is told of
    PostChanged reword(String title, PostKind kind, LocalDate on, Provenance source, Instant now) {
        formerWordings.add(new Wording(this.title, this.kind, now, source));
        this.title = title;
        this.kind = kind;
        return changed(on.isBefore(effectiveOn) ? effectiveOn : on, source);
    }

    /// Whoever holds it or acts in it leaves with it.
    ///
    /// @param firstDayWithout the first day there is no such post
    /// @throws PostRefusal if it has ended by then, begins later, or is held by somebody from then
    PostChanged abolish(LocalDate firstDayWithout, Provenance source, Instant now) {
        var lastDay = firstDayWithout.minusDays(1);
        requireOrder(new Period(effectiveOn, lastDay));
        if (abolishedOn != null || period().isOverBy(firstDayWithout)) {
            throw new PostRefusal.EndedAlready(reference, period().until());
        }
        Known.current(holders, one -> one.fromDay().isAfter(lastDay)).stream()
                .findFirst()
                .ifPresent(
                        later -> {
                            throw new PostRefusal.Taken(reference, later);
                        });
        cutHoldings(one -> one.period().holdsOn(firstDayWithout), lastDay, source, now);
        abolishedOn = firstDayWithout;
        abolishedRecordedAt = now;
        abolishedProvenance = source;
        return changed(firstDayWithout, source);
    }

    /// From a day its holder reports to these, and to nobody else.
    ///
    /// @throws PostRefusal if there is no such post on that day, or to itself
    PostChanged reportTo(List<Line.End> ends, LocalDate from, Provenance source, Instant now) {
        requireWithinItsLife(new Period(from, from));
        if (ends.stream().anyMatch(end -> id.equals(end.post()))) {
            throw new PostRefusal.ReportsInACircle(reference, reference);
        }
        cut(
                lines,
                line -> !line.period().isOverBy(from),
                Line::superseded,
                (line, until) ->
                        Line.to(line.end(), new Period(line.fromDay(), until), source, now),
                from.minusDays(1),
                now);
        ends.stream()
                .distinct()
                .map(end -> Line.to(end, new Period(from, null), source, now))
                .forEach(lines::add);
        return changed(from, source);
    }

    /// Another organisation takes the place of one that it belongs to; it may be one that shares it
    /// already.
    ///
    /// @param effectiveOn the first day it is the other's
    /// @throws PostRefusal if it is not the first one's on the day before and on that day
    PostChanged passOn(
            String from, String to, LocalDate effectiveOn, Provenance source, Instant now) {
        var lastDay = effectiveOn.minusDays(1);
        var leaving =
                Known.current(
                        employers,
                        one ->
                                one.organisation().equals(from)
                                        && one.period().holdsOn(lastDay)
                                        && one.period().holdsOn(effectiveOn));
        if (leaving.isEmpty() || !period().holdsOn(effectiveOn)) {
            throw new PostRefusal.NotTheirs(reference, from, effectiveOn);
        }
        var until = leaving.getFirst().untilDay();
        cut(
                employers,
                leaving::contains,
                Employer::superseded,
                (one, end) ->
                        Employer.of(from, new Period(one.fromDay(), end), one.provenance(), now),
                lastDay,
                now);
        var taken = Employer.of(to, new Period(effectiveOn, until), source, now);
        boolean sharesAlready =
                Known.current(employers, one -> one.organisation().equals(to)).stream()
                        .anyMatch(one -> one.period().overlaps(taken.period()));
        if (!sharesAlready) {
            employers.add(taken);
        }
        return changed(effectiveOn, source);
    }

    /// From its first day to its last, as far as is known by now.
    Period period() {
        return period(Instant.MAX);
    }

    Period period(Instant knownAt) {
        boolean known = abolishedRecordedAt != null && !abolishedRecordedAt.isAfter(knownAt);
        return known && abolishedOn != null
                ? new Period(effectiveOn, abolishedOn.minusDays(1))
                : new Period(effectiveOn, endsOn);
    }

    /// Empty before its first day.
    Optional<PostState> stateOn(LocalDate day, Instant knownAt) {
        if (day.isBefore(effectiveOn)) {
            return Optional.empty();
        }
        if (period(knownAt).isOverBy(day)) {
            return Optional.of(PostState.ABOLISHED);
        }
        return Optional.of(
                substantiveHolder(day, knownAt).isPresent() ? PostState.FILLED : PostState.VACANT);
    }

    String titleAt(Instant knownAt) {
        return wordingAt(knownAt).map(Wording::title).orElse(title);
    }

    PostKind kindAt(Instant knownAt) {
        return wordingAt(knownAt).map(Wording::kind).orElse(kind);
    }

    /// The one that was put right later; none when it is still that of today.
    private Optional<Wording> wordingAt(Instant knownAt) {
        return formerWordings.stream()
                .filter(wording -> wording.supersededAt().isAfter(knownAt))
                .findFirst();
    }

    List<Holding> holdersOn(LocalDate day, Instant knownAt) {
        return period(knownAt).isOverBy(day) ? List.of() : on(holders, day, knownAt);
    }

    List<Line> linesOn(LocalDate day, Instant knownAt) {
        return on(lines, day, knownAt);
    }

    /// In the order of their codes.
    List<String> organisationsOn(LocalDate day, Instant knownAt) {
        return on(employers, day, knownAt).stream().map(Employer::organisation).sorted().toList();
    }

    private Optional<Holding> substantiveHolder(LocalDate day, Instant knownAt) {
        return on(holders, day, knownAt).stream().filter(one -> !one.acting()).findFirst();
    }

    private static <T extends Known> List<T> on(List<T> all, LocalDate day, Instant knownAt) {
        return Known.at(all, knownAt).stream().filter(one -> one.period().holdsOn(day)).toList();
    }

    private void cutHoldings(
            Predicate<Holding> whose, LocalDate lastDay, Provenance source, Instant now) {
        cut(
                holders,
                whose,
                Holding::superseded,
                (one, until) ->
                        Holding.of(
                                one.personReference(),
                                one.acting(),
                                new Period(one.fromDay(), until),
                                source,
                                now),
                lastDay,
                now);
    }

    /// Supersedes some of them by the same with another last day; what would then have no day left
    /// is only superseded.
    private static <T extends Known> void cut(
            List<T> all,
            Predicate<T> which,
            BiFunction<T, Instant, T> superseded,
            BiFunction<T, LocalDate, T> until,
            LocalDate lastDay,
            Instant now) {
        for (var one : Known.current(all, which)) {
            all.set(all.indexOf(one), superseded.apply(one, now));
            if (!one.fromDay().isAfter(lastDay)) {
                all.add(until.apply(one, lastDay));
            }
        }
    }

    private PostChanged changed(LocalDate day, Provenance source) {
        var state = stateOn(day, Instant.MAX).orElse(PostState.VACANT);
        var shownOn = state == PostState.ABOLISHED ? period().until() : day;
        return new PostChanged(
                id,
                reference,
                title,
                organisationsOn(shownOn == null ? day : shownOn, Instant.MAX),
                state.name(),
                locality,
                day,
                substantiveHolder(day, Instant.MAX).map(Holding::untilDay).orElse(null),
                source);
    }

    private void requireWithinItsLife(Period asked) {
        boolean outlives =
                Stream.ofNullable(asked.until()).anyMatch(last -> period().isOverBy(last));
        if (!period().holdsOn(asked.from()) || outlives) {
            throw new PostRefusal.OutsideThePost(reference, period(), asked);
        }
    }

    private static void requireOrder(Period period) {
        if (period.isOverBy(period.from())) {
            throw new PostRefusal.EndsBeforeItBegins(period);
        }
    }
}
