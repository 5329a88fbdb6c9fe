package locality.intervention.theme;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.InterventionEvent.ThemeRecorded;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One heading of a plan, under which interventions stand.
@Entity
public class Theme {
    @Id UUID id;
    String reference;
    String name;

    @Enumerated(EnumType.STRING)
    ThemeKind kind;

    @Nullable UUID parentId;

    @Enumerated(EnumType.STRING)
    @Nullable GmTheme gmTheme;

    @Enumerated(EnumType.STRING)
    ThemeState state = ThemeState.ACTIVE;

    Locality locality;
    LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    ThemeRecorded recorded() {
        return new ThemeRecorded(
                id,
                reference,
                name,
                kind.name(),
                parentId,
                state.name(),
                locality,
                effectiveOn,
                provenance);
    }

    void placeUnder(Theme parent) {
        parent.requireOpenFor(locality);
        if (!kind.parents().contains(parent.kind)) {
            throw new ThemeRefusal.WrongParent(kind, parent);
        }
        parentId = parent.id;
        gmTheme = gmTheme == null ? parent.gmTheme : gmTheme;
    }

    ThemeRecorded retire(LocalDate from) {
        if (state == ThemeState.RETIRED) {
            throw new ThemeRefusal.Retired(this);
        }
        state = ThemeState.RETIRED;
        effectiveOn = from;
        return recorded();
    }

    /// @throws ThemeRefusal if it is retired, or belongs to another locality
    public void requireOpenFor(Locality place) {
        if (locality != place && locality != Locality.GREATER_MANCHESTER) {
            throw new ThemeRefusal.ElsewhereOnly(this, place);
        }
        if (state == ThemeState.RETIRED) {
            throw new ThemeRefusal.Retired(this);
        }
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public String name() {
        return name;
    }

    public @Nullable GmTheme gmTheme() {
        return gmTheme;
    }
}
