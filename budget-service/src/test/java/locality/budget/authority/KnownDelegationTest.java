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

        assertThat(covers(delegation, matter("commissioning", LIMIT, MAY))).isTrue();
        assertThat(covers(delegation, matter("commissioning", LIMIT.plus(Pence.of(1)), MAY)))
                .isFalse();
        assertThat(covers(delegation, matter("pooled-budget", LIMIT, MAY))).isFalse();
    }

    @Test
    void coversNothingBeforeItBeginsAfterItExpiresOrFromTheDayItEnds() {
        var delegation = delegation();
        delegation.expiresOn = MAY.plusDays(10);

        assertThat(covers(delegation, matter("commissioning", LIMIT, MAY.minusDays(1)))).isFalse();
        assertThat(covers(delegation, matter("commissioning", LIMIT, MAY.plusDays(10)))).isTrue();
        assertThat(covers(delegation, matter("commissioning", LIMIT, MAY.plusDays(11)))).isFalse();

        delegation.endedOn = MAY.plusDays(5);
        assertThat(covers(delegation, matter("commissioning", LIMIT, MAY.plusDays(4)))).isTrue();
        assertThat(covers(delegation, matter("commissioning", LIMIT, MAY.plusDays(5)))).isFalse();
    }

    @Test
    void coversAnyAmountWithoutALimitAndNothingUnderALimitOnTheYear() {
        var unlimited = delegation();
        unlimited.limitPence = null;
        var annual = delegation();
        annual.limitKind = "ANNUAL";

        assertThat(covers(unlimited, matter("commissioning", Pence.of(Long.MAX_VALUE), MAY)))
                .isTrue();
        assertThat(covers(annual, matter("commissioning", Pence.of(1), MAY))).isFalse();
    }

    @Test
    void coversTheMoneyOfWhoDelegatesAlone() {
        var delegation = delegation();

        assertThat(covers(delegation, owned(Map.of("00W", LIMIT)))).isTrue();
        assertThat(covers(delegation, owned(Map.of("E08000003", LIMIT)))).isFalse();
        assertThat(covers(delegation, owned(Map.of("00W", LIMIT, "E08000003", LIMIT)))).isFalse();
        assertThat(covers(delegation, owned(Map.of()))).isFalse();

        delegation.fromOrganisation = null;
        assertThat(covers(delegation, owned(Map.of("00W", LIMIT)))).isFalse();
    }

    @Test
    void coversNothingForAnEarlierDayOnceItHasEndedOrExpired() {
        var ended = delegation();
        ended.endedOn = MAY.plusDays(5);
        var expired = delegation();
        expired.expiresOn = MAY.plusDays(4);

        for (var delegation : List.of(ended, expired)) {
            assertThat(delegation.covers(matter("commissioning", LIMIT, MAY), MAY.plusDays(4)))
                    .isTrue();
            assertThat(delegation.covers(matter("commissioning", LIMIT, MAY), MAY.plusDays(5)))
                    .isFalse();
        }
    }

    @Test
    void coversNothingAheadOfItsFirstDay() {
        var ahead = matter("commissioning", LIMIT, MAY);

        assertThat(delegation().covers(ahead, MAY.minusDays(1))).isFalse();
    }

    /// On the day of the matter itself.
    private static boolean covers(KnownDelegation delegation, Matter matter) {
        return delegation.covers(matter, matter.on());
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
