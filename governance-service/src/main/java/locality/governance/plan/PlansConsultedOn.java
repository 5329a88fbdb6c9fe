package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import locality.governance.consultation.ConsultedOn;
import locality.platform.place.Locality;

/// Plans, as consultations ask after them.
@ApplicationScoped
class PlansConsultedOn implements ConsultedOn {

    private final Plans plans;

    PlansConsultedOn(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String type() {
        return "PLAN";
    }

    @Override
    public boolean isOnRecord(Locality place, String reference) {
        return plans.find("reference", reference)
                .firstResultOptional()
                .filter(one -> one.locality == place || one.locality == Locality.GREATER_MANCHESTER)
                .isPresent();
    }
}
