package locality.governance.paper;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.period.ClearDays;
import locality.platform.event.BoardEvent.PaperPublished;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A paper put with an item of an agenda.
@Entity
class Paper {

    /// Papers are open to inspection at least five clear days before the meeting (Local Government
    /// Act 1972, section 100B).
    static final int CLEAR_DAYS = 5;

    @Id UUID id;

    /// `MCR-HWBB-2014-05-14/2/P1`: the item's, and the how manieth paper of it.
    String reference;

    int number;
    UUID meetingId;
    String meetingReference;
    int item;
    UUID bodyId;
    Locality locality;

    /// The day its meeting sat first, or is to: when it goes on later, what was late stays late.
    LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    PaperKind kind;

    /// The reference of the quota a scrutiny report counts for; null for the only one of its
    /// committee on the day.
    @Nullable String scrutinyQuota;

    @JdbcTypeCode(SqlTypes.JSON)
    FrontSheet frontSheet;

    /// How many years after the meeting its background papers may be asked for; null when no period
    /// is stated, and then it does not end. *Manchester Locality Plan Update* states four, *Living
    /// Longer, Living Better: Progress Update* none.
    @Nullable Integer backgroundYears;

    /// Null when the public may read it.
    @Embedded @Nullable Exemption exemption;

    LocalDate publishedOn;

    /// How many versions of its content there are.
    int contents;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Paper() {}

    /// As every reader is told of it: what an exempt one is about is not for the public either.
    PaperPublished published() {
        return new PaperPublished(
                id,
                reference,
                isOpen() ? frontSheet.title() : "Exempt from publication",
                meetingId,
                item,
                isOpen(),
                backgroundUntil(),
                locality,
                publishedOn,
                provenance);
    }

    /// Its meeting was moved before it opened.
    ///
    /// @return whether that is another day
    boolean follow(LocalDate day) {
        boolean moved = !day.equals(heldOn);
        heldOn = day;
        return moved;
    }

    /// What it recommends to the body it is put before.
    PaperAsks asks() {
        return new PaperAsks(
                id,
                reference,
                bodyId,
                !isOpen(),
                locality,
                heldOn,
                frontSheet.recommendations().stream()
                        .map(asked -> new PaperAsks.Recommended(asked.verb(), asked.text()))
                        .toList(),
                provenance);
    }

    boolean isOpen() {
        return exemption == null;
    }

    /// Whether it was published with fewer than five clear days before the meeting.
    ///
    /// @param counted which days count for notice of a meeting
    boolean isLate(ClearDays counted) {
        return counted.between(publishedOn, heldOn) < CLEAR_DAYS;
    }

    /// The last day its background papers may be asked for; null for no end.
    @Nullable LocalDate backgroundUntil() {
        return backgroundYears == null ? null : heldOn.plusYears(backgroundYears);
    }

    /// @throws PaperRefusal once the stated period is over
    void requireBackgroundOpen(LocalDate today) {
        var until = backgroundUntil();
        if (until != null && today.isAfter(until)) {
            throw new PaperRefusal.BackgroundAccessEnded(reference, until);
        }
    }

    /// @return the number of the next version of its content
    int nextContent() {
        return ++contents;
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }
}
