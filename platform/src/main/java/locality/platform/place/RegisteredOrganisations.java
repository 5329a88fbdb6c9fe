package locality.platform.place;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reference data: Greater Manchester's ten councils, its commissioners of the NHS and its trusts,
/// from the public registers. Federations, voluntary bodies and companies have no code there; they
/// are recorded in governance-service by whoever works with them.
public final class RegisteredOrganisations {

    private static final String FILE = "/reference/organisations.csv";
    private static final Map<String, RegisteredOrganisation> BY_CODE = read();

    private RegisteredOrganisations() {}

    /// All of them, whether they still exist or not.
    public static Collection<RegisteredOrganisation> all() {
        return BY_CODE.values();
    }

    public static Optional<RegisteredOrganisation> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<String, RegisteredOrganisation> read() {
        var header = CsvSchema.emptySchema().withHeader();
        try (var file =
                        Objects.requireNonNull(
                                RegisteredOrganisations.class.getResourceAsStream(FILE), FILE);
                MappingIterator<Map<String, String>> rows =
                        new CsvMapper().readerFor(Map.class).with(header).readValues(file)) {
            var found = new LinkedHashMap<String, RegisteredOrganisation>();
            while (rows.hasNext()) {
                var organisation = organisation(rows.next());
                found.put(organisation.code(), organisation);
            }
            return java.util.Collections.unmodifiableMap(found);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static RegisteredOrganisation organisation(Map<String, String> row) {
        return new RegisteredOrganisation(
                cell(row, "code"),
                cell(row, "name"),
                RegisteredOrganisation.Kind.valueOf(cell(row, "kind")),
                Locality.of(cell(row, "locality")),
                date(cell(row, "from")),
                date(cell(row, "until")),
                Arrays.stream(cell(row, "successors").split(";"))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                RegisteredOrganisation.Register.valueOf(cell(row, "source")));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static @Nullable LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }
}
