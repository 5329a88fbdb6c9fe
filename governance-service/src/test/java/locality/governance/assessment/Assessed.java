package locality.governance.assessment;

import locality.governance.story.Caller;

/// Assessments as tests that go over HTTP take them along.
final class Assessed {

    private Assessed() {}

    /// One that is planned.
    ///
    /// @param framework its code
    /// @param assessment its reference
    record Planned(String framework, String assessment) {

        String path() {
            return "/assessments/" + assessment;
        }
    }

    /// Bury's five strands of due diligence, of any place, planned on 2 January 2017.
    static Planned dueDiligenceOf(Caller secretary, String locality) {
        var framework = Frameworks2014To2018.dueDiligence();
        return new Planned(framework, planned(secretary, framework, locality, "2017-01-02", ""));
    }

    static String planned(
            Caller secretary, String framework, String locality, String since, String more) {
        return secretary.makes(
                "/assessments",
                """
                {"title": "Assessed by %1$s", "framework": "%1$s", "locality": "%2$s",
                 "plannedSince": "%3$s"%4$s}
                """
                        .formatted(framework, locality, since, more));
    }

    static void conducted(Caller secretary, String assessment, String on) {
        secretary.does(
                "/assessments/%s/conduct".formatted(assessment),
                "{\"conductedOn\": \"%s\"}".formatted(on));
    }

    static void shared(Caller secretary, String assessment, String on) {
        secretary.does(
                "/assessments/%s/share".formatted(assessment),
                "{\"sharedOn\": \"%s\"}".formatted(on));
    }
}
