package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import locality.governance.body.BodyRegister;
import locality.governance.voting.Seat;
import locality.platform.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether those who sign an agreement are those who sit in the board it sets up (*Twelve Month
/// Review*, 3.1.1: the chair of the federation of general practices signs the partnership agreement
/// and is a member of the board).
@ApplicationScoped
class SeatsAndSignatories {

    private final BodyRegister bodies;

    SeatsAndSignatories(BodyRegister bodies) {
        this.bodies = bodies;
    }

    /// @param version the number of the version compared
    /// @param match whether both lists of what is missing are empty
    /// @param signatoriesWithoutSeat posts that are to sign, or signed, and sit there for nobody,
    ///   or for another organisation
    /// @param partiesWithoutSeat organisations that are a party and have no seat
    /// @param seatedWithoutParty organisations that have a seat and are no party
    @Schema(name = "SeatsAndSignatories")
    record View(
            String agreement,
            int version,
            String body,
            LocalDate on,
            boolean match,
            List<Signatory> signatoriesWithoutSeat,
            List<String> partiesWithoutSeat,
            List<String> seatedWithoutParty) {}

    @Schema(name = "SignatoryOfAgreement")
    record Signatory(String organisation, String post) {}

    /// @throws NotFound if it sets up no board, or was not drafted by the day
    View on(Agreement agreement, LocalDate day) {
        var version =
                agreement.versions.reversed().stream()
                        .filter(one -> !one.draftedOn().isAfter(day))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("agreement", agreement.reference));
        if (agreement.establishes == null) {
            throw new NotFound("board set up by agreement", agreement.reference);
        }
        var board = bodies.get(agreement.establishes, day);
        var seated = board.seats().stream().map(SeatsAndSignatories::signatory).toList();
        var organisations =
                board.seats().stream()
                        .map(Seat::organisation)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList();
        var signing = signing(version, day).filter(one -> !seated.contains(one)).toList();
        var parties = version.parties.stream().map(Party::organisation).toList();
        var unseated = parties.stream().filter(one -> !organisations.contains(one)).toList();
        var strangers = organisations.stream().filter(one -> !parties.contains(one)).toList();
        return new View(
                agreement.reference,
                version.number,
                board.reference(),
                day,
                signing.isEmpty() && unseated.isEmpty() && strangers.isEmpty(),
                signing,
                unseated,
                strangers);
    }

    private static Stream<Signatory> signing(AgreementVersion version, LocalDate day) {
        var named = version.parties.stream().flatMap(SeatsAndSignatories::named);
        var signed =
                version.signOffs.stream()
                        .filter(one -> !one.signedOn().isAfter(day))
                        .map(one -> new Signatory(one.organisation(), one.post()));
        return Stream.concat(named, signed).distinct();
    }

    private static Stream<Signatory> named(Party party) {
        return party.signatories().stream().map(post -> new Signatory(party.organisation(), post));
    }

    private static Signatory signatory(Seat seat) {
        return new Signatory(Objects.requireNonNullElse(seat.organisation(), ""), seat.post());
    }
}
