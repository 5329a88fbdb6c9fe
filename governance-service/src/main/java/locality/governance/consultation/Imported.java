package locality.governance.consultation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a spreadsheet did; rows that say what is on record change nothing.
///
/// @param dryRun whether it was only tried out: then nothing of it is kept
@Schema(name = "PlansImported")
record Imported(boolean dryRun, int planned, int changed, int unchanged) {}
