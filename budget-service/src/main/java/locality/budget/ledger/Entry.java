package locality.budget.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import locality.budget.authority.Authority;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A journal entry: what moved, when it is true, when we learned it, and what allows it. It has two
/// sides or more, and they sum to zero; so do its memorandum postings among themselves.
///
/// @param period 1 is April, 12 is March, 13 holds what belongs to the year and comes after it
/// @param recordedAt when it was learned, to the microsecond
/// @param reverses the entry this one takes back
/// @param particulars what whoever posted it says beside
public record Entry(
        UUID id,
        UUID fundId,
        Locality locality,
        LocalDate effectiveOn,
        int period,
        Instant recordedAt,
        String description,
        Authority authority,
        @Nullable UUID commitmentId,
        @Nullable UUID reverses,
        String actor,
        Provenance provenance,
        List<Posting> postings,
        Particulars particulars) {

    static final int MOST_POSTINGS = 200;

    public Entry {
        postings = List.copyOf(postings);
    }

    public Entry(
            UUID id,
            UUID fundId,
            Locality locality,
            LocalDate effectiveOn,
            int period,
            Instant recordedAt,
            String description,
            Authority authority,
            @Nullable UUID commitmentId,
            @Nullable UUID reverses,
            String actor,
            Provenance provenance,
            List<Posting> postings) {
        this(
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
                Particulars.NONE);
    }

    /// What an entry may say beside its postings.
    ///
    /// @param key the poster's own name for it, unique in its fund: posted again under it, the
    ///   entry is there already
    /// @param sourceDocument what it was posted from, as in an invoice's number
    /// @param metadata what other systems know it by; it names no person
    /// @param retrospective whether the agreement it stands under was ratified only after its day
    public record Particulars(
            @Nullable String key,
            @Nullable String sourceDocument,
            Map<String, String> metadata,
            boolean retrospective) {

        public static final Particulars NONE = new Particulars(null, null, Map.of(), false);

        /// Of an entry that says nothing beside.
        public static Particulars of(boolean retrospective) {
            return new Particulars(null, null, Map.of(), retrospective);
        }

        public Particulars {
            metadata = Map.copyOf(metadata);
        }

        /// What the entry that takes this one back says: it stands under the same agreement, and
        /// has a key, a document and metadata of its own or none.
        Particulars ofReversal() {
            return new Particulars(null, null, Map.of(), retrospective);
        }
    }

    /// What a valid entry is, said once, for every way in.
    ///
    /// @throws LedgerRefusal if a posting is incomplete or debits do not equal credits
    static void requireValid(List<Posting> postings) {
        if (postings.size() < 2 || postings.size() > MOST_POSTINGS) {
            throw new LedgerRefusal.PostingsOutOfRange(postings.size());
        }
        postings.forEach(Posting::requireComplete);
        requireBalance(postings);
        requireBalance(postings.stream().filter(p -> p.account().isMemorandum()).toList());
    }

    /// What postings add to the spend of each line, by the lines' ids in their order.
    static Map<UUID, Pence> spendByLine(List<Posting> postings) {
        var spend = new TreeMap<UUID, Pence>();
        for (var posting : postings) {
            if (posting.account() == Account.SPEND && posting.lineId() != null) {
                spend.merge(posting.lineId(), posting.amount(), Pence::plus);
            }
        }
        return spend;
    }

    /// What an approved plan allows: money that is spent on lines or comes back from them, paid
    /// from the host's cash, creditors or prepayments, and none that moves beside it. What partners
    /// owe, contribute or share is never the other side: to write that off takes a decision.
    ///
    /// @throws LedgerRefusal if there is another side, or the debits are more than that
    static void requireOnlySpend(List<Posting> postings) {
        postings.stream()
                .map(Posting::account)
                .filter(account -> !isOfSpend(account))
                .findFirst()
                .ifPresent(
                        account -> {
                            throw new LedgerRefusal.NoAuthority(account);
                        });
        if (!isOnlySpend(postings)) {
            throw new LedgerRefusal.NoAuthority(debits(postings), spend(postings));
        }
    }

    static boolean isOnlySpend(List<Posting> postings) {
        return postings.stream().map(Posting::account).allMatch(Entry::isOfSpend)
                && debits(postings).equals(spend(postings));
    }

    private static boolean isOfSpend(Account account) {
        return account == Account.SPEND || account.paysSpend();
    }

    /// What is spent on lines or comes back from them: the larger side of the postings on SPEND.
    private static Pence spend(List<Posting> postings) {
        var spend = postings.stream().filter(p -> p.account() == Account.SPEND).toList();
        var debits = debits(spend);
        var credits = debits.minus(sum(spend));
        return debits.exceeds(credits) ? debits : credits;
    }

    /// SHA-256 over everything the entry says, in lower-case hex. Each field is preceded by its
    /// length in bytes, so that no two entries are written alike. Particulars follow the postings
    /// where there are any, after a word that is no account: an entry without them is written as
    /// entries were before there were particulars.
    String digest() {
        var sha256 = sha256();
        field(sha256, id);
        field(sha256, fundId);
        field(sha256, locality.code());
        field(sha256, effectiveOn);
        field(sha256, period);
        field(sha256, recordedAt);
        field(sha256, description);
        field(sha256, authority.kind());
        field(sha256, authority.id());
        field(sha256, commitmentId);
        field(sha256, reverses);
        field(sha256, actor);
        field(sha256, provenance.kind());
        field(sha256, provenance.document());
        field(sha256, provenance.section());
        field(sha256, provenance.formula());
        for (var posting : postings) {
            field(sha256, posting.account());
            field(sha256, posting.lineId());
            field(sha256, posting.partner());
            field(sha256, posting.source());
            field(sha256, posting.amount().value());
        }
        if (!particulars.equals(Particulars.NONE)) {
            digestParticulars(sha256);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void digestParticulars(MessageDigest sha256) {
        field(sha256, "particulars");
        field(sha256, particulars.key());
        field(sha256, particulars.sourceDocument());
        field(sha256, particulars.retrospective());
        new TreeMap<>(particulars.metadata())
                .forEach(
                        (name, value) -> {
                            field(sha256, name);
                            field(sha256, value);
                        });
    }

    JournalEntryPosted posted(String reference, String digest) {
        return new JournalEntryPosted(
                id,
                reference,
                fundId,
                description,
                authority.kind().name(),
                authority.id(),
                commitmentId,
                postings.stream().map(Posting::told).toList(),
                digest,
                locality,
                effectiveOn,
                period,
                reverses,
                particulars.retrospective(),
                particulars.sourceDocument());
    }

    private static void requireBalance(List<Posting> postings) {
        var sum = sum(postings);
        if (!sum.isZero()) {
            var debits = debits(postings);
            throw new LedgerRefusal.Unbalanced(debits, debits.minus(sum), sum);
        }
    }

    private static Pence sum(List<Posting> postings) {
        return Pence.sum(postings.stream().map(Posting::amount).toList());
    }

    static Pence debits(List<Posting> postings) {
        return Pence.sum(postings.stream().map(Posting::amount).filter(Pence::isPositive).toList());
    }

    private static void field(MessageDigest digest, @Nullable Object value) {
        var bytes = value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
