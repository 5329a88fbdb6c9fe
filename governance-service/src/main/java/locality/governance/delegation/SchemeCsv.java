package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// A scheme of delegation as a spreadsheet: one power a line.
@ApplicationScoped
class SchemeCsv {

    static final List<String> REQUIRED = List.of("from", "functions", "place", "effectiveOn");
    static final List<String> OPTIONAL =
            List.of(
                    "reference",
                    "version",
                    "to",
                    "toOrganisation",
                    "limitPence",
                    "limitKind",
                    "maySubDelegate",
                    "expiresOn",
                    "legalBasis",
                    "grantingDecision",
                    "conditions");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "from",
                    "to",
                    "toOrganisation",
                    "functions",
                    "place",
                    "limitPence",
                    "limitKind",
                    "maySubDelegate",
                    "effectiveOn",
                    "expiresOn",
                    "legalBasis",
                    "grantingDecision",
                    "conditions");
    private static final long LARGEST = 1_000_000_000_000_000L;

    private final BodyRegister bodies;
    private final Recorder recorder;

    SchemeCsv(BodyRegister bodies, Recorder recorder) {
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// One line of the file.
    ///
    /// @param version the version it was exported with
    record Line(Csv.Row at, @Nullable Long version, DelegationToGrant wanted) {}

    static Line read(Csv.Row row) {
        if (!row.text("version").isEmpty()) {
            row.required("reference");
        }
        return new Line(
                row,
                row.optional("version", Long::valueOf),
                new DelegationToGrant(
                        row.optional("reference", Spelling.like(Spelling.REFERENCE)),
                        row.required("from"),
                        row.optional("to"),
                        row.optional("toOrganisation"),
                        row.parsed("functions", text -> parts(text, ";")),
                        row.parsed("place", Locality::of),
                        row.optional("limitPence", SchemeCsv::pence),
                        row.optional("limitKind", LimitKind.class),
                        row.bool("maySubDelegate", false),
                        row.parsed("effectiveOn", LocalDate::parse),
                        row.optional("expiresOn", LocalDate::parse),
                        row.optional("conditions", text -> parts(text, "\\|")),
                        row.optional("legalBasis"),
                        row.optional("grantingDecision"),
                        null));
    }

    String write(List<Delegation> delegations) {
        var names = new HashMap<UUID, String>();
        return Csv.write(COLUMNS, delegations.stream().map(one -> cells(one, names)).toList());
    }

    private List<Object> cells(Delegation one, Map<UUID, String> names) {
        return Arrays.asList(
                one.reference,
                one.version,
                names.computeIfAbsent(one.fromBody, this::name),
                one.toBody == null ? null : names.computeIfAbsent(one.toBody, this::name),
                one.toOrganisation,
                String.join(";", one.functions),
                one.place,
                one.limit == null ? null : one.limit.value(),
                one.limitKind,
                one.maySubDelegate,
                one.effectiveOn,
                one.expiresOn,
                one.legalBasis,
                one.grantingDecision,
                String.join(" | ", one.conditions));
    }

    /// The reference of a body; its id where the caller does not read it.
    private String name(UUID body) {
        try {
            return bodies.require(body.toString(), recorder.today()).reference();
        } catch (NotFound notForThem) {
            return body.toString();
        }
    }

    private static List<String> parts(String text, String between) {
        return Stream.of(text.split(between, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Pence pence(String text) {
        long value = Long.parseLong(text);
        if (value > LARGEST || value < -LARGEST) {
            throw new IllegalArgumentException("more than any locality has");
        }
        return Pence.of(value);
    }
}
