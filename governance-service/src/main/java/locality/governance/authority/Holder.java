package locality.governance.authority;

import java.util.UUID;

/// Who can hold a power: a body, or the officers of an organisation.
public sealed interface Holder {

    record Body(UUID id) implements Holder {}

    record Officers(String organisation) implements Holder {}
}
