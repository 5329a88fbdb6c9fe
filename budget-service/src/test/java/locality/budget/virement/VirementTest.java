package locality.budget.virement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A virement waits, ends once, and stays as it ended.
@Tag("B14")
class VirementTest {

    private static final LocalDate OCTOBER = LocalDate.of(2014, 10, 1);
    private static final LocalDate YEAR_END = LocalDate.of(2015, 3, 31);
    private static final String COUNCIL = "E08000003";

    private enum Command {
        REJECT(
                virement -> virement.reject(decision(virement, 50, OCTOBER)),
                VirementState.REJECTED),
        LAPSE(virement -> virement.lapse(OCTOBER), VirementState.LAPSED),
        WITHDRAW(
                virement -> virement.withdraw(COUNCIL, "Not needed", OCTOBER),
                VirementState.WITHDRAWN);

        private final Consumer<Virement> done;
        private final VirementState leadsTo;

        Command(Consumer<Virement> done, VirementState leadsTo) {
            this.done = done;
            this.leadsTo = leadsTo;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsOnceFromWaitingAndFromNoOtherState(Command command) {
        for (var state : VirementState.values()) {
            var virement = pending();
            virement.state = state;
            if (state == VirementState.PENDING_APPROVAL) {
                command.done.accept(virement);
                assertThat(virement.state).isEqualTo(command.leadsTo);
            } else {
                assertThatThrownBy(() -> command.done.accept(virement))
                        .isInstanceOf(VirementRefusal.NotPending.class)
                        .hasMessage("MCR-BCF-2014-15-V1 is %s and waits for nothing", state);
                assertThat(virement.state).isEqualTo(state);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isMadeByADecisionOnlyWhileItWaits(VirementState state) {
        var virement = pending();
        virement.state = state;

        var verdict = virement.awaited(YEAR_END).judge(decision(virement, 50, OCTOBER));

        assertThat(verdict)
                .isEqualTo(
                        state == VirementState.PENDING_APPROVAL
                                ? new Verdict.Opens()
                                : new Verdict.DoesNotApply(List.of("NOT_PENDING")));
    }

    @Test
    void isNotMadeByADecisionThatCoversLessOrComesAfterTheYear() {
        var virement = pending();

        assertThat(virement.awaited(YEAR_END).judge(decision(virement, 49, OCTOBER)))
                .isEqualTo(new Verdict.DoesNotApply(List.of("AMOUNT_NOT_COVERED")));
        assertThat(virement.awaited(YEAR_END).judge(decision(virement, 50, YEAR_END.plusDays(1))))
                .isEqualTo(new Verdict.DoesNotApply(List.of("LATE", "EXPIRED")));
    }

    @Test
    void isWithdrawnByWhoAskedAlone() {
        var virement = pending();

        assertThatThrownBy(() -> virement.withdraw("00W", "Not theirs", OCTOBER))
                .isInstanceOfSatisfying(
                        VirementRefusal.NotWhoAsked.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("requestedBy", COUNCIL)
                                        .containsEntry("organisation", "00W"));
        assertThat(virement.state).isEqualTo(VirementState.PENDING_APPROVAL);
    }

    @Test
    void isForNotingWhenOfficersMadeIt() {
        var byOfficers = pending();
        var byTheBody = pending();

        byOfficers.make(Authority.delegation(Ids.next()), Ids.next(), List.of());
        byTheBody.make(Authority.decision(Ids.next()), Ids.next(), List.of());

        assertThat(byOfficers.isForNoting()).isTrue();
        assertThat(byTheBody.isForNoting()).isFalse();
    }

    @Test
    void tellsWhatItAsksForAndWhatWasMade() {
        var virement = pending();

        var requested =
                virement.requestApproval(Ids.next(), OCTOBER.plusDays(28), List.of("MCR-NHS"));
        var made = virement.make(Authority.decision(Ids.next()), Ids.next(), virement.warnings);

        assertThat(requested.moves()).isEqualTo(made.moves()).hasSize(2);
        assertThat(requested.contentHash()).isEqualTo(virement.hashOfContent());
        assertThat(made.warnings()).containsExactly("MCR-NHS");
        assertThat(made.entryId()).isEqualTo(virement.entryId);
    }

    @Test
    void hashesWhatADecisionIsAskedAbout() {
        var virement = pending();
        var before = virement.hashOfContent();

        virement.moves.set(0, new Move(virement.moves.get(0).lineId(), "L01", Pence.of(-51)));
        assertThat(virement.hashOfContent()).isNotEqualTo(before);
    }

    private static Virement pending() {
        var virement = new Virement();
        virement.id = Ids.next();
        virement.reference = "MCR-BCF-2014-15-V1";
        virement.fundId = Ids.next();
        virement.locality = Locality.MANCHESTER;
        virement.moves.add(new Move(Ids.next(), "L01", Pence.of(-50)));
        virement.moves.add(new Move(Ids.next(), "L02", Pence.of(50)));
        virement.amountPence = Pence.of(50);
        virement.reason = "Reablement starts earlier";
        virement.decisionFunction = "bcf-investment-wave-one";
        virement.basis = Basis.ALIGNED;
        virement.owners = List.of(new Virement.Owner(COUNCIL, Pence.of(50)));
        virement.requestedBy = COUNCIL;
        virement.effectiveOn = OCTOBER;
        virement.provenance = Provenance.illustrative();
        virement.contentHash = virement.hashOfContent();
        virement.requestApproval(UUID.randomUUID(), OCTOBER.plusDays(28), List.of());
        return virement;
    }

    private static DecisionTaken decision(Virement virement, long pence, LocalDate on) {
        return new DecisionTaken(
                Ids.next(),
                "MCR-HWBB-2014-10-01/3",
                "Virement",
                Ids.next(),
                "Health and Wellbeing Board",
                Ids.next(),
                "APPROVE",
                "CARRIED",
                "IN_EFFECT",
                List.of(),
                "bcf-investment-wave-one",
                Pence.of(pence),
                "ALIGNED",
                List.of(new MoneyOwner(COUNCIL, Pence.of(pence))),
                new Subject("virement", virement.id.toString()),
                virement.requestId,
                virement.contentHash,
                Locality.MANCHESTER,
                on,
                Provenance.illustrative());
    }
}
