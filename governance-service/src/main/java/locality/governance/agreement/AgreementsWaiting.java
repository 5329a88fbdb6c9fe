package locality.governance.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistRow.Call;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;

/// Agreements that wait for somebody: near their end or review, or for a party.
///
/// An end or a review is told ninety days before, and again thirty days before: `since` is the day
/// of the latest alert.
@ApplicationScoped
class AgreementsWaiting implements WorklistSource {

    private static final int LAST_ALERT = 30;

    private final ShowAgreement show;

    AgreementsWaiting(ShowAgreement show) {
        this.show = show;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return show.list(places, new Agreements.Wanted(null, null), null, on, "", Page.ALL).stream()
                .flatMap(agreement -> rows(agreement, on))
                .toList();
    }

    private static Stream<WorklistRow> rows(AgreementView agreement, LocalDate on) {
        var all = new ArrayList<WorklistRow>();
        expiring(agreement, on).ifPresent(all::add);
        toReview(agreement, on).ifPresent(all::add);
        agreement
                .versions()
                .getLast()
                .outstanding()
                .forEach(party -> toGive(agreement, party, on).ifPresent(all::add));
        return all.stream();
    }

    /// One that no later version follows, however far that has come.
    private static Optional<WorklistRow> expiring(AgreementView agreement, LocalDate on) {
        var last = agreement.versions().getLast();
        var lastDay = last.expiresOn();
        if (last.state() != VersionState.IN_FORCE
                || lastDay == null
                || lastDay.minusDays(DAYS_AHEAD).isAfter(on)) {
            return Optional.empty();
        }
        return Optional.of(
                row(
                        WorklistKind.AGREEMENT_EXPIRING,
                        agreement,
                        last,
                        lastDay,
                        on,
                        "Its last day is %s: draft the next version, or let it end"
                                .formatted(lastDay),
                        Call.post(
                                "/agreements/%s/versions".formatted(agreement.reference()),
                                "label",
                                String.valueOf(last.number() + 1),
                                "summary",
                                "Goes on from %s".formatted(lastDay.plusDays(1)),
                                "effectiveOn",
                                lastDay.plusDays(1),
                                "parties",
                                last.parties().stream().map(AgreementsWaiting::asSent).toList())));
    }

    private static Map<String, Object> asSent(VersionView.PartyView party) {
        return Map.of(
                "organisation",
                party.organisation(),
                "capacity",
                party.capacity().name(),
                "signatories",
                party.signatories());
    }

    private static Optional<WorklistRow> toReview(AgreementView agreement, LocalDate on) {
        var counts = agreement.counting();
        var due = counts.reviewOn();
        if (due == null || counts.state().isOver() || due.minusDays(DAYS_AHEAD).isAfter(on)) {
            return Optional.empty();
        }
        return Optional.of(
                row(
                        WorklistKind.AGREEMENT_TO_REVIEW,
                        agreement,
                        counts,
                        due,
                        on,
                        "Its review is due on %s: hold it, and say when the next is".formatted(due),
                        Call.post(
                                path(counts, "review-held"),
                                "outcome",
                                "It goes on as it is",
                                "nextReviewOn",
                                later(due, on).plusYears(1))));
    }

    private static Optional<WorklistRow> toGive(
            AgreementView agreement, Outstanding party, LocalDate on) {
        var version = agreement.versions().getLast();
        if (version.state() == VersionState.IN_REVIEW
                && party.lacks(Lack.REVIEW)
                && version.reviewBy() != null
                && !version.reviewBy().isAfter(on)) {
            return Optional.of(
                    WorklistRow.due(
                            WorklistKind.AGREEMENT_PARTY_TO_REVIEW,
                            nameOf(version, party),
                            agreement.title(),
                            version.reviewBy(),
                            on,
                            at(agreement),
                            "%s was to review version %s by %s"
                                    .formatted(
                                            party.organisation(),
                                            version.label(),
                                            version.reviewBy()),
                            Call.post(
                                    path(version, "reviewed"),
                                    "organisation",
                                    party.organisation(),
                                    "agreed",
                                    true)));
        }
        if (version.state() == VersionState.FOR_RATIFICATION && party.lacks(Lack.SIGNATURE)) {
            return Optional.of(unsigned(agreement, version, party));
        }
        return Optional.empty();
    }

    private static WorklistRow unsigned(
            AgreementView agreement, VersionView version, Outstanding party) {
        var post = party.unsigned().isEmpty() ? "Accountable officer" : party.unsigned().getFirst();
        return WorklistRow.waiting(
                WorklistKind.AGREEMENT_UNSIGNED,
                party.unsigned().isEmpty()
                        ? nameOf(version, party)
                        : nameOf(version, party) + "/" + post,
                agreement.title(),
                version.history().getLast().effectiveOn(),
                at(agreement),
                party.signedVersion() == null
                        ? "%s has yet to sign version %s"
                                .formatted(party.organisation(), version.label())
                        : "%s signed its version number %d, and has yet to sign %s"
                                .formatted(
                                        party.organisation(),
                                        party.signedVersion(),
                                        version.label()),
                Call.post(
                        path(version, "sign"), "organisation", party.organisation(), "post", post));
    }

    private static WorklistRow row(
            WorklistKind kind,
            AgreementView agreement,
            VersionView version,
            LocalDate due,
            LocalDate on,
            String inWords,
            Call clear) {
        var first = due.minusDays(DAYS_AHEAD);
        var last = due.minusDays(LAST_ALERT);
        var row =
                WorklistRow.due(
                        kind,
                        version.name(),
                        agreement.title(),
                        due,
                        on,
                        at(agreement),
                        inWords,
                        clear);
        return new WorklistRow(
                row.kind(),
                row.reference(),
                row.title(),
                last.isAfter(on) ? first : last,
                row.dueOn(),
                row.overdueDays(),
                row.locality(),
                row.body(),
                row.who(),
                row.inWords(),
                row.clear());
    }

    private static WorklistRow.Place at(AgreementView agreement) {
        return new WorklistRow.Place(agreement.locality(), null, Roles.GOVERNANCE);
    }

    private static String nameOf(VersionView version, Outstanding party) {
        return version.name() + "/" + party.organisation();
    }

    private static String path(VersionView version, String verb) {
        var slash = version.name().lastIndexOf('/');
        return "/agreements/%s/versions/%d/%s"
                .formatted(version.name().substring(0, slash), version.number(), verb);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
