package locality.budget.figure;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.place.Locality;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/// A figure as its document states it. A correction is said beside what was said before, never over
/// it.
@Entity
public class StatedFigure {
    @Id UUID id;
    String reference;
    Locality locality;
    @Nullable UUID fundId;
    @Nullable UUID lineId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "figure_statement", joinColumns = @JoinColumn(name = "figure_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = 500)
    List<Statement> statements = new ArrayList<>();

    @Version long version;

    /// Says it for the first time.
    ///
    /// @throws FigureRefusal if the words are no amount
    FigureEvent.Stated state(Statement.Said said, Instant now, LocalDate today) {
        var first = said.read(null, now);
        statements.add(first);
        return new FigureEvent.Stated(
                id,
                reference,
                first.label(),
                first.stated(),
                first.unit(),
                first.amountPence(),
                locality,
                today,
                first.provenance());
    }

    /// Says it anew; what was said before is kept.
    ///
    /// @param reason why, never a person's name
    /// @throws FigureRefusal if the words are no amount, or nothing is different
    FigureEvent.Corrected correct(
            Statement.Said said, String reason, Instant now, LocalDate today) {
        var before = current();
        var corrected = said.read(reason, now);
        if (corrected.saysTheSameAs(before)) {
            throw new FigureRefusal.NothingCorrected(reference);
        }
        statements.add(corrected);
        return new FigureEvent.Corrected(
                id,
                reference,
                statements.size(),
                corrected.stated(),
                before.amountPence(),
                corrected.amountPence(),
                reason,
                locality,
                today,
                corrected.provenance());
    }

    /// What it is said to be now.
    public Statement current() {
        return statements.getLast();
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public @Nullable UUID fundId() {
        return fundId;
    }
}
