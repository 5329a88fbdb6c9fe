package locality.governance.action;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;

/// An action of Rochdale's Integrated Commissioning Board, given on 14 May 2018, as rule tests tell
/// it.
final class AnAction {

    static final LocalDate GIVEN = LocalDate.of(2018, 5, 14);
    static final LocalDate LATER = LocalDate.of(2018, 6, 4);
    static final Provenance SOURCE = Provenance.illustrative();

    private AnAction() {}

    static Action due(Due due) {
        return Action.given(
                UUID.randomUUID(),
                "ROC-ICB-A-1",
                new Origin(
                        UUID.randomUUID(),
                        "ROC-ICB",
                        Locality.ROCHDALE,
                        GIVEN,
                        null,
                        null,
                        null,
                        null),
                task("Plan and implement gateway 3", due),
                SOURCE);
    }

    static Action in(ActionState state) {
        var action = due(Due.of("2018-09", null, null));
        switch (state) {
            case OPEN -> {}
            case IN_PROGRESS -> action.start(GIVEN, SOURCE);
            case COMPLETE -> action.complete(GIVEN, "Done", null, SOURCE);
            case SUPERSEDED -> action.supersede(due(Due.of(null, null, null)), GIVEN, SOURCE);
        }
        return action;
    }

    static Task task(String title, Due due) {
        return new Task(title, "Programme Director", null, due, null, null);
    }
}
