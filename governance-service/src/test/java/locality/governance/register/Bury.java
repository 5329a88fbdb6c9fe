package locality.governance.register;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.governance.story.Caller;
import locality.platform.place.Locality;

/// Bury in October 2016: a Programme Management Team accountable to a Joint Leadership Team, that
/// to the council's Cabinet, and the register of the Programme Initiation Document. Everything has
/// a name of its own, so that tests do not meet.
final class Bury {

    static final String DOCUMENT = "One Commissioning Organisation: Programme Initiation Document";
    static final List<String> RISKS =
            List.of(
                    "Inconsistent commitment and leadership",
                    "Changing political landscape",
                    "Destabilisation of current arrangements",
                    "Loss of financial control",
                    "Failure to secure sufficient transformation funding",
                    "Failure of LCO to deliver",
                    "Loss of clinical engagement",
                    "Lack of expertise and capacity for commissioning differently",
                    "Managing political message",
                    "Failure to engage the public",
                    "Failure to deliver financial efficiencies");
    static final List<String> ASSUMPTIONS =
            List.of(
                    "Continued commitment from Council and CCG",
                    "All health and social care commissioning in scope",
                    "Operational details accessible",
                    "Information sharing issues can be overcome",
                    "Information systems fit for purpose",
                    "Future operating costs will not exceed estimates",
                    "PM/support resources available");
    static final List<String> RISK_SHARE =
            List.of(
                    "Legally watertight outcome based contracting",
                    "Governance and accountability",
                    "Contract monitoring, KPIs and early triggers",
                    "Managing risks and benefits of pooled budgets");

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    final Caller secretary = Caller.secretaryOf(Locality.BURY);
    final String council;
    final String cabinet;
    final String jointLeadership;
    final String programme;
    final String register;

    private Bury(int number) {
        council = "B" + number;
        cabinet = "B-CAB-" + number;
        jointLeadership = "B-JLT-" + number;
        programme = "B-PMT-" + number;
        register = "OCO " + number;
    }

    static Bury in2016() {
        var bury = new Bury(NEXT.incrementAndGet());
        bury.secretary.does(
                "/organisations",
                """
                {"code": "%s", "name": "Council %s", "kind": "COUNCIL", "locality": "E08000002",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(bury.council, bury.council));
        bury.body(bury.cabinet);
        bury.body(bury.jointLeadership);
        bury.body(bury.programme);
        bury.accountable(bury.programme, bury.jointLeadership);
        bury.accountable(bury.jointLeadership, bury.cabinet);
        return bury;
    }

    private void body(String reference) {
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Body %s", "classification": "WORKING_GROUP",
                 "spatialLevel": "LOCALITY", "organisation": "%s", "locality": "E08000002",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2016-04-01"}]}
                """
                        .formatted(reference, reference, council));
    }

    private void accountable(String lower, String upper) {
        secretary.does(
                "/bodies/%s/relations".formatted(lower),
                """
                {"kind": "ACCOUNTABLE_TO", "to": "%s", "from": "2016-04-01"}
                """
                        .formatted(upper));
    }

    /// The register of section 12 as a spreadsheet: nothing in it is scored.
    String spreadsheet() {
        return "register,kind,title,locality,body,recordedOn,document,section\n"
                + rows(register, "RISK", RISKS)
                + rows(register, "ASSUMPTION", ASSUMPTIONS)
                + rows(register + " risk share", "RISK", RISK_SHARE);
    }

    private String rows(String of, String kind, List<String> titles) {
        return IntStream.range(0, titles.size())
                .mapToObj(
                        i ->
                                "%s,%s,\"%s\",E08000002,%s,2016-10-19,%s,12\n"
                                        .formatted(of, kind, titles.get(i), programme, DOCUMENT))
                .collect(Collectors.joining());
    }

    /// Enters something that the Programme Management Team has.
    ///
    /// @param more members of its JSON, each after a comma
    /// @return its reference
    String enters(String kind, String more) {
        return entersAt(programme, kind, more);
    }

    String entersAt(String body, String kind, String more) {
        return secretary.makes(
                "/register-entries",
                """
                {"register": "%s", "kind": "%s", "title": "Loss of financial control",
                 "locality": "E08000002", "body": "%s", "recordedOn": "2016-10-19"%s}
                """
                        .formatted(register, kind, body, more));
    }
}
