package locality.governance.delegation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.authority.Answer;
import locality.governance.authority.Approval;
import locality.governance.authority.AsKnown;
import locality.governance.authority.Authority;
import locality.governance.authority.Finding;
import locality.governance.authority.Grant;
import locality.governance.authority.Holder;
import locality.governance.authority.Names;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.governance.authority.Scheme;
import locality.governance.body.BodyRegister;
import locality.governance.function.Functions;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// The scheme of delegation as it stands on a date, or as it was known to stand, and what decisions
/// have used of its limits.
@ApplicationScoped
public class SchemeOfDelegation {

    private final SchemeRows rows;
    private final BodyRegister bodies;
    private final Functions functions;
    private final AgroalDataSource database;

    SchemeOfDelegation(
            SchemeRows rows, BodyRegister bodies, Functions functions, AgroalDataSource database) {
        this.rows = rows;
        this.bodies = bodies;
        this.functions = functions;
        this.database = database;
    }

    /// Asks who may decide.
    ///
    /// @param about bodies the answer must say something about, wherever they are
    public Authority authority(Question question, UUID... about) {
        var grants = rows.grants(wanted(question, null));
        return new Authority(question, scheme(question, null, List.of(about), grants, Names.NONE));
    }

    /// What stands for and against officers under the delegation to them that they cite: whatever
    /// else was delegated to them leads nowhere.
    ///
    /// @throws IllegalArgumentException if it is not to officers
    public Finding authorityOfOfficers(Question question, DelegationRegister.Delegated delegation) {
        if (!(delegation.toOrganisation() instanceof String organisation)) {
            throw new IllegalArgumentException(delegation.reference() + " is not to officers");
        }
        var officers = new Holder.Officers(organisation);
        var grants =
                rows.grants(wanted(question, null)).stream()
                        .filter(
                                grant ->
                                        !grant.holder().equals(officers)
                                                || grant.id().equals(delegation.id()))
                        .toList();
        return new Authority(
                        question,
                        scheme(question, null, List.of(delegation.from()), grants, Names.NONE))
                .findingForOfficers(organisation);
    }

    /// Who may decide, with all that is known, in words as well.
    public Answer answer(Question question) {
        return answer(question, AsKnown.NOW, true);
    }

    /// @param withRefused whether the bodies that may not are wanted
    Answer answer(Question question, AsKnown asKnown, boolean withRefused) {
        var grants = rows.grants(wanted(question, asKnown.instant()));
        var names =
                rows.names(
                        organisations(question, grants),
                        question.function(),
                        question.on(),
                        asKnown.instant());
        return new Authority(
                        question, scheme(question, asKnown.instant(), List.of(), grants, names))
                .answer(withRefused, asKnown);
    }

    /// At which moment's knowledge a question is answered that asks for this one's: what lies
    /// beyond the end of the event log is not known yet.
    AsKnown asKnown(@Nullable Instant asked) {
        return asked == null ? AsKnown.NOW : AsKnown.at(asked, rows.reaches());
    }

    /// Keeps every annual limit a decision about the function might use as it is until the end of
    /// the transaction, so that two decisions at once never spend the same money.
    public void holdAnnualLimits(String function, Locality place) {
        rows.holdAnnualLimits(function, place);
    }

    /// Notes what a decision in effect uses of every delegation its authority rests on. One that
    /// was sent back and is taken again uses them anew: what it used before stays on record.
    public void use(Finding authority, Question question, UUID decision) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into delegation_use
                                  (decision_id, amount_pence, used_on, delegation_id)
                                select ?, ?, ?, coalesce(continues, id) from delegation where id = ?
                                """)) {
            for (var charge : charges(authority, question).entrySet()) {
                insert.setObject(1, decision);
                insert.setLong(2, charge.getValue().value());
                insert.setDate(3, Date.valueOf(question.on()));
                insert.setObject(4, charge.getKey());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("The use of a delegation cannot be noted", failure);
        }
    }

    /// Gives back what a decision used, as it no longer stands: from that day on it counts against
    /// no annual limit.
    public void free(UUID decision, LocalDate from) {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                """
                                update delegation_use set freed_on = ?, freed_recorded_at = now()
                                where decision_id = ? and freed_on is null
                                """)) {
            update.setDate(1, Date.valueOf(from));
            update.setObject(2, decision);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The use of a delegation cannot be given back", failure);
        }
    }

    /// What each delegation bears of the decision: the parts of the owners whose chains it is on,
    /// and of a pool, which every chain bears whole, no more than the value.
    static Map<UUID, Pence> charges(Finding authority, Question question) {
        var charges = new TreeMap<UUID, Pence>();
        for (var owner : question.owners()) {
            authority.chain().stream()
                    .filter(link -> link.owner().equals(owner.organisation()))
                    .flatMap(link -> Stream.ofNullable(link.delegationId()))
                    .forEach(
                            delegation ->
                                    charges.merge(
                                            delegation,
                                            question.testedAgainst(owner),
                                            Pence::plus));
        }
        charges.replaceAll(
                (_, charge) -> charge.exceeds(question.value()) ? question.value() : charge);
        return charges;
    }

    /// The scheme of some functions with annual limits as granted, whatever has been used of them
    /// since.
    Scheme asGranted(
            Collection<String> covering, Locality place, LocalDate day, Collection<UUID> about) {
        var grants =
                rows.grants(
                        new SchemeRows.Wanted(
                                Set.copyOf(covering), place, day, null, null, List.of()));
        return new Scheme(
                bodies.standing(day, null, place, named(about, grants), List.of()),
                grants,
                functions.reserved(place, day));
    }

    private static Set<String> organisations(Question question, List<Grant> grants) {
        var organisations = new HashSet<String>();
        question.owners().forEach(owner -> organisations.add(owner.organisation()));
        for (var grant : grants) {
            if (grant.holder() instanceof Holder.Officers(var organisation)) {
                organisations.add(organisation);
            }
        }
        return organisations;
    }

    private static SchemeRows.Wanted wanted(Question question, @Nullable Instant knownAt) {
        return new SchemeRows.Wanted(
                Set.of(question.function()),
                question.place(),
                question.on(),
                knownAt,
                FinancialYear.of(question.on()),
                Stream.concat(
                                question.earlier().stream().map(Approval::decisionId),
                                Stream.ofNullable(question.replaced()))
                        .toList());
    }

    private Scheme scheme(
            Question question,
            @Nullable Instant knownAt,
            Collection<UUID> about,
            List<Grant> grants,
            Names names) {
        var owners = question.owners().stream().map(Owner::organisation).toList();
        return new Scheme(
                bodies.standing(
                        question.on(), knownAt, question.place(), named(about, grants), owners),
                grants,
                reserved(question, knownAt),
                names);
    }

    private List<Scheme.Reserved> reserved(Question question, @Nullable Instant knownAt) {
        return knownAt == null
                ? functions.reserved(question.place(), question.on())
                : rows.reserved(question.function(), question.place(), question.on(), knownAt);
    }

    private static Collection<UUID> named(Collection<UUID> about, List<Grant> grants) {
        var named = new HashSet<>(about);
        for (var grant : grants) {
            named.add(grant.grantor());
            if (grant.holder() instanceof Holder.Body(var body)) {
                named.add(body);
            }
        }
        return named;
    }
}
