package locality.governance.agreement;

import static locality.governance.agreement.AnAgreement.CCG;
import static locality.governance.agreement.AnAgreement.LAST_DAY;
import static locality.governance.agreement.AnAgreement.SOURCE;
import static locality.governance.agreement.AnAgreement.TRUST;
import static locality.governance.agreement.AnAgreement.in;
import static locality.governance.agreement.AnAgreement.notice;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every command in every state.
@Tag("G26")
class VersionCommandsTest {

    private static final LocalDate LATER = LAST_DAY.plusDays(30);

    private record Command(Consumer<Agreement> does, Map<VersionState, VersionState> leads) {}

    private static Map<String, Command> commands() {
        var commands = new LinkedHashMap<String, Command>();
        commands.put(
                "review",
                new Command(
                        one -> one.sendForReview(1, null, LATER, SOURCE),
                        Map.of(VersionState.DRAFT, VersionState.IN_REVIEW)));
        commands.put(
                "return",
                new Command(
                        one -> one.require(1).step(VersionState.DRAFT, LATER, "Law", SOURCE),
                        Map.of(VersionState.IN_REVIEW, VersionState.DRAFT)));
        commands.put(
                "reviewed",
                new Command(
                        one -> one.require(1).review(TRUST, true, null, LATER, SOURCE),
                        stays(EnumSet.of(VersionState.IN_REVIEW))));
        commands.put(
                "submit",
                new Command(
                        one -> one.submit(1, false, LATER, SOURCE),
                        Map.of(VersionState.IN_REVIEW, VersionState.FOR_RATIFICATION)));
        commands.put(
                "sign",
                new Command(
                        one -> one.sign(1, TRUST, "Chief Executive", LATER, SOURCE),
                        stays(
                                EnumSet.of(
                                        VersionState.FOR_RATIFICATION,
                                        VersionState.RATIFIED,
                                        VersionState.IN_FORCE))));
        commands.put(
                "working approval",
                new Command(
                        one ->
                                one.require(1)
                                        .approveWorking(new WorkingApproval(LATER, "Team", SOURCE)),
                        stays(
                                EnumSet.of(
                                        VersionState.DRAFT,
                                        VersionState.IN_REVIEW,
                                        VersionState.FOR_RATIFICATION))));
        commands.put(
                "review held",
                new Command(
                        one -> one.require(1).holdReview(LATER, "Goes on", null, SOURCE),
                        stays(
                                EnumSet.of(
                                        VersionState.DRAFT,
                                        VersionState.IN_REVIEW,
                                        VersionState.FOR_RATIFICATION,
                                        VersionState.RATIFIED,
                                        VersionState.IN_FORCE))));
        commands.put(
                "terminate",
                new Command(
                        one -> one.terminate(1, notice(LATER), Approvals.NONE, LATER),
                        stays(EnumSet.of(VersionState.RATIFIED, VersionState.IN_FORCE))));
        commands.put(
                "next version",
                new Command(
                        one ->
                                one.draft(
                                        AnAgreement.text(null, null),
                                        AnAgreement.PARTIES,
                                        LATER,
                                        SOURCE),
                        Map.of(
                                VersionState.DRAFT, VersionState.SUPERSEDED,
                                VersionState.IN_REVIEW, VersionState.SUPERSEDED,
                                VersionState.FOR_RATIFICATION, VersionState.SUPERSEDED,
                                VersionState.RATIFIED, VersionState.RATIFIED,
                                VersionState.IN_FORCE, VersionState.IN_FORCE,
                                VersionState.EXPIRED, VersionState.EXPIRED,
                                VersionState.TERMINATED, VersionState.TERMINATED,
                                VersionState.SUPERSEDED, VersionState.SUPERSEDED)));
        return commands;
    }

    private static Map<VersionState, VersionState> stays(Set<VersionState> states) {
        var same = new LinkedHashMap<VersionState, VersionState>();
        states.forEach(state -> same.put(state, state));
        return same;
    }

    @Test
    void everyCommandInEveryState() {
        for (var state : VersionState.values()) {
            commands()
                    .forEach(
                            (name, command) ->
                                    assertThat(after(in(state), command))
                                            .as("%s in %s", name, state)
                                            .isEqualTo(command.leads.get(state)));
        }
    }

    @Test
    void theStatesAreThoseTheyClaimToBe() {
        for (var state : VersionState.values()) {
            assertThat(in(state).require(1).state).isEqualTo(state);
        }
    }

    @Test
    void aCommandThatIsRefusedChangesNothing() {
        for (var state : VersionState.values()) {
            commands()
                    .forEach(
                            (name, command) -> {
                                var agreement = in(state);
                                int steps = agreement.require(1).steps.size();
                                int signed = agreement.require(1).signOffs.size();
                                if (after(agreement, command) == null) {
                                    assertThat(agreement.require(1))
                                            .as("%s in %s", name, state)
                                            .matches(one -> one.state == state)
                                            .matches(one -> one.steps.size() == steps)
                                            .matches(one -> one.signOffs.size() == signed);
                                }
                            });
        }
    }

    private static @Nullable VersionState after(Agreement agreement, Command command) {
        try {
            command.does.accept(agreement);
            return agreement.require(1).state;
        } catch (Refusal no) {
            assertThat(no.code())
                    .isIn(
                            "ILLEGAL_TRANSITION",
                            "NOT_IN_REVIEW",
                            "NOT_FOR_SIGNATURE",
                            "SIGNED_OTHER_VERSION",
                            "NOT_OPEN",
                            "AGREEMENT_OVER");
            return null;
        }
    }

    /// Parties that were asked sign for themselves in what is in force too.
    @Test
    void anAssociateMaySignWhatIsInForce() {
        var agreement = in(VersionState.IN_FORCE);

        agreement.sign(1, TRUST, "Chief Executive", LATER, SOURCE);

        assertThat(agreement.require(1).signOffs)
                .extracting(SignOff::organisation)
                .contains(TRUST, CCG);
    }
}
