package locality.governance.story;

import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Rochdale in 2018 as the tests tell it: Cabinet and CCG Board are the tops of council and CCG,
/// and an Integrated Commissioning Board of both has an executive team below it, and that a wider
/// team. Everything has a name of its own, so that tests do not meet.
public final class Rochdale {

    public static final String DAY = "2018-05-01";
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    public final Caller secretary = Caller.secretaryOf(Locality.ROCHDALE);
    public final int number;
    public final String council;
    public final String ccg;
    public final String cabinet;
    public final String ccgBoard;
    public final String icb;
    public final String executive;
    public final String wider;

    private Rochdale(int number) {
        this.number = number;
        this.council = "QC" + number;
        this.ccg = "QG" + number;
        this.cabinet = "Q-CAB-" + number;
        this.ccgBoard = "Q-CCG-" + number;
        this.icb = "Q-ICB-" + number;
        this.executive = "Q-EXEC-" + number;
        this.wider = "Q-WIDER-" + number;
    }

    public static Rochdale in2018() {
        var rochdale = new Rochdale(NEXT.incrementAndGet());
        rochdale.organisation(rochdale.council, "COUNCIL");
        rochdale.organisation(rochdale.ccg, "CCG");
        rochdale.body(rochdale.cabinet, rochdale.council, true);
        rochdale.body(rochdale.ccgBoard, rochdale.ccg, true);
        rochdale.body(rochdale.icb, null, false);
        rochdale.body(rochdale.executive, null, false);
        rochdale.body(rochdale.wider, null, false);
        rochdale.accountable(rochdale.executive, rochdale.icb);
        rochdale.accountable(rochdale.wider, rochdale.executive);
        return rochdale;
    }

    /// A function of this Rochdale's own.
    public String function(String name) {
        var code = "matter-%s-of-rochdale-%d".formatted(name, number);
        secretary.does("/functions", "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(code, name));
        return code;
    }

    /// A delegation for 2018/19 that may be passed on.
    ///
    /// @param more members of the request, each after a comma
    public ValidatableResponse grant(
            String name, String from, String to, String functions, String more) {
        return secretary.post(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "to": "%s", "functions": ["%s"],
                 "place": "E08000005", "maySubDelegate": true, "effectiveOn": "2018-04-01",
                 "expiresOn": "2019-03-31"%s}
                """
                        .formatted(
                                reference(name), from, to, functions.replace(";", "\", \""), more));
    }

    public void granted(String name, String from, String to, String functions) {
        grant(name, from, to, functions, "").statusCode(201);
    }

    public String reference(String name) {
        return "QD-%d-%s".formatted(number, name);
    }

    public void body(String reference, @Nullable String organisation, boolean top) {
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Body %s", "classification": "COMMITTEE",
                 "spatialLevel": "LOCALITY", "organisation": %s, "topOfOrganisation": %s,
                 "locality": "E08000005",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(
                                reference,
                                reference,
                                organisation == null ? null : "\"" + organisation + "\"",
                                top));
    }

    private void organisation(String code, String kind) {
        secretary.does(
                "/organisations",
                """
                {"code": "%s", "name": "Organisation %s", "kind": "%s", "locality": "E08000005",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(code, code, kind));
    }

    private void accountable(String body, String to) {
        secretary.does(
                "/bodies/%s/relations".formatted(body),
                "{\"kind\": \"ACCOUNTABLE_TO\", \"to\": \"%s\", \"from\": \"2018-02-01\"}"
                        .formatted(to));
    }
}
