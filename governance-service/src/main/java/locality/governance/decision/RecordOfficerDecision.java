package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import locality.governance.body.BodyRegister;
import locality.governance.delegation.DelegationRegister;
import locality.governance.forwardplan.ForwardPlan;
import locality.governance.function.Functions;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.governance.validity.Mode;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Writes down what officers decided under a delegation to them. Their authority is proven as a
/// body's is, and what they use of a limit counts alike.
@ApplicationScoped
class RecordOfficerDecision {

    private final Decisions decisions;
    private final TakeDecision takeDecision;
    private final ProposeDecision proposeDecision;
    private final ReplaceDecision replace;
    private final GatherEvidence gather;
    private final DelegationRegister delegations;
    private final BodyRegister bodies;
    private final Functions functions;
    private final ForwardPlan forwardPlan;
    private final Recorder recorder;

    RecordOfficerDecision(
            Decisions decisions,
            TakeDecision takeDecision,
            ProposeDecision proposeDecision,
            ReplaceDecision replace,
            GatherEvidence gather,
            DelegationRegister delegations,
            BodyRegister bodies,
            Functions functions,
            ForwardPlan forwardPlan,
            Recorder recorder) {
        this.decisions = decisions;
        this.takeDecision = takeDecision;
        this.proposeDecision = proposeDecision;
        this.replace = replace;
        this.gather = gather;
        this.delegations = delegations;
        this.bodies = bodies;
        this.functions = functions;
        this.forwardPlan = forwardPlan;
        this.recorder = recorder;
    }

    /// What officers decided.
    ///
    /// @param delegation to the officers, its id or reference
    /// @param reference null for one made of the delegation's
    /// @param takenOn the day they did
    /// @param proposal what it is about; its place is the delegation's when left out
    /// @param forwardPlan the entry it was expected as, null for none
    record Said(
            String delegation,
            @Nullable String reference,
            String title,
            LocalDate takenOn,
            Proposal proposal,
            String post,
            String reasons,
            @Nullable String alternatives,
            @Nullable String interests,
            OfficerRecord.@Nullable Urgency urgency,
            @Nullable String forwardPlan,
            @Nullable Provenance provenance) {}

    @Transactional
    Decision handle(Said said) {
        var delegation = delegations.require(said.delegation);
        recorder.requireReading(delegation.place(), "delegation", said.delegation);
        if (delegation.toOrganisation() == null) {
            throw new MatterRefusal.NotToOfficers(delegation.reference());
        }
        if (said.takenOn.isAfter(recorder.today())) {
            throw new MatterRefusal.LiesAhead(said.takenOn, recorder.today());
        }
        bodies.requireForWriting(delegation.from().toString(), said.takenOn);
        requireNoPersonalData(said);
        var matter = said.proposal.at(delegation.place());
        recorder.requireWriting(matter.place(), "place", matter.place().code());
        if (matter.function() != null) {
            functions.requireKnown(List.of(matter.function()));
        }
        var decision = propose(said, matter, delegation);
        return takeDecision.settle(
                decision,
                said.takenOn,
                question ->
                        gather.byOfficers(
                                decision, said.takenOn, delegation, requireNonNull(question)));
    }

    private Decision propose(Said said, Matter matter, DelegationRegister.Delegated delegation) {
        var entry =
                said.forwardPlan == null
                        ? null
                        : forwardPlan
                                .requireFor(
                                        said.forwardPlan, delegation.from(), matter.asProposed())
                                .id();
        var decision =
                proposeDecision.handle(
                        said.title, matter.expectedAs(entry), recorder.provenance(said.provenance));
        decision.putBeforeOfficers(
                reference(said, delegation),
                delegation.from(),
                new OfficerRecord(
                        delegation.reference(),
                        requireNonNull(delegation.toOrganisation()),
                        said.post,
                        said.reasons,
                        said.alternatives,
                        said.interests,
                        said.urgency),
                said.urgency == null ? Mode.OFFICER : Mode.URGENT);
        replace.propose(decision, said.proposal.supersedes(), said.takenOn);
        decisions.persistAndFlush(decision);
        if (entry != null) {
            forwardPlan.tabled(entry, decision.id, said.takenOn);
        }
        return decision;
    }

    private static void requireNoPersonalData(Said said) {
        PersonalData.requireNone("post", said.post);
        PersonalData.requireNone("reasons", said.reasons);
        PersonalData.requireNone("alternatives", said.alternatives);
        PersonalData.requireNone("interests", said.interests);
        if (said.urgency != null) {
            PersonalData.requireNone("urgent.consentOf", said.urgency.consentOf());
            PersonalData.requireNone("urgent.reason", said.urgency.reason());
        }
    }

    /// `MCR-DEL-7-2014-06-02`, or with `-2` behind it for a second one that day.
    private String reference(Said said, DelegationRegister.Delegated delegation) {
        if (said.reference != null) {
            if (decisions.lookUp(said.reference).isPresent()) {
                throw new MatterRefusal.ReferenceTaken(said.reference);
            }
            return said.reference;
        }
        var first = delegation.reference() + "-" + said.takenOn;
        var name = first;
        for (int i = 2; decisions.lookUp(name).isPresent(); i++) {
            name = first + "-" + i;
        }
        return name;
    }
}
