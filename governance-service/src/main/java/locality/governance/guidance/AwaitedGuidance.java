package locality.governance.guidance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A document of national guidance that plans wait for. Sources may contradict each other: one
/// lists a design framework as awaited that another shows as published the same month (*Transition
/// to ICS Update for Governing Body*); what they say is kept side by side.
@Entity
class AwaitedGuidance {
    @Id UUID id;
    String reference;
    String title;
    String issuer;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "awaited_guidance_status",
            joinColumns = @JoinColumn(name = "guidance_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Said> said = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    @Schema(name = "GuidanceStatus")
    enum Status {
        AWAITED,
        DRAFT,
        PUBLISHED
    }

    /// What a source says.
    ///
    /// @param statedOn the day it says so of
    @Embeddable
    @Schema(name = "GuidanceSaid")
    record Said(
            @Enumerated(EnumType.STRING) Status status,
            LocalDate statedOn,
            @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {}

    /// That something was said of it; the log says who recorded it.
    @EventType("governance.guidance-status-stated.v1")
    record GuidanceStatusStated(
            UUID guidanceId,
            String reference,
            Status status,
            Locality locality,
            LocalDate effectiveOn)
            implements InternalEvent {

        @Override
        public String subjectType() {
            return "awaited-guidance";
        }

        @Override
        public String subjectId() {
            return guidanceId.toString();
        }
    }

    AwaitedGuidance() {}

    AwaitedGuidance(String reference, String title, String issuer, Provenance provenance) {
        this.id = Ids.next();
        this.reference = reference;
        this.title = title;
        this.issuer = issuer;
        this.provenance = provenance;
    }

    /// @throws GuidanceRefusal if the same source said so of that day already
    GuidanceStatusStated say(Said next) {
        if (said.contains(next)) {
            throw new GuidanceRefusal.SaidAlready(reference, next);
        }
        said.add(next);
        return new GuidanceStatusStated(
                id, reference, next.status, Locality.GREATER_MANCHESTER, next.statedOn);
    }

    /// What is said of the last day anything was said of, by a day; more than one where sources
    /// contradict each other.
    Set<Status> statusOn(LocalDate day) {
        var by = said.stream().filter(one -> !one.statedOn.isAfter(day)).toList();
        var last = by.stream().map(Said::statedOn).max(LocalDate::compareTo).orElse(day);
        return by.stream()
                .filter(one -> one.statedOn.equals(last))
                .map(Said::status)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Null where sources contradict each other, or say nothing.
    @Nullable Status agreedStatusOn(LocalDate day) {
        var all = statusOn(day);
        return all.size() == 1 ? all.iterator().next() : null;
    }
}
