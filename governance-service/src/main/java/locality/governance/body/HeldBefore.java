package locality.governance.body;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Immutable;

/// What each part of a body was held to be until it was changed. The database writes it down.
@Embeddable
class HeldBefore {
    @ElementCollection
    @Immutable
    @CollectionTable(name = "membership_superseded", joinColumns = @JoinColumn(name = "body_id"))
    List<Membership.Before> memberships = new ArrayList<>();

    @ElementCollection
    @Immutable
    @CollectionTable(name = "body_relation_superseded", joinColumns = @JoinColumn(name = "body_id"))
    List<Relation.Before> relations = new ArrayList<>();

    @ElementCollection
    @Immutable
    @CollectionTable(name = "body_place_superseded", joinColumns = @JoinColumn(name = "body_id"))
    List<ServedPlace.Before> places = new ArrayList<>();

    @ElementCollection
    @Immutable
    @CollectionTable(name = "body_sunset_superseded", joinColumns = @JoinColumn(name = "body_id"))
    List<Sunset.Before> sunsets = new ArrayList<>();
}
