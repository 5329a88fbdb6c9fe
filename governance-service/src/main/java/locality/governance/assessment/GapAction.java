package locality.governance.assessment;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/// The action that closes a gap.
///
/// @param criterion its code
/// @param action its reference
@Embeddable
record GapAction(String criterion, String action, LocalDate givenOn) {}
