package locality.governance.delegation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import locality.governance.recorder.Spelling;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A power somebody wants to pass on.
///
/// @param from the body that passes the power on
/// @param to the body that receives it, or null for officers
/// @param toOrganisation the organisation whose officers receive it
/// @param limitPence null is no limit
/// @param expiresOn the last day it is in force
/// @param conditions what its holder must keep to, one sentence each
/// @param legalBasis the Act, or the words of an older minute
/// @param grantingDecision a decision on record, by reference or id
@Schema(name = "DelegationToGrant")
record DelegationToGrant(
        @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
        @NotBlank String from,
        @Nullable String to,
        @Nullable String toOrganisation,
        @NotEmpty List<@NotBlank String> functions,
        @NotNull Locality place,
        @Nullable Pence limitPence,
        @Nullable LimitKind limitKind,
        @Nullable Boolean maySubDelegate,
        @NotNull LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        @Nullable @Size(max = 50)
                List<
                                @NotBlank @Size(max = 500)
                                @Pattern(regexp = CONDITION, message = NO_BAR) String>
                        conditions,
        @Nullable String legalBasis,
        @Nullable String grantingDecision,
        @Nullable Provenance provenance) {

    private static final String CONDITION = "[^|]*";
    private static final String NO_BAR = "has a |, which parts conditions in a spreadsheet";

    Delegation delegation(UUID grantor, @Nullable UUID holder, Provenance source) {
        var delegation = new Delegation();
        delegation.id = Ids.next();
        delegation.reference = reference == null ? generated(delegation.id) : reference;
        delegation.fromBody = grantor;
        delegation.toBody = holder;
        delegation.toOrganisation = toOrganisation;
        delegation.functions = List.copyOf(functions);
        delegation.place = place;
        delegation.limit = limitPence;
        delegation.limitKind = limitKind == null ? LimitKind.PER_DECISION : limitKind;
        delegation.maySubDelegate = Boolean.TRUE.equals(maySubDelegate);
        delegation.effectiveOn = effectiveOn;
        delegation.expiresOn = expiresOn;
        delegation.conditions = conditions == null ? List.of() : List.copyOf(conditions);
        delegation.legalBasis = legalBasis;
        delegation.grantingDecision = grantingDecision;
        delegation.provenance = source;
        return delegation;
    }

    private static String generated(UUID id) {
        return "DEL-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
    }
}
