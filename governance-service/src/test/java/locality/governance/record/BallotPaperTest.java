package locality.governance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import locality.governance.voting.Choice;
import locality.governance.voting.Vote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotPaperTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void votesAreGivenBySeatOrAsAList() throws JsonProcessingException {
        var bySeat = JSON.readValue("{\"S1\": \"FOR\", \"S2\": null}", BallotPaper.class);
        var listed =
                JSON.readValue(
                        "[{\"seat\": \"MCR-HWBB/S1\", \"choice\": \"FOR\"}, {\"seat\": \"S2\"}]",
                        BallotPaper.class);

        assertThat(bySeat).isEqualTo(listed);
        assertThat(bySeat.votes()).containsExactly(new Vote("S1", Choice.FOR));
        assertThat(JSON.writeValueAsString(bySeat)).isEqualTo("{\"S1\":\"FOR\",\"S2\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"S1\": \"YES\"}|\"YES\" is none of FOR, AGAINST, ABSTAIN",
                "[{\"seat\": \"S1\"}, {\"seat\": \"B/S1\"}]|S1 votes twice",
                "[{\"choice\": \"FOR\"}]|a vote names its seat",
                "\"FOR\"|votes are given by seat, or as a list"
            })
    void whatIsNoBallotPaperIsSaid(String written, String words) {
        assertThatThrownBy(() -> JSON.readValue(written, BallotPaper.class))
                .hasMessageContaining(words);
    }
}
