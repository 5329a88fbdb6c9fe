package locality.budget;

/// A short human name of a thing beside its id, as in `MCR-BCF-2014-15`.
public final class Reference {

    /// Letters, digits, dots, dashes and underscores, so that it stands in a path as it is.
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private Reference() {}
}
