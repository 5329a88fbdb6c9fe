package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import locality.governance.consultation.ConsultedOn;
import locality.platform.place.Locality;

/// Agreements, as consultations ask after them.
@ApplicationScoped
class AgreementsConsultedOn implements ConsultedOn {

    static final String TYPE = "AGREEMENT";

    private final Agreements agreements;

    AgreementsConsultedOn(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean isOnRecord(Locality place, String reference) {
        return agreements
                .lookUp(reference, LockModeType.NONE)
                .filter(one -> one.locality == place || one.locality == Locality.GREATER_MANCHESTER)
                .filter(one -> one.reference.equals(reference))
                .isPresent();
    }
}
