package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Which version of an agreement is in force on a day, for features that rest on one.
@ApplicationScoped
public class AgreementsInForce {

    private final Agreements agreements;
    private final PartyDecisions decisions;

    AgreementsInForce(Agreements agreements, PartyDecisions decisions) {
        this.agreements = agreements;
        this.decisions = decisions;
    }

    /// A version in force.
    ///
    /// @param version its number, from 1
    /// @param label as its authors call it
    /// @param from the first day it is in force
    /// @param expiresOn its last day as agreed, null without an end
    /// @param retrospective whether it was ratified after the day it was meant to hold from
    public record InForce(
            UUID agreementId,
            String reference,
            int version,
            String label,
            LocalDate from,
            @Nullable LocalDate expiresOn,
            boolean retrospective) {}

    /// Empty when none is, or when the place has no such agreement; those of Greater Manchester are
    /// every place's. The answer is right whether or not what comes about by itself was written
    /// down.
    @Transactional
    public Optional<InForce> find(Locality place, String idOrReference, LocalDate day) {
        return agreements
                .lookUp(idOrReference, LockModeType.NONE)
                .filter(one -> one.locality == place || one.locality == Locality.GREATER_MANCHESTER)
                .flatMap(one -> inForce(one, day));
    }

    private Optional<InForce> inForce(Agreement agreement, LocalDate day) {
        var life = AgreementLife.upTo(day, agreement, decisions.about(agreement));
        return agreement.versions.reversed().stream()
                .filter(one -> life.is(VersionState.IN_FORCE, one))
                .findFirst()
                .flatMap(one -> life.now(one).map(now -> inForce(agreement, one, now, life)));
    }

    private static InForce inForce(
            Agreement agreement, AgreementVersion of, VersionStep begun, AgreementLife life) {
        return new InForce(
                agreement.id,
                agreement.reference,
                of.number,
                of.text.label(),
                begun.effectiveOn(),
                of.text.expiresOn(),
                Agreement.retrospectiveDays(of, life.of(of)).isPresent());
    }
}
