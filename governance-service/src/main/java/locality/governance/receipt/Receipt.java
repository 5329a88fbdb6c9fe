package locality.governance.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.delegation.LimitKind;
import locality.governance.period.Period;
import locality.platform.event.GovernanceEvent.DelegationReceived;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The receiving end of a delegation, as the receiver has it (*Transition to ICS Update for
/// Governing Body*, objectives of governance: "giving and receiving" delegations).
@Entity
@Table(name = "delegation_receipt")
class Receipt {
    @Id UUID id;
    String reference;

    /// The giving end, null while the receiver knows of none.
    @Nullable UUID delegationId;

    @Nullable UUID fromBody;
    @Nullable String fromOrganisation;
    @Nullable UUID toBody;
    @Nullable String toOrganisation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> functions;

    @Column(name = "locality")
    Locality place;

    /// Null is no limit.
    @Column(name = "limit_pence")
    @Nullable Pence limit;

    @Enumerated(EnumType.STRING)
    LimitKind limitKind;

    LocalDate effectiveOn;

    /// The last day, null while no end is known.
    @Nullable LocalDate expiresOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// @throws ReceiptRefusal unless it has one giver, another as its one receiver, and a limit and
    ///   days that can be
    void requireSound() {
        if ((fromBody == null) == (fromOrganisation == null)
                || (toBody == null) == (toOrganisation == null)) {
            throw new ReceiptRefusal.OneOfEach();
        }
        if (fromBody != null && fromBody.equals(toBody)) {
            throw new ReceiptRefusal.FromItself(reference);
        }
        if (expiresOn != null && expiresOn.isBefore(effectiveOn)) {
            throw new ReceiptRefusal.ExpiresBeforeItBegins(effectiveOn, expiresOn);
        }
        if (limit != null && limit.isNegative()) {
            throw new ReceiptRefusal.NegativeLimit(limit);
        }
    }

    Period period() {
        return new Period(effectiveOn, expiresOn);
    }

    DelegationReceived received() {
        return new DelegationReceived(
                id,
                reference,
                delegationId,
                toBody,
                toOrganisation,
                functions,
                limit,
                limitKind.name(),
                place,
                effectiveOn,
                expiresOn,
                provenance);
    }

    /// The receiver has it otherwise; whose place it is of stays.
    DelegationReceived correct(Receipt said) {
        delegationId = said.delegationId;
        fromBody = said.fromBody;
        fromOrganisation = said.fromOrganisation;
        toBody = said.toBody;
        toOrganisation = said.toOrganisation;
        functions = said.functions;
        limit = said.limit;
        limitKind = said.limitKind;
        effectiveOn = said.effectiveOn;
        expiresOn = said.expiresOn;
        provenance = said.provenance;
        return received();
    }
}
