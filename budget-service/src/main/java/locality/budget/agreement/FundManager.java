package locality.budget.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who manages the pooled fund: a post, never a person (SI 2000/617, regulation 7).
///
/// @param post as in "Chief finance officer"
/// @param employer the organisation that employs the post, by ODS or GSS code
/// @param decisionId the decision that appointed it; null where none is known
@Embeddable
public record FundManager(
        @Column(name = "manager_post") String post,
        @Column(name = "manager_employer") String employer,
        @Column(name = "manager_decision_id") @Nullable UUID decisionId) {}
