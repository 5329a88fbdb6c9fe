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
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;

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
        return show
                .list(
                        places,
                        new Agreements.Wanted(
                                null, null, new Agreements.Waiting(on, on.plusDays(DAYS_AHEAD))),
                        null,
                        on,
                        "",
                        Page.ALL)
                .stream()
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

    /// One that ends by itself or was terminated, and that no ratified version follows the day
    /// after: a next one that lies about as a draft, or that begins later, keeps nothing from
    /// ending.
    private static Optional<WorklistRow> expiring(AgreementView agreement, LocalDate on) {
        var counts = agreement.counting();
        var lastDay = counts.lastDay();
        var last = agreement.versions().getLast();
        if (counts.state() != VersionState.IN_FORCE
                || lastDay == null
                || lastDay.minusDays(DAYS_AHEAD).isAfter(on)
                || agreement.versions().stream()
                        .anyMatch(one -> one.isToHoldBy(lastDay.plusDays(1)))) {
            return Optional.empty();
        }
        return Optional.of(
                row(
                        WorklistKind.AGREEMENT_EXPIRING,
                        agreement,
                        counts,
                        lastDay,
                        on,
                        "Its last day is %s%s".formatted(lastDay, whatFollows(last)),
                        last.state().isOpen()
                                ? takeOn(last)
                                : draftNext(agreement, counts, lastDay)));
    }

    private static String whatFollows(VersionView last) {
        if (last.state().isOpen()) {
            return ", and version %s is %s: take it on, or let it end"
                    .formatted(last.label(), last.state());
        }
        return last.state() == VersionState.RATIFIED
                ? ", and version %s holds from %s only: draft one that goes on, or let it end"
                        .formatted(last.label(), last.effectiveOn())
                : ": draft the next version, or let it end";
    }

    private static ClearingCall draftNext(
            AgreementView agreement, VersionView counts, LocalDate lastDay) {
        return ClearingCall.post(
                "/agreements/%s/versions".formatted(agreement.reference()),
                "label",
                String.valueOf(agreement.latest() + 1),
                "summary",
                "Goes on from %s".formatted(lastDay.plusDays(1)),
                "effectiveOn",
                lastDay.plusDays(1),
                "parties",
                counts.parties().stream().map(AgreementsWaiting::asSent).toList());
    }

    /// The step that a version which is not ratified waits for; when only decisions are lacking,
    /// the answer of `start` says whose.
    private static ClearingCall takeOn(VersionView version) {
        var lacking = version.outstanding().stream();
        return switch (version.state()) {
            case DRAFT -> ClearingCall.post(path(version, "review"));
            case IN_REVIEW ->
                    lacking.filter(party -> party.lacks(Lack.REVIEW))
                            .findFirst()
                            .map(party -> review(version, party))
                            .orElseGet(() -> ClearingCall.post(path(version, "submit")));
            case FOR_RATIFICATION ->
                    lacking.filter(party -> party.lacks(Lack.SIGNATURE))
                            .findFirst()
                            .map(party -> sign(version, party))
                            .orElseGet(() -> ClearingCall.post(path(version, "start")));
            case RATIFIED, IN_FORCE, EXPIRED, TERMINATED, SUPERSEDED ->
                    throw new IllegalArgumentException(version.name() + " is " + version.state());
        };
    }

    private static ClearingCall review(VersionView version, Outstanding party) {
        return ClearingCall.post(
                path(version, "reviewed"), "organisation", party.organisation(), "agreed", true);
    }

    private static ClearingCall sign(VersionView version, Outstanding party) {
        return ClearingCall.post(
                path(version, "sign"), "organisation", party.organisation(), "post", postOf(party));
    }

    private static String postOf(Outstanding party) {
        return party.unsigned().isEmpty() ? "Accountable officer" : party.unsigned().getFirst();
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
                        ClearingCall.post(
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
                            review(version, party)));
        }
        if (version.state() == VersionState.FOR_RATIFICATION && party.lacks(Lack.SIGNATURE)) {
            return Optional.of(unsigned(agreement, version, party));
        }
        return Optional.empty();
    }

    private static WorklistRow unsigned(
            AgreementView agreement, VersionView version, Outstanding party) {
        return WorklistRow.waiting(
                WorklistKind.AGREEMENT_UNSIGNED,
                party.unsigned().isEmpty()
                        ? nameOf(version, party)
                        : nameOf(version, party) + "/" + postOf(party),
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
                sign(version, party));
    }

    private static WorklistRow row(
            WorklistKind kind,
            AgreementView agreement,
            VersionView version,
            LocalDate due,
            LocalDate on,
            String inWords,
            ClearingCall clear) {
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
