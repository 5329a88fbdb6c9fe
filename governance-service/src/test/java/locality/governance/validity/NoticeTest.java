package locality.governance.validity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import locality.governance.authority.Standing;
import locality.governance.period.ClearDays;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.VotingRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final ObjectMapper STORED =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private static final LocalDate MONDAY = LocalDate.of(2018, 5, 14);
    private static final LocalDate FRIDAY = LocalDate.of(2018, 5, 4);
    private static final LocalDate THURSDAY = LocalDate.of(2018, 5, 3);

    /// Nine days of the calendar, four working days: 7 May is a bank holiday.
    @Test
    @Tag("G17")
    void theRuleSaysWhichOfTheDaysBetweenCount() {
        assertThat(noted(MONDAY, FRIDAY, Notice.of(FRIDAY, MONDAY, ClearDays.CALENDAR))).isEmpty();
        assertThat(noted(MONDAY, FRIDAY, Notice.of(FRIDAY, MONDAY, ClearDays.WORKING)))
                .containsExactly(ValidityCode.NO_NOTICE);
        assertThat(noted(MONDAY, THURSDAY, Notice.of(THURSDAY, MONDAY, ClearDays.WORKING)))
                .isEmpty();
    }

    @Test
    void whatWasCountedIsKeptAndNotCountedAgain() {
        var proclaimedLater = new Notice(MONDAY, ClearDays.WORKING, 5);

        assertThat(noted(MONDAY, FRIDAY, proclaimedLater)).isEmpty();
    }

    @Test
    void aSittingThatWasNamedInTheMeetingRestsOnTheNoticeOfTheOneItResumes() {
        var resumed = MONDAY.plusDays(2);

        assertThat(noted(resumed, THURSDAY, Notice.of(THURSDAY, MONDAY, ClearDays.WORKING)))
                .isEmpty();
        assertThat(noted(resumed, FRIDAY, Notice.of(FRIDAY, MONDAY, ClearDays.WORKING)))
                .containsExactly(ValidityCode.NO_NOTICE);
    }

    @Test
    void evidenceFromBeforeTheRuleWasKeptGivesTheSameCodesAsEver() throws Exception {
        var inTime = evidence(MONDAY, MONDAY.minusDays(6), null);
        var late = evidence(MONDAY, MONDAY.minusDays(5), null);

        assertThat(Verdict.of(asStoredBefore(inTime)).codes()).isEmpty();
        assertThat(Verdict.of(asStoredBefore(late)).codes())
                .containsExactly(ValidityCode.NO_NOTICE);
    }

    /// As it lies in the database: without the component that was added later.
    private static Evidence asStoredBefore(Evidence evidence) throws Exception {
        ObjectNode json = STORED.valueToTree(evidence);
        json.remove("notice");
        return STORED.treeToValue(json, Evidence.class);
    }

    private static List<ValidityCode> noted(
            LocalDate heldOn, LocalDate noticedOn, @Nullable Notice notice) {
        return Verdict.of(evidence(heldOn, noticedOn, notice)).codes();
    }

    private static Evidence evidence(
            LocalDate heldOn, LocalDate noticedOn, @Nullable Notice notice) {
        return new Evidence(
                DecisionType.NOTE,
                heldOn,
                noticedOn,
                Standing.ESTABLISHED,
                new Terms(
                        1,
                        QuorumRule.of(1),
                        VotingRule.SIMPLE_MAJORITY,
                        null,
                        false,
                        5,
                        null,
                        null),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                notice,
                null);
    }
}
