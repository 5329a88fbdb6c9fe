package locality.budget.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The sections of the NHS Act 2006 under which councils and the NHS move money to each other.
@Schema(name = "LegalPower")
public enum LegalPower {
    /// Partnership arrangements: pooled funds, lead commissioning (with SI 2000/617).
    S75,
    /// Payments by the NHS towards a council's spending.
    S256,
    /// Payments by a council towards the NHS's spending.
    S76
}
