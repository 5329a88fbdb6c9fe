package locality.governance.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionSheetTest {

    @ParameterizedTest
    @CsvSource({"2018-06,", "2018-06-30,", ",2018-09-01", ","})
    void aColumnThatIsAbsentLeavesWhatIsOnRecord(String dueOn, String reviewOn) {
        var action =
                AnAction.due(
                        Due.of(dueOn, null, reviewOn == null ? null : LocalDate.parse(reviewOn)));

        var task = row("reference,version,title", "ROC-ICB-A-1,0,Reworded").taskOf(action);

        assertThat(task.due()).isEqualTo(action.last().due());
        assertThat(task.post()).isEqualTo(action.post);
        assertThat(task.title()).isEqualTo("Reworded");
    }

    @Test
    void aCellThatIsEmptyTakesTheDateAway() {
        var action = AnAction.due(Due.of("2018-06", null, null));

        var task = row("reference,version,title,dueOn", "ROC-ICB-A-1,0,Same,").taskOf(action);

        assertThat(task.due().precision()).isEqualTo(DuePrecision.UNDATED);
    }

    @Test
    void anotherDayMovesItWhateverItsPrecisionWas() {
        var action = AnAction.due(Due.of("2018-06", null, null));

        var task = row("reference,version,title,dueOn", "R-1,0,Same,2018-07-02").taskOf(action);

        assertThat(task.due()).isEqualTo(Due.of("2018-07-02", DuePrecision.DAY, null));
    }

    @Test
    void theSheetOfAnotherDayHasNoVersion() {
        var action = AnAction.due(Due.of("2018-06", null, null));
        var shown = ActionView.of(action, action.last(), AnAction.LATER);

        assertThat(
                        ActionSheet.read(ActionSheet.write(List.of(shown), true))
                                .getFirst()
                                .key()
                                .version())
                .isZero();
        assertThat(
                        ActionSheet.read(ActionSheet.write(List.of(shown), false))
                                .getFirst()
                                .key()
                                .version())
                .isNull();
    }

    private static ActionSheet.Row row(String header, String cells) {
        return ActionSheet.read(header + "\n" + cells + "\n").getFirst();
    }
}
