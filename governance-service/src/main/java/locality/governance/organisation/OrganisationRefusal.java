package locality.governance.organisation;

import java.time.LocalDate;
import locality.platform.place.RegisteredOrganisation;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

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

    static final class NotThereToBeNamed extends OrganisationRefusal {
        NotThereToBeNamed(Organisation organisation, LocalDate from) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_THERE_ON_THAT_DAY",
                    "%s exists from %s%s and cannot take a name on %s"
                            .formatted(
                                    organisation.code,
                                    organisation.effectiveOn,
                                    organisation.endsOn == null ? "" : " to " + organisation.endsOn,
                                    from));
            operand("organisation", organisation.code);
            operand("effectiveOn", organisation.effectiveOn);
            operand("endsOn", organisation.endsOn);
            operand("from", from);
        }
    }

    static final class NamesOutOfOrder extends OrganisationRefusal {
        NamesOutOfOrder(String code, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "NAMES_OUT_OF_ORDER",
                    "%s has a name from %s; the next cannot begin on %s"
                            .formatted(code, last, asked));
            operand("organisation", code);
            operand("lastNameFrom", last);
            operand("from", asked);
        }
    }

    static final class EndedAlready extends OrganisationRefusal {
        EndedAlready(String code, @Nullable LocalDate endsOn) {
            super(
                    Kind.CONFLICT,
                    "ORGANISATION_ENDED_ALREADY",
                    "The last day of %s is on record: %s".formatted(code, endsOn));
            operand("organisation", code);
            operand("endsOn", endsOn);
        }
    }

    static final class SucceedsItself extends OrganisationRefusal {
        SucceedsItself(String code) {
            super(
                    Kind.RULE_BROKEN,
                    "SUCCEEDS_ITSELF",
                    "%s cannot be its own successor".formatted(code));
            operand("organisation", code);
        }
    }

    static final class GoneBefore extends OrganisationRefusal {
        GoneBefore(String code, LocalDate endsOn, LocalDate predecessorEndsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "SUCCESSOR_GONE_BEFORE",
                    "%s ends on %s and cannot take over from one that ends on %s"
                            .formatted(code, endsOn, predecessorEndsOn));
            operand("successor", code);
            operand("successorEndsOn", endsOn);
            operand("endsOn", predecessorEndsOn);
        }
    }
}
