package locality.governance.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What holds for every delegation, however it ends.
class DelegationLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 4, 1);
    private static final Instant NOW = Instant.parse("2018-01-01T00:00:00Z");
    private static final int DAYS = 60;

    @Property(tries = 500)
    void endingItNeverPutsItInForceOnADayItWasNot(
            @ForAll @IntRange(min = 0, max = DAYS) int lasts,
            @ForAll boolean expires,
            @ForAll @Size(max = 4) List<@IntRange(min = -DAYS, max = DAYS) Integer> ends) {
        var delegation = delegation(expires ? FIRST.plusDays(lasts) : null);

        for (int end : ends) {
            var before = daysInForce(delegation);
            try {
                var told = delegation.end(FIRST.plusDays(end), "Revoked", NOW);
                assertThat(told.effectiveOn()).isEqualTo(delegation.endedOn);
                assertThat(delegation.endedRecordedAt).isEqualTo(NOW);
            } catch (DelegationRefusal.EndedAlready refused) {
                assertThat(daysInForce(delegation)).isEqualTo(before);
            }
            assertThat(before).containsAll(daysInForce(delegation));
            assertThat(delegation.inForceOn(FIRST.plusDays(Math.max(end, 0)))).isFalse();
        }
    }

    @Property(tries = 200)
    void tellingThatItExpiredChangesNoDay(
            @ForAll @IntRange(min = 0, max = DAYS) int lasts,
            @ForAll @IntRange(min = 1, max = DAYS) int later) {
        var delegation = delegation(FIRST.plusDays(lasts));
        var before = daysInForce(delegation);

        var told = delegation.expire(FIRST.plusDays(lasts + later), NOW);

        assertThat(daysInForce(delegation)).isEqualTo(before);
        assertThat(told.effectiveOn()).isEqualTo(FIRST.plusDays(lasts + 1L));
    }

    @Property(tries = 200)
    void whatGoesOnAfterAReservationIsAPartOfWhatWas(
            @ForAll @IntRange(min = 0, max = DAYS) int lasts,
            @ForAll @IntRange(min = 0, max = DAYS) int reservedAfter) {
        var delegation = delegation(FIRST.plusDays(lasts));
        if (reservedAfter > lasts) {
            return;
        }
        var before = daysInForce(delegation);

        delegation.end(FIRST.plusDays(reservedAfter), "Reserved", NOW);
        var rest = delegation.without("commissioning", "REST");

        assertThat(delegation.functions).containsAll(rest.functions);
        assertThat(rest.functions).doesNotContain("commissioning");
        assertThat(before).containsAll(daysInForce(rest));
        assertThat(daysInForce(rest)).noneMatch(delegation::inForceOn);
        assertThat(rest.limit).isEqualTo(delegation.limit);
        assertThat(rest.conditions).isEqualTo(delegation.conditions);
    }

    private static List<LocalDate> daysInForce(Delegation delegation) {
        var days = new ArrayList<LocalDate>();
        for (int i = -DAYS; i <= 3 * DAYS; i++) {
            var day = FIRST.plusDays(i);
            if (delegation.inForceOn(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private static Delegation delegation(@Nullable LocalDate expiresOn) {
        var delegation = new Delegation();
        delegation.id = UUID.randomUUID();
        delegation.reference = "DEL";
        delegation.fromBody = UUID.randomUUID();
        delegation.toBody = UUID.randomUUID();
        delegation.functions = List.of("commissioning", "pooled-budget");
        delegation.place = Locality.ROCHDALE;
        delegation.limit = Pence.of(100);
        delegation.limitKind = LimitKind.PER_DECISION;
        delegation.effectiveOn = FIRST;
        delegation.expiresOn = expiresOn;
        delegation.conditions = List.of("Reported monthly");
        delegation.provenance = Provenance.illustrative();
        return delegation;
    }
}
