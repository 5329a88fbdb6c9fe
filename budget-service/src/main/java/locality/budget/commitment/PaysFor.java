package locality.budget.commitment;

import org.jspecify.annotations.Nullable;

/// What the money of a commitment pays for.
///
/// @param provider its ODS or GSS code
/// @param interventionId in intervention-service, null where none is said
/// @param contractId the reference of the contract in intervention-service, null where none is said
record PaysFor(
        String provider,
        String purpose,
        @Nullable String interventionId,
        @Nullable String contractId) {}
