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
import org.jspecify.annotations.Nullable;

/// Something that can be decided, the same in every place. Functions make a tree: each may be a
/// part of a wider one.
@Entity
class BusinessFunction {
    @Id String code;
    String name;
    @Nullable String description;

    /// The wider function it is a part of.
    @Nullable String parentCode;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    BusinessFunction() {}

    BusinessFunction(
            String code,
            String name,
            @Nullable String description,
            @Nullable String parentCode,
            Provenance provenance) {
        this.code = code;
        this.name = name;
        this.description = description;
        this.parentCode = parentCode;
        this.provenance = provenance;
    }

    /// @param today a function is there from the day it is recorded
    FunctionRecorded recorded(LocalDate today) {
        return new FunctionRecorded(code, name, Locality.GREATER_MANCHESTER, today, provenance);
    }

    FunctionRecorded describe(
            String name,
            @Nullable String description,
            @Nullable String parentCode,
            LocalDate today,
            Provenance source) {
        this.name = name;
        this.description = description;
        this.parentCode = parentCode;
        this.provenance = source;
        return recorded(today);
    }
}
