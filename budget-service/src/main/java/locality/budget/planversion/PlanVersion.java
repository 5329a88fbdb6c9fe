package locality.budget.planversion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import locality.budget.fund.Fund;
import locality.budget.fund.PlanStage;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One version of a fund's plan as it was, for ever.
@Entity
@Immutable
public class PlanVersion {
    @Id UUID id;
    UUID fundId;
    int version;

    @Enumerated(EnumType.STRING)
    @Nullable PlanStage stage;

    Pence plannedPence;

    @JdbcTypeCode(SqlTypes.JSON)
    List<PlannedLine> lines;

    Instant recordedAt;
    @Nullable String recordedBy;

    /// The plan of the fund as it stands.
    ///
    /// @param lines all of them, in the plan's order
    /// @param organisation on whose behalf it was made
    public static PlanVersion of(
            Fund fund, List<PlannedLine> lines, Instant now, String organisation) {
        var version = new PlanVersion();
        version.id = Ids.next();
        version.fundId = fund.id();
        version.version = fund.planVersion();
        version.stage = fund.planStage();
        version.plannedPence = Pence.sum(lines.stream().map(PlannedLine::plannedPence).toList());
        version.lines = List.copyOf(lines);
        version.recordedAt = now;
        version.recordedBy = organisation;
        return version;
    }

    /// All its lines, in the plan's order.
    public List<PlannedLine> lines() {
        return lines;
    }
}
