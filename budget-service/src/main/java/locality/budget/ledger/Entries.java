package locality.budget.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import locality.budget.authority.Authority;
import locality.platform.caller.Caller;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Reads entries back as they stand in the journal, with the digest stored beside them. One whose
/// postings are gone is read without any.
@ApplicationScoped
class Entries {

    private static final String SELECT =
            """
            select e.*, p.ordinal, p.account, p.line_id, p.partner, p.source, p.amount_pence,
                   back.id as reversed_by
            from journal_entry e left join posting p on p.entry_id = e.id
              left join journal_entry back on back.reverses = e.id
            """;
    private static final String IN_ORDER = " order by e.number, p.ordinal";
    private static final int FETCH = 1000;
    private static final int DRAWERS = 64;
    private static final Pattern REFERENCE = Pattern.compile("JE-(?<number>[1-9]\\d{0,17})");

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Entries(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// @param idOrReference an id, or a reference as in `JE-17`
    /// @throws NotFound if there is none that the caller may see
    Ledger.Posted require(Caller caller, String idOrReference) {
        var found =
                Ids.parse(idOrReference)
                        .map(id -> seen(caller, "e.id = ?", id))
                        .orElseGet(() -> numbered(caller, idOrReference));
        if (found.isEmpty()) {
            throw new NotFound("journal entry", idOrReference);
        }
        return found.getFirst();
    }

    private List<Ledger.Posted> numbered(Caller caller, String reference) {
        var number = REFERENCE.matcher(reference);
        return number.matches()
                ? seen(caller, "e.number = ?", Long.valueOf(number.group("number")))
                : List.of();
    }

    private List<Ledger.Posted> seen(Caller caller, String which, Object named) {
        return list(
                SELECT + "where " + which + " and e.locality = any(?)" + IN_ORDER,
                named,
                caller.localityCodes());
    }

    List<Ledger.Posted> page(UUID fund, long afterNumber, int limit) {
        var page =
                """
                where e.id in (select id from journal_entry where fund_id = ? and number > ?
                               order by number limit ?)
                """;
        return list(SELECT + page + IN_ORDER, fund, afterNumber, limit + 1);
    }

    /// The entry that whoever posted it named so.
    ///
    /// @throws NotFound if the fund has none
    Ledger.Posted requireKey(UUID fund, String key) {
        var found = byKey(fund, List.of(key)).get(key);
        if (found == null) {
            throw new NotFound("journal entry", key);
        }
        return found;
    }

    /// Those entries of a fund that were posted under one of these keys.
    Map<String, Ledger.Posted> byKey(UUID fund, Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : list(
                                SELECT + "where e.fund_id = ? and e.key = any(?)" + IN_ORDER,
                                fund,
                                keys.toArray(String[]::new))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        posted -> posted.entry().particulars().key(),
                                        posted -> posted));
    }

    /// Waits for whoever else posts under one of these keys, until the transaction ends. However
    /// many keys there are, a fund has [#DRAWERS] locks for them, taken in their order.
    void lockKeys(UUID fund, Collection<String> keys) {
        if (!keys.isEmpty()) {
            execute(
                    """
                    select pg_advisory_xact_lock(hashtextextended('keys ' || ?, drawer))
                    from (select distinct abs(hashtextextended(key, 0) %% %d) as drawer
                          from unnest(?::text[]) as key order by drawer) as drawers
                    """
                            .formatted(DRAWERS),
                    fund.toString(),
                    keys.toArray(String[]::new));
        }
    }

    /// Waits for whoever else takes this entry back, until the transaction ends.
    void lockForReversal(UUID entry) {
        execute(
                "select pg_advisory_xact_lock(hashtextextended('reversal ' || ?, 0))",
                entry.toString());
    }

    private void execute(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            select.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("The journal cannot be locked", failure);
        }
    }

    boolean isReversed(UUID entry) {
        return !list(SELECT + "where e.reverses = ?" + IN_ORDER, entry).isEmpty();
    }

    /// Whether it posts what fell due of a contribution, or was received of it.
    boolean isOfAContribution(UUID entry) {
        var which = "where e.id in (select entry_id from contribution_entry where entry_id = ?)";
        return !list(SELECT + which + IN_ORDER, entry).isEmpty();
    }

    /// Hands over every entry of these localities, one after another, however many there are.
    void forEach(Caller caller, Consumer<Ledger.Posted> reader) {
        each(
                SELECT + "where e.locality = any(?)" + IN_ORDER,
                reader,
                (Object) caller.localityCodes());
    }

    private List<Ledger.Posted> list(String sql, Object... parameters) {
        var found = new ArrayList<Ledger.Posted>();
        each(sql, found::add, parameters);
        return found;
    }

    private void each(String sql, Consumer<Ledger.Posted> reader, Object... parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            select.setFetchSize(FETCH);
            try (var rows = select.executeQuery()) {
                read(rows, reader);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The journal cannot be read", failure);
        }
    }

    private static void bind(PreparedStatement select, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof String[] texts) {
                select.setArray(i + 1, select.getConnection().createArrayOf("text", texts));
            } else {
                select.setObject(i + 1, parameters[i]);
            }
        }
    }

    private void read(ResultSet rows, Consumer<Ledger.Posted> reader) throws SQLException {
        boolean more = rows.next();
        while (more) {
            var id = rows.getObject("id", UUID.class);
            var head = new Head(rows, json);
            var postings = new ArrayList<Posting>();
            do {
                if (rows.getObject("ordinal") != null) {
                    postings.add(posting(rows));
                }
                more = rows.next();
            } while (more && rows.getObject("id", UUID.class).equals(id));
            reader.accept(head.with(postings));
        }
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                Account.valueOf(row.getString("account")),
                row.getObject("line_id", UUID.class),
                row.getString("partner"),
                row.getString("source"),
                Pence.of(row.getLong("amount_pence")));
    }

    /// The entry's own columns, kept while its postings are read.
    private static final class Head {
        private final UUID id;
        private final UUID fundId;
        private final Locality locality;
        private final LocalDate effectiveOn;
        private final int period;
        private final java.time.Instant recordedAt;
        private final String description;
        private final Authority authority;
        private final @Nullable UUID commitmentId;
        private final @Nullable UUID reverses;
        private final String actor;
        private final Provenance provenance;
        private final Entry.Particulars particulars;
        private final long number;
        private final String digest;
        private final @Nullable UUID reversedBy;

        Head(ResultSet row, ObjectMapper json) throws SQLException {
            id = row.getObject("id", UUID.class);
            fundId = row.getObject("fund_id", UUID.class);
            locality = Locality.of(row.getString("locality"));
            effectiveOn = row.getObject("effective_on", LocalDate.class);
            period = row.getInt("period");
            recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
            description = row.getString("description");
            authority =
                    new Authority(
                            Authority.Kind.valueOf(row.getString("authority_kind")),
                            row.getObject("authority_id", UUID.class));
            commitmentId = row.getObject("commitment_id", UUID.class);
            reverses = row.getObject("reverses", UUID.class);
            actor = row.getString("actor");
            provenance = read(row.getString("provenance"), json, new TypeReference<>() {});
            particulars =
                    new Entry.Particulars(
                            row.getString("key"),
                            row.getString("source_document"),
                            read(row.getString("metadata"), json, new TypeReference<>() {}),
                            row.getBoolean("retrospective"));
            number = row.getLong("number");
            digest = row.getString("digest");
            reversedBy = row.getObject("reversed_by", UUID.class);
        }

        Ledger.Posted with(List<Posting> postings) {
            return new Ledger.Posted(
                    new Entry(
                            id,
                            fundId,
                            locality,
                            effectiveOn,
                            period,
                            recordedAt,
                            description,
                            authority,
                            commitmentId,
                            reverses,
                            actor,
                            provenance,
                            postings,
                            particulars),
                    number,
                    digest,
                    reversedBy);
        }

        private static <T> T read(String stored, ObjectMapper json, TypeReference<T> type) {
            try {
                return json.readValue(stored, type);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException("What an entry holds is not readable", unreadable);
            }
        }
    }
}
