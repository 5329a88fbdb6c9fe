package locality.governance.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/// Leave to work by a version before it is final (*One Commissioning Organisation*, revisions:
/// "approved by all members of Joint Leadership Team as a working document").
///
/// @param by the body or posts that gave it, in words
@Embeddable
record WorkingApproval(
        @Column(name = "working_approval_on") LocalDate on,
        @Column(name = "working_approval_by") String by) {}
