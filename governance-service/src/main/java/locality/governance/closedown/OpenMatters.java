package locality.governance.closedown;

import java.time.LocalDate;
import java.util.List;
import locality.governance.organisation.OrganisationOnRecord;

/// A place where something of an organisation's may still be open. Every bean of this type adds to
/// the list.
public interface OpenMatters {

    /// What is the organisation's on a day, or is to be later, in every locality.
    List<OpenItem> of(OrganisationOnRecord organisation, LocalDate on);
}
