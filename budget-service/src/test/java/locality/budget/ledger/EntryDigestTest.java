package locality.budget.ledger;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.budget.authority.Authority;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;

/// The digest is over everything an entry says. What is added to an entry one day is asked for here
/// too: whoever adds it says what else it might be.
class EntryDigestTest {

    private static final UUID OTHER = new UUID(2, 0);
    private static final Instant NOON = Instant.parse("2014-07-01T12:00:00Z");
    private static final Posting CASH = Posting.on(Account.HOST_CASH, Pence.of(-70_000));
    private static final Posting SPEND =
            new Posting(Account.SPEND, new UUID(1, 6), "00W", "CCG", Pence.of(70_000));

    private static final Entry ENTRY =
            new Entry(
                    new UUID(1, 1),
                    new UUID(1, 2),
                    Locality.MANCHESTER,
                    LocalDate.of(2014, 6, 30),
                    3,
                    NOON,
                    "Reablement",
                    Authority.plan(new UUID(1, 3)),
                    new UUID(1, 4),
                    new UUID(1, 5),
                    "E08000003/post",
                    new Provenance(Provenance.Kind.STATED, "S4", "3.2.1", "1 + 1"),
                    List.of(SPEND, CASH),
                    new Entry.Particulars("AP-1", "Invoice 1", Map.of("batch", "7"), false));

    private static final Map<String, Object> OTHER_ENTRY =
            Map.ofEntries(
                    entry("id", OTHER),
                    entry("fundId", OTHER),
                    entry("locality", Locality.ROCHDALE),
                    entry("effectiveOn", LocalDate.of(2014, 6, 29)),
                    entry("period", 4),
                    entry("recordedAt", NOON.plusNanos(1_000)),
                    entry("description", "Reablement "),
                    entry("authority", Authority.decision(OTHER)),
                    entry("commitmentId", OTHER),
                    entry("reverses", OTHER),
                    entry("actor", "E08000003/other post"),
                    entry("provenance", Provenance.illustrative()),
                    entry("postings", List.of(CASH, SPEND)),
                    entry("particulars", Entry.Particulars.NONE));
    private static final Map<String, Object> OTHER_AUTHORITY =
            Map.of("kind", Authority.Kind.DELEGATION, "id", OTHER);
    private static final Map<String, Object> OTHER_PROVENANCE =
            Map.of(
                    "kind", Provenance.Kind.DERIVED,
                    "document", "S5",
                    "section", "3.2.2",
                    "formula", "2");
    private static final Map<String, Object> OTHER_POSTING =
            Map.of(
                    "account",
                    Account.CREDITORS,
                    "lineId",
                    OTHER,
                    "partner",
                    "01N",
                    "source",
                    "DFG",
                    "amount",
                    Pence.of(70_001));
    private static final Map<String, Object> OTHER_PARTICULARS =
            Map.of(
                    "key",
                    "AP-2",
                    "sourceDocument",
                    "Invoice 2",
                    "metadata",
                    Map.of("batch", "8"),
                    "retrospective",
                    true);

    @Test
    void isAnotherForWhateverElseAnEntrySays() {
        var others =
                Stream.of(
                                each(ENTRY, OTHER_ENTRY, same -> same),
                                each(ENTRY.authority(), OTHER_AUTHORITY, inEntry("authority")),
                                each(ENTRY.provenance(), OTHER_PROVENANCE, inEntry("provenance")),
                                each(SPEND, OTHER_POSTING, EntryDigestTest::beside),
                                each(
                                        ENTRY.particulars(),
                                        OTHER_PARTICULARS,
                                        inEntry("particulars")))
                        .flatMap(one -> one)
                        .toList();

        assertThat(others)
                .extracting(Entry::digest)
                .doesNotHaveDuplicates()
                .doesNotContain(ENTRY.digest())
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void isAnotherWhereTheSameWordsStandInOtherPlaces() {
        var turned = with(with(SPEND, "partner", "CCG"), "source", "00W");

        assertThat(beside(turned).digest()).isNotEqualTo(ENTRY.digest());
        assertThat(with(ENTRY, "postings", List.of(SPEND)).digest()).isNotEqualTo(ENTRY.digest());
    }

    /// The record with each of its components otherwise, one at a time.
    private static <R extends Record> Stream<Entry> each(
            R record, Map<String, Object> otherwise, Function<R, Entry> in) {
        assertThat(record.getClass().getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactlyInAnyOrderElementsOf(otherwise.keySet());
        return otherwise.entrySet().stream()
                .map(other -> in.apply(with(record, other.getKey(), other.getValue())));
    }

    private static <R> Function<R, Entry> inEntry(String component) {
        return value -> with(ENTRY, component, value);
    }

    private static Entry beside(Posting posting) {
        return with(ENTRY, "postings", List.of(posting, CASH));
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record, T> R with(R record, String component, T value) {
        var components = record.getClass().getRecordComponents();
        try {
            var said = new Object[components.length];
            for (int i = 0; i < said.length; i++) {
                said[i] =
                        components[i].getName().equals(component)
                                ? value
                                : components[i].getAccessor().invoke(record);
            }
            return (R)
                    record.getClass()
                            .getDeclaredConstructor(
                                    Arrays.stream(components)
                                            .map(RecordComponent::getType)
                                            .toArray(Class<?>[]::new))
                            .newInstance(said);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component, impossible);
        }
    }
}
