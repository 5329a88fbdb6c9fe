package locality.budget.agreement;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.budget.Named;
import locality.budget.partnership.GovernedAgreement;
import locality.budget.partnership.Standing;
import locality.budget.partnership.VersionsTold;
import locality.platform.caller.Caller;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<Agreement, UUID> {

    private final VersionsTold versions;

    Agreements(VersionsTold versions) {
        this.versions = versions;
    }

    /// @param idOrReference either
    /// @throws NotFound if there is none that the caller may see
    public Agreement require(Caller caller, String idOrReference) {
        return one(visible(caller, idOrReference), idOrReference);
    }

    /// Where an agreement lies, to lock what is locked before it.
    ///
    /// @throws NotFound if there is none that the caller may see
    Locality placeOf(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                        "select locality from Agreement where "
                                + named.column()
                                + " = ?1 and locality in ?2",
                        named.value(),
                        caller.localities())
                .project(Locality.class)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("agreement", idOrReference));
    }

    /// As [#require], locked until the transaction ends. Whoever holds this lock takes no other.
    Agreement lock(Caller caller, String idOrReference) {
        return one(
                visible(caller, idOrReference).withLock(LockModeType.PESSIMISTIC_WRITE),
                idOrReference);
    }

    /// As [#require], of one locality: what belongs to one does not stand on another's agreement.
    public Agreement require(Caller caller, String idOrReference, Locality place) {
        var agreement = require(caller, idOrReference);
        if (agreement.locality != place) {
            throw new NotFound("agreement", idOrReference);
        }
        return agreement;
    }

    /// That an agreement is in force on a day, as pooled money asks that moves on it. Money that is
    /// not pooled is each partner's own and asks nothing. The agreement is held as by [#hold].
    ///
    /// @return the version in force, and whether the day lies before it was signed
    /// @throws locality.budget.partnership.PartnershipRefusal if none is, as far as governance told
    public Standing requireInForce(UUID agreement, LocalDate day) {
        hold(agreement);
        return governed(agreement).requireInForce(day);
    }

    /// Holds an agreement for whoever posts or promises pooled money: its terms stay what they are
    /// until the transaction ends. Others may hold it too; who sets terms waits for all of them,
    /// and sees what they posted. It is the last lock but for delegations, after decisions.
    public Optional<Agreement> hold(@Nullable UUID agreement) {
        return Optional.ofNullable(agreement)
                .flatMap(
                        id ->
                                find("id", id)
                                        .withLock(LockModeType.PESSIMISTIC_READ)
                                        .firstResultOptional());
    }

    /// As [#pool], of an agreement that is held as by [#hold].
    public Optional<Pool> poolHeld(@Nullable UUID agreement) {
        return hold(agreement).map(held -> new Pool(held, governed(held.id), Instant.MAX));
    }

    /// What governance told of an agreement; whoever asks for many days reads it once.
    public GovernedAgreement governed(UUID agreement) {
        var found = findById(agreement);
        return versions.of(found.governedAs(), found.locality);
    }

    /// The pool of whatever stands under an agreement, as far as governance told; empty under none.
    public Optional<Pool> pool(@Nullable UUID agreement) {
        return Optional.ofNullable(agreement)
                .flatMap(this::findByIdOptional)
                .map(found -> new Pool(found, governed(found.id), Instant.MAX));
    }

    /// As [#pool], as far as was told by a moment.
    public Optional<Pool> pool(@Nullable UUID agreement, Instant knownAt) {
        return Optional.ofNullable(agreement)
                .flatMap(this::findByIdOptional)
                .map(
                        found ->
                                new Pool(
                                        found,
                                        versions.of(found.governedAs(), found.locality, knownAt),
                                        knownAt));
    }

    /// The last day, of that one and later ones, on which pooled money of an agreement moved; null
    /// if on none. What a plan has is no movement.
    @Nullable LocalDate pooledMoneyMovedOn(Agreement agreement, LocalDate since) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select pooled_money_last_moved_on(:agreement, :since)", LocalDate.class)
                .setParameter("agreement", agreement.id)
                .setParameter("since", since)
                .uniqueResult();
    }

    Optional<Agreement> withReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    List<Agreement> page(Caller caller, @Nullable Locality locality, UUID after, int limit) {
        return find(
                        "locality in ?1 and id > ?2",
                        Sort.by("id"),
                        caller.localitiesWithin(locality),
                        after)
                .page(0, limit + 1)
                .list();
    }

    private PanacheQuery<Agreement> visible(Caller caller, String idOrReference) {
        var named = Named.by(idOrReference);
        return find(
                named.column() + " = ?1 and locality in ?2", named.value(), caller.localities());
    }

    private static Agreement one(PanacheQuery<Agreement> query, String idOrReference) {
        return query.firstResultOptional()
                .orElseThrow(() -> new NotFound("agreement", idOrReference));
    }
}
