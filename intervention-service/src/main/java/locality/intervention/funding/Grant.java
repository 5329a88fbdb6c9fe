package locality.intervention.funding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// One commitment that names an intervention. It waits while the register holds no such
/// intervention in its locality.
@Entity
@Table(name = "intervention_funding")
public class Grant {
    @Id UUID commitmentId;
    String reference;
    String named;
    @Nullable UUID interventionId;
    Pence amountPence;
    @Nullable UUID decisionId;
    Locality locality;
    LocalDate effectiveOn;

    static Grant of(CommitmentOpened opened, String named) {
        var grant = new Grant();
        grant.commitmentId = opened.commitmentId();
        grant.reference = opened.reference();
        grant.named = named;
        grant.amountPence = opened.amountPence();
        grant.decisionId = opened.decisionId();
        grant.locality = opened.locality();
        grant.effectiveOn = opened.effectiveOn();
        return grant;
    }

    void giveBack(Pence amount) {
        amountPence = amountPence.minus(amount);
    }

    /// The intervention as the commitment names it.
    public String named() {
        return named;
    }

    public Locality locality() {
        return locality;
    }

    public UUID commitmentId() {
        return commitmentId;
    }

    public String reference() {
        return reference;
    }

    public Pence amount() {
        return amountPence;
    }

    public @Nullable UUID decisionId() {
        return decisionId;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }
}
