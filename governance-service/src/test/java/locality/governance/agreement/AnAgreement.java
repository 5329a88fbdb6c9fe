package locality.governance.agreement;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import locality.governance.decision.ADecision;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/// A section 75 agreement between a council and a commissioning group, and a trust as an associate.
final class AnAgreement {

    static final Provenance SOURCE = Provenance.illustrative();
    static final LocalDate DRAFTED = LocalDate.of(2014, 6, 30);
    static final LocalDate REVIEWED = LocalDate.of(2014, 12, 1);
    static final LocalDate SUBMITTED = LocalDate.of(2015, 1, 28);
    static final LocalDate SIGNED = LocalDate.of(2015, 3, 25);
    static final LocalDate BEGINS = LocalDate.of(2015, 4, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2016, 3, 31);
    static final String COUNCIL = "E08000003";
    static final String CCG = "14L";
    static final String TRUST = "R0A";
    static final List<Party> PARTIES =
            List.of(
                    new Party(COUNCIL, Capacity.FULL, List.of()),
                    new Party(CCG, Capacity.FULL, List.of()),
                    new Party(TRUST, Capacity.ASSOCIATE, List.of()));

    static final AgreementTerms WITHOUT_NOTICE =
            new AgreementTerms(RatifiedBy.DECISION_AND_SIGNATURE, false, false, false, null);

    private AnAgreement() {}

    static VersionText text(@Nullable LocalDate begins, @Nullable LocalDate lastDay) {
        return new VersionText("1", "As agreed", begins, lastDay, null, null);
    }

    static VersionText text() {
        return text(BEGINS, LAST_DAY);
    }

    static Agreement drafted() {
        return drafted(
                new AgreementTerms(RatifiedBy.DECISION_AND_SIGNATURE, false, true, false, 90));
    }

    static Agreement drafted(AgreementTerms terms) {
        var agreement = blank(terms);
        agreement.draft(text(), PARTIES, DRAFTED, SOURCE);
        return agreement;
    }

    static Agreement blank(AgreementTerms terms) {
        var agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.reference = "MCR-S75";
        agreement.title = "Better Care Fund";
        agreement.kind = AgreementKind.SECTION_75;
        agreement.locality = Locality.MANCHESTER;
        agreement.terms = terms;
        agreement.provenance = SOURCE;
        return agreement;
    }

    static void reviewed(Agreement agreement) {
        var of = agreement.versions.getLast();
        agreement.sendForReview(of.number, null, REVIEWED, SOURCE);
        of.review(COUNCIL, true, null, REVIEWED, SOURCE);
        of.review(CCG, true, null, REVIEWED, SOURCE);
    }

    static Agreement forRatification() {
        var agreement = drafted();
        reviewed(agreement);
        agreement.submit(1, false, SUBMITTED, SOURCE);
        return agreement;
    }

    static Agreement signed() {
        var agreement = forRatification();
        agreement.sign(1, COUNCIL, "Leader", SIGNED, SOURCE);
        agreement.sign(1, CCG, "Chair", SIGNED, SOURCE);
        return agreement;
    }

    static Approvals decided(LocalDate on) {
        return new Approvals(Map.of(1, List.of(by(COUNCIL, on), by(CCG, on))), Map.of());
    }

    static PartyDecision by(String organisation, LocalDate from) {
        return by(organisation, from, null);
    }

    static PartyDecision by(String organisation, LocalDate from, @Nullable LocalDate endedOn) {
        return new PartyDecision(
                organisation,
                ADecision.approved("agreement", "MCR-S75/1", Locality.MANCHESTER, from, endedOn));
    }

    /// The agreement with its only version in a state that was come to lawfully.
    static Agreement in(VersionState state) {
        return switch (state) {
            case DRAFT -> drafted();
            case IN_REVIEW -> {
                var agreement = drafted();
                reviewed(agreement);
                yield agreement;
            }
            case FOR_RATIFICATION -> forRatification();
            case RATIFIED -> settled(signed(), SIGNED);
            case IN_FORCE -> settled(signed(), BEGINS);
            case EXPIRED -> settled(signed(), LAST_DAY.plusDays(1));
            case TERMINATED -> {
                var agreement = in(VersionState.IN_FORCE);
                agreement.require(1).terminate(notice(BEGINS.plusDays(100)));
                yield settled(agreement, BEGINS.plusDays(100));
            }
            case SUPERSEDED -> {
                var agreement = drafted();
                agreement.require(1).step(VersionState.SUPERSEDED, DRAFTED, "Next", SOURCE);
                yield agreement;
            }
        };
    }

    static Termination notice(LocalDate on) {
        return Termination.byNotice(on, "The fund closes", CCG, BEGINS);
    }

    static Agreement settled(Agreement agreement, LocalDate day) {
        agreement.settle(decided(SIGNED), day);
        return agreement;
    }

    static VersionState stateOn(LocalDate day, Agreement agreement, Approvals approvals) {
        var version = agreement.versions.getFirst();
        return AgreementLife.upTo(day, agreement, approvals)
                .now(version)
                .map(VersionStep::state)
                .orElseThrow();
    }

    static List<VersionState> statesOn(LocalDate day, Agreement agreement, Approvals approvals) {
        var life = AgreementLife.upTo(day, agreement, approvals);
        var states = new ArrayList<VersionState>();
        agreement.versions.forEach(
                one -> life.now(one).map(VersionStep::state).ifPresent(states::add));
        return states;
    }

    static String code(ThrowingCallable does) {
        return refusal(does).code();
    }

    static Refusal refusal(ThrowingCallable does) {
        return catchThrowableOfType(Refusal.class, does);
    }
}
