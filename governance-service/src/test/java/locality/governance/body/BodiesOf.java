package locality.governance.body;

import locality.governance.story.Caller;
import locality.platform.place.Locality;

/// Bodies of one place that are proposed from one day on, unless a test does more with them.
record BodiesOf(Locality place, String from) {

    Caller secretary() {
        return Caller.secretaryOf(place);
    }

    void propose(String reference, String name) {
        secretary().does("/bodies", proposed(reference, name));
    }

    String proposed(String reference, String name) {
        return """
        {"reference": "%s", "name": "%s", "classification": "PARTNERSHIP_BOARD",
         "spatialLevel": "LOCALITY", "locality": "%s",
         "lifecycle": [{"state": "PROPOSED", "effectiveOn": "%s"}]}
        """
                .formatted(reference, name, place.code(), from);
    }

    /// A commissioning group of the place, from 1 April 2013.
    void organisation(String code) {
        secretary()
                .does(
                        "/organisations",
                        """
                        {"code": "%s", "name": "Organisation", "kind": "CCG", "locality": "%s",
                         "effectiveOn": "2013-04-01"}
                        """
                                .formatted(code, place.code()));
    }
}
