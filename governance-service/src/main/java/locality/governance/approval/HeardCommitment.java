package locality.governance.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Money that budget-service said was committed, and under which decision.
@Entity
@Immutable
class HeardCommitment {
    @Id UUID commitmentId;
    String reference;

    @Nullable UUID decisionId;

    @Column(name = "amount_pence")
    Pence amount;

    String purpose;
    Locality locality;
    LocalDate effectiveOn;

    HeardCommitment() {}

    static HeardCommitment of(CommitmentOpened opened) {
        var heard = new HeardCommitment();
        heard.commitmentId = opened.commitmentId();
        heard.reference = opened.reference();
        heard.decisionId = opened.decisionId();
        heard.amount = opened.amountPence();
        heard.purpose = opened.purpose();
        heard.locality = opened.locality();
        heard.effectiveOn = opened.effectiveOn();
        return heard;
    }
}
