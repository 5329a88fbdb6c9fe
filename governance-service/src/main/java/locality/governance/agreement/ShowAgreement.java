package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import locality.governance.body.BodyRegister;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Shows agreements as they stand on a day, whether or not what came about by itself was written
/// down.
@ApplicationScoped
class ShowAgreement {

    private static final int AT_A_TIME = 200;

    private final Agreements agreements;
    private final PartyDecisions decisions;
    private final BodyRegister bodies;

    ShowAgreement(Agreements agreements, PartyDecisions decisions, BodyRegister bodies) {
        this.agreements = agreements;
        this.decisions = decisions;
        this.bodies = bodies;
    }

    /// Empty before it was drafted.
    Optional<AgreementView> on(Agreement agreement, LocalDate day) {
        return view(agreement, decisions.about(agreement), day);
    }

    /// In the order of their references, one more than the limit if there are more.
    ///
    /// @param state null for all
    List<AgreementView> list(
            Set<Locality> places,
            Agreements.Wanted wanted,
            @Nullable VersionState state,
            LocalDate day,
            String after,
            int limit) {
        var found = new ArrayList<AgreementView>();
        var last = after;
        List<Agreement> some;
        do {
            some = agreements.inPlaces(places, wanted, last, AT_A_TIME);
            var decided = decisions.about(some);
            for (var one : some) {
                view(one, decided.getOrDefault(one.id, Approvals.NONE), day)
                        .filter(view -> state == null || view.state() == state)
                        .ifPresent(found::add);
                last = one.reference;
            }
        } while (some.size() > AT_A_TIME && found.size() <= limit);
        return found.subList(0, Math.min(found.size(), limit + 1));
    }

    /// Who has yet to give what, of the latest version of each agreement while that is not
    /// ratified.
    ///
    /// @param party an organisation's code, null for all
    /// @param lack null for any
    List<UnsignedParty> unsigned(
            Set<Locality> places, @Nullable String party, @Nullable Lack lack, LocalDate day) {
        return list(
                        places,
                        new Agreements.Wanted(null, party, new Agreements.Waiting(day, null)),
                        null,
                        day,
                        "",
                        Page.ALL)
                .stream()
                .flatMap(
                        view ->
                                view.versions().getLast().outstanding().stream()
                                        .map(one -> UnsignedParty.of(view, one)))
                .filter(row -> party == null || row.organisation().equals(party))
                .filter(row -> lack == null || row.lacks().contains(lack))
                .sorted(Comparator.comparing(UnsignedParty::cursor))
                .toList();
    }

    private Optional<AgreementView> view(Agreement agreement, Approvals approvals, LocalDate day) {
        var life = AgreementLife.upTo(day, agreement, approvals);
        var versions =
                agreement.versions.stream()
                        .filter(one -> !life.of(one).isEmpty())
                        .map(one -> VersionView.of(agreement, one, life.of(one), approvals, day))
                        .toList();
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(AgreementView.of(agreement, versions, bodies::referenceOf));
    }
}
