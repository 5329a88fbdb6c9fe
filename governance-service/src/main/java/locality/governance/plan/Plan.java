package locality.governance.plan;

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
import java.util.UUID;
import java.util.stream.IntStream;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PlanEvent;
import locality.platform.event.PlanEvent.PlanChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a partnership means to reach by when: its areas in their order, what it is to bring about,
/// and what its areas depend on. Its milestones refer to it.
@Entity
class Plan {
    @Id UUID id;
    String reference;
    String title;

    /// The body whose plan it is, null for one that no body has taken on.
    @Nullable UUID bodyId;

    @Nullable String bodyReference;
    Locality locality;
    LocalDate madeOn;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "plan_area", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<Area> areas = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "plan_objective", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<Objective> objectives = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "plan_interdependency", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<Interdependency> interdependencies = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Plan() {}

    /// An area as it is said: with the area it is a part of by title or number.
    record NewArea(
            String title,
            AreaKind kind,
            @Nullable String partOf,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn) {}

    record NewObjective(String text, @Nullable String area) {}

    record NewInterdependency(String area, String title) {}

    void retitle(String said) {
        PersonalData.requireNone("title", said);
        title = said;
    }

    /// Adds areas at the end. One may be a part of any that stands before it. The same title may
    /// stand twice, as documents have it: that is found, not refused.
    void addAreas(List<NewArea> said) {
        for (var one : said) {
            PersonalData.requireNone("title", one.title);
            areas.add(
                    new Area(
                            one.title,
                            one.kind,
                            one.partOf == null ? null : areaCalled(one.partOf),
                            one.beginsOn,
                            one.endsOn));
        }
    }

    void addObjectives(List<NewObjective> said) {
        for (var one : said) {
            PersonalData.requireNone("text", one.text);
            objectives.add(new Objective(one.text, one.area == null ? null : areaCalled(one.area)));
        }
    }

    /// @throws PlanRefusal if an area names the same twice
    void addInterdependencies(List<NewInterdependency> said) {
        for (var one : said) {
            PersonalData.requireNone("title", one.title);
            var added = new Interdependency(areaCalled(one.area), one.title);
            if (interdependencies.stream().anyMatch(other -> isSame(other, added))) {
                throw new PlanRefusal.InterdependencyThere(
                        reference, titleOf(added.area()), one.title);
            }
            interdependencies.add(added);
        }
    }

    private static boolean isSame(Interdependency one, Interdependency other) {
        return one.area() == other.area() && Words.of(one.title()).equals(Words.of(other.title()));
    }

    /// The number of an area.
    ///
    /// @param said its title, whatever its capitals and punctuation, or its number
    /// @throws PlanRefusal if there is none, or several have that title
    int areaCalled(String said) {
        if (said.matches("\\d{1,6}")) {
            int number = Integer.parseInt(said);
            if (number < 1 || number > areas.size()) {
                throw new PlanRefusal.UnknownArea(reference, said);
            }
            return number;
        }
        var called = Words.of(said);
        var found =
                IntStream.rangeClosed(1, areas.size())
                        .filter(number -> Words.of(titleOf(number)).equals(called))
                        .boxed()
                        .toList();
        if (found.isEmpty()) {
            throw new PlanRefusal.UnknownArea(reference, said);
        }
        if (found.size() > 1) {
            throw new PlanRefusal.AreaAmbiguous(reference, said, found);
        }
        return found.getFirst();
    }

    /// @throws PlanRefusal naming the first that is none of its objectives
    void requireObjectives(List<Integer> numbers) {
        numbers.stream()
                .filter(number -> number < 1 || number > objectives.size())
                .findFirst()
                .ifPresent(
                        none -> {
                            throw new PlanRefusal.UnknownObjective(
                                    reference, none, objectives.size());
                        });
    }

    String titleOf(int area) {
        return areas.get(area - 1).title();
    }

    @Nullable String titleOrNone(@Nullable Integer area) {
        return area == null ? null : titleOf(area);
    }

    /// How an area is named so that it is found again: by its title, or by its number when the
    /// title stands twice.
    @Nullable String nameOf(@Nullable Integer area) {
        if (area == null) {
            return null;
        }
        var title = titleOf(area);
        var called = Words.of(title);
        boolean alone =
                areas.stream().filter(one -> Words.of(one.title()).equals(called)).count() == 1;
        return alone && !title.matches("\\d{1,6}") ? title : String.valueOf(area);
    }

    /// Whether an area is another, or a part of it.
    boolean isWithin(@Nullable Integer area, int whole) {
        var at = area;
        while (at != null && at > whole) {
            at = areas.get(at - 1).partOf();
        }
        return at != null && at == whole;
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// As it is told.
    ///
    /// @param baseline the one that holds
    PlanChanged changed(@Nullable Baseline baseline, LocalDate effectiveOn) {
        return new PlanChanged(
                id,
                reference,
                title,
                areas.stream().map(one -> new PlanEvent.Area(one.title(), one.partOf())).toList(),
                baseline == null ? null : baseline.name,
                baseline == null ? null : baseline.decisionId,
                locality,
                effectiveOn,
                baseline == null ? provenance : baseline.provenance,
                bodyId);
    }
}
