package locality.governance.assessment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import locality.governance.recorder.PersonalData;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// By what is assessed, as it holds from a day on: domains, criteria and the scale they are rated
/// on. A version is written once; what changes is a later version.
@Entity
@Immutable
@BatchSize(size = Page.MAX_LIMIT)
@Table(name = "assessment_framework")
class Framework {

    /// Says of a criterion that how it stands is not known. No scale has it.
    static final String UNKNOWN = "UNKNOWN";

    @Id UUID id;
    String code;
    LocalDate effectiveOn;
    String title;

    @Enumerated(EnumType.STRING)
    FrameworkKind kind;

    /// Whose it is; one of Greater Manchester serves every place.
    Locality locality;

    /// From the worst word to the best; empty where nothing is rated, only found and told.
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> scale;

    /// The words that are Red, the worst of the scale.
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> red;

    /// The word to be reached, null where none is; whatever is worse is a gap.
    @Nullable String target;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> domains;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "assessment_criterion",
            joinColumns = @JoinColumn(name = "framework_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Criterion> criteria = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    Framework() {}

    /// That a version of it was written; the log says who recorded it.
    @EventType("governance.assessment-framework-adopted.v1")
    record FrameworkAdopted(
            UUID frameworkId,
            String code,
            FrameworkKind kind,
            int criteria,
            Locality locality,
            LocalDate effectiveOn)
            implements InternalEvent {

        @Override
        public String subjectType() {
            return "assessment-framework";
        }

        @Override
        public String subjectId() {
            return frameworkId.toString();
        }
    }

    FrameworkAdopted adopted() {
        return new FrameworkAdopted(id, code, kind, criteria.size(), locality, effectiveOn);
    }

    /// @throws AssessmentRefusal if its scale contradicts itself, or a criterion cannot be told
    ///   from another
    void requireWhole() {
        PersonalData.requireNone("title", title);
        PersonalData.requireNone("domains", domains);
        PersonalData.requireNone("criteria", criteria.stream().map(Criterion::title).toList());
        requireScale();
        requireDistinct("domain", domains);
        requireDistinct("criterion", criteria.stream().map(Criterion::code).toList());
        requireDistinct(
                "criterion",
                criteria.stream().map(one -> one.domain() + ": " + one.title()).toList());
    }

    boolean rates() {
        return !scale.isEmpty();
    }

    boolean isGap(@Nullable String word) {
        return word != null && target != null && scale.indexOf(word) < scale.indexOf(target);
    }

    boolean isRed(@Nullable String word) {
        return word != null && red.contains(word);
    }

    /// Whether it asks for the same, whatever version that stands in: under the same code, in the
    /// same domain and words. A code alone may be that of another place in another version.
    boolean has(Criterion criterion) {
        return criteria.contains(criterion);
    }

    /// @param codeOrTitle its code, or its title if no other domain has one of that title
    /// @throws AssessmentRefusal if there is none, or more than one
    Criterion criterion(String codeOrTitle) {
        var found =
                criteria.stream()
                        .filter(one -> one.code().equals(codeOrTitle))
                        .findFirst()
                        .map(List::of)
                        .orElseGet(
                                () ->
                                        criteria.stream()
                                                .filter(one -> one.title().equals(codeOrTitle))
                                                .toList());
        if (found.size() != 1) {
            throw new AssessmentRefusal.NoSuchCriterion(
                    code, codeOrTitle, found.stream().map(Criterion::code).toList());
        }
        return found.getFirst();
    }

    /// @throws AssessmentRefusal if it has no such domain
    String domain(String title) {
        if (!domains.contains(title)) {
            throw new AssessmentRefusal.NoSuchDomain(code, title, domains);
        }
        return title;
    }

    /// What a rating says.
    ///
    /// @return null for what is expressly not known
    /// @throws AssessmentRefusal if the scale does not have the word
    @Nullable String word(String said) {
        if (said.equals(UNKNOWN)) {
            return null;
        }
        if (!scale.contains(said)) {
            throw new AssessmentRefusal.NotOnScale(code, said, scale);
        }
        return said;
    }

    private void requireScale() {
        requireDistinct("scale", scale);
        if (scale.contains(UNKNOWN)) {
            throw new AssessmentRefusal.ScaleUnclear(
                    code, "UNKNOWN is no word of a scale: it says that none is known", scale);
        }
        if (target != null && !scale.contains(target)) {
            throw new AssessmentRefusal.ScaleUnclear(
                    code, "its target %s is not on it".formatted(target), scale);
        }
        if (!scale.subList(0, Math.min(red.size(), scale.size())).equals(inOrder(red))) {
            throw new AssessmentRefusal.ScaleUnclear(
                    code, "what is red, %s, are not its worst words".formatted(red), scale);
        }
        if (isRed(target)) {
            throw new AssessmentRefusal.ScaleUnclear(
                    code, "its target %s is red".formatted(target), scale);
        }
    }

    private List<String> inOrder(List<String> words) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingInt(scale::indexOf));
        return sorted;
    }

    private void requireDistinct(String what, List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new AssessmentRefusal.NamedTwice(
                    code,
                    what,
                    names.stream()
                            .filter(name -> Collections.frequency(names, name) > 1)
                            .distinct()
                            .toList());
        }
    }
}
