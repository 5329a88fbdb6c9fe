package locality.budget.figure;

import java.util.Set;
import java.util.UUID;

/// These figures say something else than before. Whoever rests on them hears it in the same
/// transaction.
public record FiguresCorrected(Set<UUID> figures) {}
