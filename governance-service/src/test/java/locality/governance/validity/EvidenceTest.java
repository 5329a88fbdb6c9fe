package locality.governance.validity;

import static locality.governance.validity.AsTold.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Set;
import locality.governance.authority.AuthorityCode;
import locality.governance.period.ClearDays;
import locality.governance.voting.Choice;
import locality.governance.voting.Interest;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.VotingRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is read off the evidence that was frozen, then and ever after.
class EvidenceTest {

    @Test
    void scrutinyHasItsClearDaysUnlessItCouldNotWaitOrBindsNobody() {
        var terms =
                new Terms(1, QuorumRule.of(5), VotingRule.SIMPLE_MAJORITY, "S1", false, 5, 5, null);

        assertThat(new AsTold().terms(terms).evidence().callInUntil(DecisionType.APPROVE))
                .isEqualTo(DAY.plusDays(5));
        assertThat(new AsTold().terms(terms).evidence().callInUntil(DecisionType.RECOMMEND))
                .isNull();
        assertThat(
                        new AsTold()
                                .terms(terms)
                                .mode(Mode.URGENT)
                                .evidence()
                                .callInUntil(DecisionType.APPROVE))
                .isNull();
        assertThat(new AsTold().terms(null).evidence().callInUntil(DecisionType.APPROVE)).isNull();
    }

    /// 23 May 2014 is the Friday before the Spring bank holiday of the 26th.
    @Test
    void scrutinysDaysAreCountedByTheRuleThatWasFrozen() {
        var terms =
                new Terms(1, QuorumRule.of(5), VotingRule.SIMPLE_MAJORITY, "S1", false, 5, 5, null);
        var recorded = LocalDate.of(2014, 5, 23);

        assertThat(
                        new AsTold()
                                .terms(terms)
                                .callIn(CallIn.of(recorded, 5, ClearDays.WORKING))
                                .evidence()
                                .callInUntil(DecisionType.APPROVE))
                .isEqualTo(LocalDate.of(2014, 6, 2));
    }

    @Test
    void theSameEvidenceReadBackGivesTheSameVerdict() throws JsonProcessingException {
        var json =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build();
        var evidence =
                new AsTold()
                        .interest("S1", Interest.Effect.LEFT)
                        .interest("S2", Interest.Effect.NO_VOTE)
                        .casting(Choice.FOR)
                        .authority(Set.of("00W"), AuthorityCode.LIMIT_EXCEEDED)
                        .evidence();

        var readBack = json.readValue(json.writeValueAsString(evidence), Evidence.class);

        assertThat(readBack).isEqualTo(evidence);
        assertThat(Verdict.of(readBack)).isEqualTo(Verdict.of(evidence));
    }

    @Test
    @Tag("G11")
    void termsKeptBeforeTheySaidWhatIsKeyAreReadAsSayingNothingOfIt()
            throws JsonProcessingException {
        var kept =
                """
                {"version": 1, "quorum": {"number": 5}, "votingRule": "SIMPLE_MAJORITY",
                 "castingVote": "S1", "substitutesAllowed": false, "noticeClearDays": 5}
                """;

        var terms = JsonMapper.builder().build().readValue(kept, Terms.class);

        assertThat(terms.noticeClearDays()).isEqualTo(5);
        assertThat(terms.callInClearDays()).isNull();
        assertThat(terms.keyDecisionFromPence()).isNull();
    }
}
