package locality.governance.post;

import locality.governance.story.Caller;
import locality.platform.place.Locality;

/// The posts of a council and a CCG of Tameside, as tests that go over HTTP take them along.
final class TamesidePosts {

    private static final Caller SECRETARY = Caller.secretaryOf(Locality.TAMESIDE);

    private TamesidePosts() {}

    /// Once is enough: a second time they are refused.
    static void haveACouncilAndACcgWithItsBody() {
        organisation("TPCOUNC", "COUNCIL");
        organisation("TPCCG", "CCG");
        SECRETARY.post(
                "/bodies",
                """
                {"reference": "TP-GB", "name": "Governing Body", "classification": "GOVERNING_BODY",
                 "spatialLevel": "LOCALITY", "organisation": "TPCCG", "topOfOrganisation": true,
                 "locality": "E08000008",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """);
    }

    static void organisation(String code, String kind) {
        SECRETARY.post(
                "/organisations",
                """
                {"code": "%s", "name": "Organisation", "kind": "%s", "locality": "E08000008",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(code, kind));
    }

    static void post(String reference, String organisations) {
        SECRETARY.does("/posts", json(reference, organisations));
    }

    static String json(String reference, String organisations) {
        return """
        {"reference": "%s", "title": "A post", "kind": "EXECUTIVE",
         "organisations": [%s], "locality": "E08000008", "from": "2013-04-01"}
        """
                .formatted(reference, organisations);
    }

    static void hold(String post, String person, String from) {
        SECRETARY.does("/posts/%s/holders".formatted(post), holder(person, from));
    }

    static String holder(String person, String from) {
        return """
        {"personReference": "%s", "from": "%s"}
        """
                .formatted(person, from);
    }
}
