package locality.budget.partnership;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The version of an agreement that is in force on a day.
///
/// @param agreementVersion as governance counts it, from 1
/// @param beginsOn the first day it holds
/// @param endsOn the last day it holds, null without an end
/// @param signedOn by when every party had signed and decided
/// @param retrospective whether the day lies before it was signed: what is posted for it is posted
///   now, with the earlier effective date, and flagged (Oldham 2021/22)
@Schema(name = "AgreementStanding")
public record Standing(
        int agreementVersion,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        LocalDate signedOn,
        boolean retrospective) {}
