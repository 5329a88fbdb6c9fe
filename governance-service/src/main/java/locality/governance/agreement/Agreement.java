package locality.governance.agreement;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What organisations agree with each other, in numbered versions.
@Entity
class Agreement {
    /// Most signs of a title.
    static final int TITLE_LENGTH = 500;

    @Id UUID id;
    String reference;
    String title;

    @Enumerated(EnumType.STRING)
    AgreementKind kind;

    Locality locality;
    @Embedded AgreementTerms terms;

    /// The board that it sets up, null when it sets up none.
    @Nullable UUID establishes;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "agreement_id", nullable = false)
    @OrderBy("number")
    @BatchSize(size = Page.MAX_LIMIT)
    List<AgreementVersion> versions = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// Puts a next version before the parties. One that is still open gives way to it at once, and
    /// the signatures under that one are void; one that is ratified stands until the next is in
    /// force.
    AgreementVersion draft(VersionText text, List<Party> parties, LocalDate on, Provenance source) {
        var drafted = AgreementVersion.drafted(versions.size() + 1, text, parties, on, source);
        if (!versions.isEmpty()) {
            var former = versions.getLast();
            if (former.isAs(text, parties)) {
                throw new AgreementRefusal.NothingChanged(reference, former.number);
            }
            former.requireInOrder(on);
            if (former.state.isOpen()) {
                former.step(
                        VersionState.SUPERSEDED,
                        on,
                        "Version %d takes its place".formatted(drafted.number),
                        source);
            }
        }
        versions.add(drafted);
        return drafted;
    }

    void rename(String words) {
        PersonalData.requireNone("title", words);
        title = words;
    }

    /// Sends a draft to its parties for review.
    ///
    /// @param by the last day they have for it, null when nothing is said
    void sendForReview(int number, @Nullable LocalDate by, LocalDate on, Provenance source) {
        require(number).sendForReview(by, on, source);
    }

    /// Submits it for ratification: its text is settled from now on.
    ///
    /// @param consulted whether a consultation on it is concluded
    /// @throws AgreementRefusal if a party is not content with it, or it was not consulted on
    void submit(int number, boolean consulted, LocalDate on, Provenance source) {
        var of = require(number);
        if (of.state == VersionState.IN_REVIEW) {
            var waiting =
                    outstanding(of, Approvals.NONE, on).stream()
                            .filter(party -> party.lacks(Lack.REVIEW))
                            .toList();
            if (!waiting.isEmpty()) {
                throw new AgreementRefusal.NotReviewed(nameOf(number), of.reviewBy(on), waiting);
            }
            if (terms.consultationRequired() && !consulted) {
                throw new AgreementRefusal.NotConsulted(reference);
            }
        }
        of.step(VersionState.FOR_RATIFICATION, on, null, source);
    }

    /// @throws AgreementRefusal also when another version is the one to sign
    void sign(int number, String organisation, String post, LocalDate on, Provenance source) {
        var of = require(number);
        var last = versions.getLast();
        if (of.state == VersionState.SUPERSEDED) {
            throw new AgreementRefusal.SignsOtherVersion(nameOf(number), nameOf(last.number));
        }
        of.sign(organisation, post, on, source);
    }

    /// Ends a version: by its termination clause, or as every FULL party decided by today.
    ///
    /// @return the end as it is kept, with the day on which it was decided
    Termination terminate(int number, Termination asked, Approvals approvals, LocalDate today) {
        var of = require(number);
        if (asked.noticeBy() == null) {
            var end = asked.decided(requireDecided(of, asked.on(), approvals, today));
            of.terminate(end);
            return end;
        }
        of.requireParty(asked.noticeBy());
        requireNotice(asked);
        of.terminate(asked);
        return asked;
    }

    private void requireNotice(Termination end) {
        var days = terms.noticeDays();
        if (days == null) {
            throw new EndRefusal.KnowsNoNotice(reference);
        }
        var given = end.noticeGivenOn();
        if (given == null || given.plusDays(days).isAfter(end.on())) {
            throw new EndRefusal.NoticeTooShort(reference, days, given, end.on());
        }
    }

    /// The day by which the last of its FULL parties had decided the end; one that may be called in
    /// yet has not.
    private LocalDate requireDecided(
            AgreementVersion of, LocalDate on, Approvals approvals, LocalDate today) {
        var undecided = new ArrayList<String>();
        var last = LocalDate.MIN;
        for (var party : of.parties) {
            if (party.capacity() == Capacity.FULL) {
                var since = approvals.endedSince(of.number, party.organisation(), on);
                if (since.filter(day -> !day.isAfter(today)).isEmpty()) {
                    undecided.add(party.organisation());
                } else if (since.get().isAfter(last)) {
                    last = since.get();
                }
            }
        }
        if (!undecided.isEmpty()) {
            throw new EndRefusal.EndNotDecided(nameOf(of.number), undecided);
        }
        return last;
    }

    /// Writes down what has come about by itself by a day.
    ///
    /// @return what is told of it: one for each step, in the order of the versions
    List<AgreementChanged> settle(Approvals approvals, LocalDate today) {
        var life = AgreementLife.upTo(today, this, approvals);
        var told = new ArrayList<AgreementChanged>();
        for (var of : versions) {
            var steps = life.of(of);
            int known = Math.min(of.steps.size(), steps.size());
            for (var step : List.copyOf(steps.subList(known, steps.size()))) {
                of.add(step);
                told.add(changed(of, approvals, step.effectiveOn()));
            }
        }
        return told;
    }

    /// @throws AgreementRefusal unless a version is in force by the day, saying what it waits for
    void requireInForce(int number, Approvals approvals, LocalDate day) {
        var of = require(number);
        var now =
                AgreementLife.upTo(day, this, approvals)
                        .now(of)
                        .orElseThrow(
                                () ->
                                        new AgreementRefusal.NotDraftedYet(
                                                nameOf(number), of.draftedOn(), day));
        switch (now.state()) {
            case IN_FORCE -> {}
            case RATIFIED ->
                    throw new AgreementRefusal.NotYetEffective(
                            nameOf(number), of.text.effectiveOn(), day);
            case DRAFT, IN_REVIEW, FOR_RATIFICATION ->
                    throw AgreementRefusal.NotRatified.because(
                            nameOf(number), day, outstanding(of, approvals, day));
            case EXPIRED, TERMINATED, SUPERSEDED ->
                    throw new AgreementRefusal.Over(number, now.state());
        }
    }

    /// The parties that have not given all that a version takes of them, in its order.
    List<Outstanding> outstanding(AgreementVersion of, Approvals approvals, LocalDate day) {
        var ratification = of.ratification(terms, approvals);
        return of.parties.stream()
                .map(
                        party ->
                                new Outstanding(
                                        party.organisation(),
                                        party.capacity(),
                                        lacks(of, party, ratification, day),
                                        ratification.unsigned(party, day),
                                        signedVersion(party.organisation(), of, day)))
                .filter(party -> !party.lacks().isEmpty())
                .toList();
    }

    private Set<Lack> lacks(
            AgreementVersion of, Party party, Ratification ratification, LocalDate day) {
        var lacks = EnumSet.copyOf(ratification.lacks(party, day));
        if (terms.partiesReview()
                && terms.takes(party)
                && of.stepsBy(day).stream()
                        .noneMatch(step -> step.state() == VersionState.FOR_RATIFICATION)
                && of.reviewOf(party.organisation(), day).filter(PartyReview::agreed).isEmpty()) {
            lacks.add(Lack.REVIEW);
        }
        return lacks;
    }

    private @Nullable Integer signedVersion(
            String organisation, AgreementVersion but, LocalDate day) {
        return versions.reversed().stream()
                .filter(one -> one != but)
                .filter(
                        one ->
                                one.signOffs.stream()
                                        .anyMatch(
                                                sign ->
                                                        sign.organisation().equals(organisation)
                                                                && !sign.signedOn().isAfter(day)))
                .map(one -> one.number)
                .findFirst()
                .orElse(null);
    }

    /// Days from the day it was meant to hold to the day it was ratified; nothing when it was
    /// ratified in time.
    static Optional<Long> retrospectiveDays(AgreementVersion of, List<VersionStep> life) {
        var meant = of.text.effectiveOn();
        return life.stream()
                .filter(step -> step.state() == VersionState.RATIFIED)
                .findFirst()
                .filter(step -> meant != null && meant.isBefore(step.effectiveOn()))
                .map(step -> ChronoUnit.DAYS.between(meant, step.effectiveOn()));
    }

    /// @throws AgreementRefusal if it has no such version
    AgreementVersion require(int number) {
        if (number < 1 || number > versions.size()) {
            throw new AgreementRefusal.NoVersion(reference, number, versions.size());
        }
        return versions.get(number - 1);
    }

    /// How decisions name a version, as in `OLD-IA/5`.
    String nameOf(int number) {
        return reference + "/" + number;
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// A version as it is told of a day: an end before its time only once that is known.
    AgreementChanged changed(AgreementVersion of, Approvals approvals, LocalDate on) {
        var ratification = of.ratification(terms, approvals);
        return new AgreementChanged(
                id,
                reference,
                title,
                kind.name(),
                of.number,
                of.state.name(),
                of.parties.stream().map(party -> told(party, ratification)).toList(),
                of.text.effectiveOn(),
                of.lastDay(on),
                of.reviewDueOn(LocalDate.MAX),
                retrospectiveDays(of, of.steps).isPresent(),
                locality,
                on,
                of.provenance);
    }

    private static locality.platform.event.PartnershipEvent.Party told(
            Party party, Ratification ratification) {
        return new locality.platform.event.PartnershipEvent.Party(
                party.organisation(),
                party.capacity().name(),
                ratification.signedOn(party).orElse(null),
                ratification
                        .lastDecision(party.organisation())
                        .map(one -> one.decision().id())
                        .orElse(null));
    }
}
