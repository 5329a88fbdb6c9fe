package locality.budget.contribution;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import locality.platform.money.Pence;

/// What is due on one day.
@Embeddable
record Instalment(int number, LocalDate dueOn, Pence amountPence) {}
