package locality.governance.agreement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether everybody whose agreement a version takes has given it.
///
/// A version is ratified on the first day on which each of them has signed it and has a decision in
/// effect to enter into it: in whatever order these came. A decision that was rescinded before that
/// day, or called in, counts no longer.
record Ratification(
        AgreementTerms terms,
        List<Party> parties,
        List<SignOff> signOffs,
        List<PartyDecision> decisions) {

    /// The first day on which nothing is lacking; empty while something is.
    ///
    /// @param submittedOn the day it was submitted: none is earlier
    Optional<LocalDate> completedOn(LocalDate submittedOn) {
        return Stream.of(
                        Stream.of(submittedOn),
                        signOffs.stream().map(SignOff::signedOn),
                        decisions.stream().flatMap(one -> Stream.ofNullable(one.decision().from())))
                .flatMap(days -> days)
                .filter(day -> !day.isBefore(submittedOn))
                .sorted()
                .filter(day -> parties.stream().allMatch(party -> lacks(party, day).isEmpty()))
                .findFirst();
    }

    /// What a party has yet to give on a day; nothing of one whose agreement it does not take.
    EnumSet<Lack> lacks(Party party, LocalDate day) {
        var lacks = EnumSet.noneOf(Lack.class);
        if (terms.takes(party)) {
            if (!isSigned(party, day)) {
                lacks.add(Lack.SIGNATURE);
            }
            if (terms.ratifiedBy() == RatifiedBy.DECISION_AND_SIGNATURE
                    && decision(party.organisation(), day).isEmpty()) {
                lacks.add(Lack.DECISION);
            }
        }
        return lacks;
    }

    /// The posts that are to sign for a party and have not by a day.
    List<String> unsigned(Party party, LocalDate day) {
        return party.signatories().stream()
                .filter(
                        post ->
                                signed(party.organisation(), day)
                                        .noneMatch(one -> one.post().equals(post)))
                .toList();
    }

    Optional<PartyDecision> decision(String organisation, LocalDate day) {
        return decisions.stream()
                .filter(
                        one ->
                                one.organisation().equals(organisation)
                                        && one.decision().holdsOn(day))
                .findFirst();
    }

    /// The day a party had signed in full, empty while it has not.
    Optional<LocalDate> signedOn(Party party) {
        return signOffs.stream()
                .map(SignOff::signedOn)
                .sorted()
                .filter(day -> isSigned(party, day))
                .findFirst();
    }

    /// The latest decision of a party that is not at an end.
    Optional<PartyDecision> lastDecision(String organisation) {
        return decisions.stream()
                .filter(
                        one ->
                                one.organisation().equals(organisation)
                                        && one.decision().endedOn() == null)
                .reduce((_, later) -> later);
    }

    private boolean isSigned(Party party, LocalDate day) {
        return party.signatories().isEmpty()
                ? signed(party.organisation(), day).findAny().isPresent()
                : unsigned(party, day).isEmpty();
    }

    private Stream<SignOff> signed(String organisation, LocalDate day) {
        return signOffs.stream()
                .filter(one -> one.organisation().equals(organisation))
                .filter(one -> !one.signedOn().isAfter(day));
    }
}
