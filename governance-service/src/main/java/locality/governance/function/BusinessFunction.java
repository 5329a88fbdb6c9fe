package locality.governance.function;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import locality.platform.event.GovernanceEvent.FunctionRecorded;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// Something that can be decided, the same in every place.
@Entity
class BusinessFunction {
    @Id String code;
    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    BusinessFunction() {}

    BusinessFunction(String code, String name, Provenance provenance) {
        this.code = code;
        this.name = name;
        this.provenance = provenance;
    }

    /// @param today a function is there from the day it is recorded
    FunctionRecorded recorded(LocalDate today) {
        return new FunctionRecorded(code, name, Locality.GREATER_MANCHESTER, today, provenance);
    }
}
