package locality.budget.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;

class KnownDelegationTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final Pence LIMIT = Pence.of(500_000_00);

    @Test
    void coversItsFunctionUpToItsLimit() {
        var delegation = delegation();

        assertThat(delegation.covers(matter("commissioning", LIMIT, MAY))).isTrue();
        assertThat(delegation.covers(matter("commissioning", LIMIT.plus(Pence.of(1)), MAY)))
                .isFalse();
        assertThat(delegation.covers(matter("pooled-budget", LIMIT, MAY))).isFalse();
    }

    @Test
    void coversNothingBeforeItBeginsAfterItExpiresOrFromTheDayItEnds() {
        var delegation = delegation();
        delegation.expiresOn = MAY.plusDays(10);

        assertThat(delegation.covers(matter("commissioning", LIMIT, MAY.minusDays(1)))).isFalse();
        assertThat(delegation.covers(matter("commissioning", LIMIT, MAY.plusDays(10)))).isTrue();
        assertThat(delegation.covers(matter("commissioning", LIMIT, MAY.plusDays(11)))).isFalse();

        delegation.endedOn = MAY.plusDays(5);
        assertThat(delegation.covers(matter("commissioning", LIMIT, MAY.plusDays(4)))).isTrue();
        assertThat(delegation.covers(matter("commissioning", LIMIT, MAY.plusDays(5)))).isFalse();
    }

    @Test
    void coversAnyAmountWithoutALimitAndNothingUnderALimitOnTheYear() {
        var unlimited = delegation();
        unlimited.limitPence = null;
        var annual = delegation();
        annual.limitKind = "ANNUAL";

        assertThat(unlimited.covers(matter("commissioning", Pence.of(Long.MAX_VALUE), MAY)))
                .isTrue();
        assertThat(annual.covers(matter("commissioning", Pence.of(1), MAY))).isFalse();
    }

    @Test
    void coversTheMoneyOfWhoDelegatesAlone() {
        var delegation = delegation();

        assertThat(delegation.covers(owned(Map.of("00W", LIMIT)))).isTrue();
        assertThat(delegation.covers(owned(Map.of("E08000003", LIMIT)))).isFalse();
        assertThat(delegation.covers(owned(Map.of("00W", LIMIT, "E08000003", LIMIT)))).isFalse();
        assertThat(delegation.covers(owned(Map.of()))).isFalse();

        delegation.fromOrganisation = null;
        assertThat(delegation.covers(owned(Map.of("00W", LIMIT)))).isFalse();
    }

    private static Matter owned(Map<String, Pence> owners) {
        return new Matter(Set.of(), LIMIT, "commissioning", MAY, Locality.MANCHESTER, owners);
    }

    private static Matter matter(String function, Pence amount, LocalDate on) {
        return new Matter(
                Set.of(), amount, function, on, Locality.MANCHESTER, Map.of("00W", amount));
    }

    private static KnownDelegation delegation() {
        var known = new KnownDelegation();
        known.id = Ids.next();
        known.fromOrganisation = "00W";
        known.toOrganisation = "E08000003";
        known.functions = List.of("commissioning");
        known.limitPence = LIMIT;
        known.limitKind = "PER_DECISION";
        known.locality = Locality.MANCHESTER;
        known.effectiveOn = MAY;
        return known;
    }
}
