package locality.governance.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import locality.platform.fact.Provenance;

/// Moves a team to another organisation, for the rest of the service.
@ApplicationScoped
public class MoveTeam {

    private final ChangeTeam changeTeam;

    MoveTeam(ChangeTeam changeTeam) {
        this.changeTeam = changeTeam;
    }

    /// @param effectiveOn the first day it belongs there
    /// @throws locality.platform.refusal.Refusal `NO_SUCH_TEAM_THAT_DAY`
    public void handle(
            String team, String toOrganisation, LocalDate effectiveOn, Provenance source) {
        changeTeam.moveTo(team, toOrganisation, effectiveOn, source);
    }
}
