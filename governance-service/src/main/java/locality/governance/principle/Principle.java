package locality.governance.principle;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PlanEvent.PrincipleRecorded;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What partners hold to, from a day on. "A paper describing our decommissioning principles was
/// further developed and approved by ICB" (*Twelve Month Review of Single Commissioning Function
/// Development, Local Care Organisation Development and Transformation*, 2.1.6). Others cite it by
/// its reference.
@Entity
class Principle {
    @Id UUID id;
    String reference;

    /// What the principles of its register are for, as in `DECOMMISSIONING`.
    String register;

    /// Its place in the register, from 1.
    int number;

    String text;
    Locality locality;
    LocalDate fromDay;

    /// The last day it holds, null while it has no end.
    @Nullable LocalDate endsOn;

    /// The decision that agreed it, null when none is on record.
    @Nullable UUID decisionId;

    @Nullable String decisionReference;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Principle() {}

    Principle(UUID id, String reference, int number, PrincipleText said, Provenance provenance) {
        PersonalData.requireNone("text", said.text());
        this.id = id;
        this.reference = reference;
        this.register = said.register();
        this.number = number;
        this.text = said.text();
        this.locality = said.locality();
        this.fromDay = said.from();
        this.provenance = provenance;
        if (said.endsOn() != null) {
            end(said.endsOn());
        }
    }

    /// @param decision that agreed it
    void agreedBy(UUID decision, String called) {
        decisionId = decision;
        decisionReference = called;
    }

    boolean holdsOn(LocalDate day) {
        return !fromDay.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }

    /// @param lastDay on which it holds; an end that is on record may be moved
    void end(LocalDate lastDay) {
        if (lastDay.isBefore(fromDay)) {
            throw new PrincipleRefusal.EndsBeforeItHolds(reference, fromDay, lastDay);
        }
        endsOn = lastDay;
    }

    /// Puts right how it is worded; another principle takes another number.
    void reword(String words) {
        PersonalData.requireNone("text", words);
        text = words;
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    PrincipleRecorded told() {
        return new PrincipleRecorded(
                id,
                reference,
                register,
                number,
                text,
                endsOn,
                locality,
                fromDay,
                provenance,
                decisionId);
    }
}
