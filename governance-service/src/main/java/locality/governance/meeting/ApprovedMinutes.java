package locality.governance.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The approval of a meeting's minutes.
///
/// @param approvedAt the later meeting that approved them
/// @param version null when what the record itself says was approved
@Embeddable
@Schema(name = "ApprovedMinutes")
public record ApprovedMinutes(
        @Column(name = "minutes_approved_at") UUID approvedAt,
        @Column(name = "minutes_approved_on") LocalDate approvedOn,
        @Column(name = "minutes_approved") @Nullable Integer version) {}
