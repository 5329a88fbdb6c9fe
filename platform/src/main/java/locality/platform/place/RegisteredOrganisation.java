package locality.platform.place;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A council or a body of the NHS, as the public registers have it. Every fact here is the
/// registers', none is a source document's.
///
/// @param code its GSS code (a council) or ODS code
/// @param name the name it had in the years of the source documents
/// @param locality where it belongs; Greater Manchester when it serves several localities
/// @param from its first day; null where it is earlier than the suite needs to know
/// @param until its last day; null while it exists
/// @param successors the codes of those who took over from it
public record RegisteredOrganisation(
        String code,
        String name,
        Kind kind,
        Locality locality,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> successors,
        Register source) {

    /// What kind of organisation.
    public enum Kind {
        COUNCIL,
        CCG,
        ICB,
        NHS_TRUST,
        OTHER
    }

    /// The public register that has it.
    public enum Register {
        /// The Office for National Statistics: GSS codes of places and their authorities.
        ONS,
        /// The NHS's Organisation Data Service.
        ODS
    }
}
