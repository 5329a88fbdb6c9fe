package locality.budget.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B2")
class StatedFigureTest {

    private static final LocalDate TODAY = LocalDate.of(2014, 5, 14);
    private static final Instant NOON = Instant.parse("2014-05-14T11:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Provenance TEXT =
            Provenance.stated("Living Longer, Living Better: Progress Update", "3.2.1");
    private static final Provenance TABLE =
            Provenance.stated("Living Longer, Living Better: Progress Update", "3.2.1, table");

    @Test
    void isStatedInTheWordsOfItsDocument() {
        var figure = aFigure();

        var told = figure.state(said("£13.2m", TEXT), NOON, TODAY);

        assertThat(told.amountPence()).isEqualTo(Pence.of(1_320_000_000));
        assertThat(told.stated()).isEqualTo("£13.2m");
        assertThat(figure.current().withinPence()).isEqualTo(Pence.of(5_000_000));
        assertThat(figure.current().provenance()).isEqualTo(TEXT);
    }

    @Test
    void isCorrectedBesideWhatWasSaidBefore() {
        var figure = stated();

        var told = figure.correct(said("£13.221m", TABLE), "The table is finer", LATER, TODAY);

        assertThat(told.number()).isEqualTo(2);
        assertThat(told.fromPence()).isEqualTo(Pence.of(1_320_000_000));
        assertThat(told.amountPence()).isEqualTo(Pence.of(1_322_100_000));
        assertThat(figure.statements)
                .extracting(Statement::stated, Statement::reason)
                .containsExactly(tuple("£13.2m", null), tuple("£13.221m", "The table is finer"));
        assertThat(figure.statements.getFirst().recordedAt()).isEqualTo(NOON);
    }

    @Test
    void refusesACorrectionThatCorrectsNothing() {
        var figure = stated();

        assertThatExceptionOfType(FigureRefusal.NothingCorrected.class)
                .isThrownBy(() -> figure.correct(said("£13.2m", TEXT), "No reason", LATER, TODAY))
                .satisfies(
                        refused -> {
                            assertThat(refused.code()).isEqualTo("NOTHING_CORRECTED");
                            assertThat(refused.operands()).containsEntry("reference", "MCR-LDF");
                        });
        assertThat(figure.statements).hasSize(1);
    }

    @Test
    void aRefusedCorrectionChangesNothing() {
        var figure = stated();

        assertThatExceptionOfType(FigureRefusal.WordsNotUnderstood.class)
                .isThrownBy(() -> figure.correct(said("lots", TABLE), "Finer", LATER, TODAY));

        assertThat(figure.statements).hasSize(1);
        assertThat(figure.current().stated()).isEqualTo("£13.2m");
    }

    @Test
    void isApproximateTooWhenTheDocumentSaysSoElsewhere() {
        var figure = aFigure();

        figure.state(new Statement.Said("Costs", "£40K", null, true, TEXT), NOON, TODAY);

        assertThat(figure.current().approximate()).isTrue();
    }

    private static StatedFigure stated() {
        var figure = aFigure();
        figure.state(said("£13.2m", TEXT), NOON, TODAY);
        return figure;
    }

    private static StatedFigure aFigure() {
        var figure = new StatedFigure();
        figure.id = Ids.next();
        figure.reference = "MCR-LDF";
        figure.locality = Locality.MANCHESTER;
        return figure;
    }

    private static Statement.Said said(String words, Provenance source) {
        return new Statement.Said("Local Development Fund", words, null, false, source);
    }
}
