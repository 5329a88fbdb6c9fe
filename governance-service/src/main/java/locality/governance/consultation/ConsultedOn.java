package locality.governance.consultation;

import locality.platform.place.Locality;

/// A feature whose things are consulted on. Each implements it once.
public interface ConsultedOn {

    /// As in `AGREEMENT`.
    String type();

    /// Whether there is such a thing that the place has.
    boolean isOnRecord(Locality place, String reference);
}
