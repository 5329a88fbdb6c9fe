package locality.governance.organisation;

import java.time.LocalDate;
import locality.platform.place.RegisteredOrganisation;
import locality.platform.refusal.Refusal;

/// Everything the register of organisations may say no to.
abstract sealed class OrganisationRefusal extends Refusal {

    private OrganisationRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class AlreadyRecorded extends OrganisationRefusal {
        AlreadyRecorded(String code) {
            super(
                    Kind.CONFLICT,
                    "ORGANISATION_ALREADY_RECORDED",
                    "An organisation %s is on record already".formatted(code));
            operand("organisation", code);
        }
    }

    static final class Unknown extends OrganisationRefusal {
        Unknown(String code) {
            super(
                    Kind.RULE_BROKEN,
                    "UNKNOWN_ORGANISATION",
                    "There is no organisation %s on record; record it first".formatted(code));
            operand("organisation", code);
        }
    }

    static final class EndsBeforeItBegins extends OrganisationRefusal {
        EndsBeforeItBegins(String code, LocalDate effectiveOn, LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "%s begins on %s and cannot end on %s".formatted(code, effectiveOn, endsOn));
            operand("effectiveOn", effectiveOn);
            operand("endsOn", endsOn);
        }
    }

    static final class RegisteredAsAnother extends OrganisationRefusal {
        RegisteredAsAnother(RegisteredOrganisation registered, OrganisationKind said) {
            super(
                    Kind.RULE_BROKEN,
                    "REGISTERED_AS_ANOTHER_KIND",
                    "%s is %s, a %s on the register of %s, not a %s"
                            .formatted(
                                    registered.code(),
                                    registered.name(),
                                    registered.kind(),
                                    registered.source(),
                                    said));
            operand("organisation", registered.code());
            operand("name", registered.name());
            operand("registeredKind", registered.kind());
            operand("kind", said);
        }
    }
}
