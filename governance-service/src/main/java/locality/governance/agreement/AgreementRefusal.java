package locality.governance.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything an agreement may say no to.
abstract sealed class AgreementRefusal extends Refusal {

    private AgreementRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private static String names(List<Outstanding> parties) {
        return parties.stream().map(Outstanding::organisation).collect(Collectors.joining(", "));
    }

    static final class ReferenceTaken extends AgreementRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "AGREEMENT_REFERENCE_TAKEN",
                    "There is an agreement %s already".formatted(reference));
            operand("agreement", reference);
        }
    }

    static final class NoVersion extends AgreementRefusal {
        NoVersion(String reference, int asked, int versions) {
            super(
                    Kind.NOT_FOUND,
                    "NOT_FOUND",
                    "Agreement %s has %d versions, and no version %d"
                            .formatted(reference, versions, asked));
            operand("agreement", reference);
            operand("version", asked);
            operand("versions", versions);
        }
    }

    static final class ExpiresBeforeItBegins extends AgreementRefusal {
        ExpiresBeforeItBegins(LocalDate effectiveOn, LocalDate expiresOn) {
            super(
                    Kind.RULE_BROKEN,
                    "EXPIRES_BEFORE_IT_BEGINS",
                    "Its last day %s is before its first, %s".formatted(expiresOn, effectiveOn));
            operand("effectiveOn", effectiveOn);
            operand("expiresOn", expiresOn);
        }
    }

    static final class NoFullParty extends AgreementRefusal {
        NoFullParty() {
            super(
                    Kind.RULE_BROKEN,
                    "NO_FULL_PARTY",
                    "An agreement is between parties, one of them FULL at least");
        }
    }

    static final class PartyNamedTwice extends AgreementRefusal {
        PartyNamedTwice(String organisation) {
            super(
                    Kind.RULE_BROKEN,
                    "PARTY_NAMED_TWICE",
                    "%s is named as a party twice".formatted(organisation));
            operand("organisation", organisation);
        }
    }

    static final class NothingChanged extends AgreementRefusal {
        NothingChanged(String reference, int number) {
            super(
                    Kind.CONFLICT,
                    "VERSION_UNCHANGED",
                    "Version %d of %s says the same: a next version changes something"
                            .formatted(number, reference));
            operand("agreement", reference);
            operand("version", number);
        }
    }

    static final class IllegalStep extends AgreementRefusal {
        IllegalStep(int number, VersionState from, VersionState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Version %d is %s and cannot become %s; it may become %s"
                            .formatted(number, from, to, from.next()));
            operand("version", number);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class StepOutOfOrder extends AgreementRefusal {
        StepOutOfOrder(int number, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "Version %d was changed on %s; what follows cannot be on %s"
                            .formatted(number, last, asked));
            operand("version", number);
            operand("lastStepOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class InTheFuture extends AgreementRefusal {
        InTheFuture(String field, LocalDate given, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "%s is %s; today is %s, and it is recorded once it is done"
                            .formatted(field, given, today));
            operand("field", field);
            operand("given", given);
            operand("today", today);
        }
    }

    static final class ReviewEndsBeforeItBegins extends AgreementRefusal {
        ReviewEndsBeforeItBegins(int number, LocalDate on, LocalDate by) {
            super(
                    Kind.RULE_BROKEN,
                    "REVIEW_ENDS_BEFORE_IT_BEGINS",
                    "Version %d goes for review on %s and cannot be reviewed by %s"
                            .formatted(number, on, by));
            operand("version", number);
            operand("effectiveOn", on);
            operand("reviewBy", by);
        }
    }

    static final class NotInReview extends AgreementRefusal {
        NotInReview(int number, VersionState state) {
            super(
                    Kind.CONFLICT,
                    "NOT_IN_REVIEW",
                    "Version %d is %s; parties review it while it is IN_REVIEW"
                            .formatted(number, state));
            operand("version", number);
            operand("state", state);
        }
    }

    static final class NotReviewed extends AgreementRefusal {
        NotReviewed(String version, @Nullable LocalDate by, List<Outstanding> parties) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_REVIEWED",
                    "%s is not submitted before its parties are content with it: %s"
                            .formatted(version, names(parties)));
            operand("version", version);
            operand("reviewBy", by);
            operand("parties", parties);
        }
    }

    static final class NotConsulted extends AgreementRefusal {
        NotConsulted(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "CONSULTATION_NOT_CONCLUDED",
                    "%s is not submitted before a consultation on it is CONCLUDED"
                            .formatted(reference));
            operand("agreement", reference);
            operand("stage", "CONCLUDED");
        }
    }

    static final class NotForSignature extends AgreementRefusal {
        NotForSignature(int number, VersionState state) {
            super(
                    Kind.CONFLICT,
                    "NOT_FOR_SIGNATURE",
                    "Version %d is %s; it is signed once it is submitted".formatted(number, state));
            operand("version", number);
            operand("state", state);
        }
    }

    static final class SignsOtherVersion extends AgreementRefusal {
        SignsOtherVersion(String signed, String latest) {
            super(
                    Kind.CONFLICT,
                    "SIGNED_OTHER_VERSION",
                    "%s is superseded: what is to be signed is %s".formatted(signed, latest));
            operand("version", signed);
            operand("latest", latest);
        }
    }

    static final class NoParty extends AgreementRefusal {
        NoParty(int number, String organisation, List<String> parties) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_PARTY",
                    "%s is no party to version %d; its parties are %s"
                            .formatted(organisation, number, parties));
            operand("version", number);
            operand("organisation", organisation);
            operand("parties", parties);
        }
    }

    static final class NotASignatory extends AgreementRefusal {
        NotASignatory(String organisation, String post, List<String> signatories) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_SIGNATORY",
                    "%s is not among those who sign for %s: %s"
                            .formatted(post, organisation, signatories));
            operand("organisation", organisation);
            operand("post", post);
            operand("signatories", signatories);
        }
    }

    static final class SignatoryWithoutSeat extends AgreementRefusal {
        SignatoryWithoutSeat(
                String post, String organisation, String body, List<String> posts, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "SIGNATORY_WITHOUT_SEAT",
                    "The agreement sets up %s, in which %s of %s has no seat on %s"
                            .formatted(body, post, organisation, on));
            operand("post", post);
            operand("organisation", organisation);
            operand("body", body);
            operand("postsOfTheOrganisation", posts);
            operand("signedOn", on);
        }
    }

    static final class SignedAlready extends AgreementRefusal {
        SignedAlready(int number, String organisation, String post) {
            super(
                    Kind.CONFLICT,
                    "SIGNED_ALREADY",
                    "%s has signed version %d for %s".formatted(post, number, organisation));
            operand("version", number);
            operand("organisation", organisation);
            operand("post", post);
        }
    }

    static final class NotOpen extends AgreementRefusal {
        NotOpen(int number, VersionState state) {
            super(
                    Kind.CONFLICT,
                    "NOT_OPEN",
                    "Version %d is %s; it is approved for use before it is final"
                            .formatted(number, state));
            operand("version", number);
            operand("state", state);
        }
    }

    static final class Over extends AgreementRefusal {
        Over(int number, VersionState state) {
            super(Kind.CONFLICT, "AGREEMENT_OVER", "Version %d is %s".formatted(number, state));
            operand("version", number);
            operand("state", state);
        }
    }

    static final class NextReviewNotLater extends AgreementRefusal {
        NextReviewNotLater(int number, LocalDate heldOn, LocalDate next) {
            super(
                    Kind.RULE_BROKEN,
                    "NEXT_REVIEW_NOT_LATER",
                    "The review of version %d was held on %s; the next cannot be on %s"
                            .formatted(number, heldOn, next));
            operand("version", number);
            operand("heldOn", heldOn);
            operand("nextReviewOn", next);
        }
    }

    static final class NotDraftedYet extends AgreementRefusal {
        NotDraftedYet(String version, LocalDate draftedOn, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_DRAFTED_YET",
                    "%s was drafted on %s, after %s".formatted(version, draftedOn, on));
            operand("version", version);
            operand("draftedOn", draftedOn);
            operand("on", on);
        }
    }

    static final class NotYetEffective extends AgreementRefusal {
        NotYetEffective(String version, @Nullable LocalDate effectiveOn, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_YET_EFFECTIVE",
                    "%s is ratified and holds from %s, not on %s"
                            .formatted(version, effectiveOn, on));
            operand("version", version);
            operand("effectiveOn", effectiveOn);
            operand("on", on);
        }
    }

    /// A version that is not live, because parties have yet to give what it takes of them.
    static final class NotRatified extends AgreementRefusal {
        private NotRatified(
                String code,
                String detail,
                String version,
                LocalDate on,
                List<Outstanding> parties) {
            super(Kind.RULE_BROKEN, code, detail);
            operand("version", version);
            operand("on", on);
            operand("parties", parties);
        }

        /// `SIGNED_OTHER_VERSION` when all that is lacking of signatures stands under other
        /// versions, `UNSIGNED` when any is lacking, `NOT_RATIFIED` when all have signed.
        static NotRatified because(String version, LocalDate on, List<Outstanding> parties) {
            var unsigned = parties.stream().filter(one -> one.lacks(Lack.SIGNATURE)).toList();
            if (unsigned.isEmpty()) {
                return new NotRatified(
                        "NOT_RATIFIED",
                        "%s is signed, and by %s not ratified: %s"
                                .formatted(version, on, names(parties)),
                        version,
                        on,
                        parties);
            }
            if (unsigned.stream().allMatch(one -> one.signedVersion() != null)) {
                return new NotRatified(
                        "SIGNED_OTHER_VERSION",
                        "By %s another version than %s was signed by %s"
                                .formatted(on, version, names(unsigned)),
                        version,
                        on,
                        parties);
            }
            return new NotRatified(
                    "UNSIGNED",
                    "%s is not live before it is signed; by %s it was not by %s"
                            .formatted(version, on, names(unsigned)),
                    version,
                    on,
                    parties);
        }
    }

    static final class SetOnce extends AgreementRefusal {
        SetOnce(String reference, String field, Object onRecord, Object told) {
            super(
                    Kind.RULE_BROKEN,
                    "SET_ONCE",
                    "The %s of %s is %s and does not change to %s"
                            .formatted(field, reference, onRecord, told));
            operand("agreement", reference);
            operand("field", field);
            operand("onRecord", onRecord);
            operand("told", told);
        }
    }

    /// What a spreadsheet shows and does not change.
    static final class NotInASpreadsheet extends AgreementRefusal {
        NotInASpreadsheet(String reference, String column, @Nullable Object onRecord) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "The %s of %s is %s, which a spreadsheet does not change"
                            .formatted(column, reference, onRecord == null ? "nothing" : onRecord));
            operand("agreement", reference);
            operand("column", column);
            operand("onRecord", onRecord);
        }
    }
}
