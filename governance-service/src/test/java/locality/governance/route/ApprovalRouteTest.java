package locality.governance.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.validity.DecisionType;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G23")
class ApprovalRouteTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final RouteStep CWLG = step("CWLG", DecisionType.RECOMMEND);
    private static final RouteStep EHWG = step("EHWG", DecisionType.RECOMMEND);
    private static final RouteStep HWBB = step("HWBB", DecisionType.APPROVE);

    @Test
    void recommendsUntilItApproves() {
        route(CWLG, EHWG, HWBB).requireSound();

        assertRefused(route(CWLG, EHWG), "ROUTE_APPROVES_AT_ITS_END");
        assertRefused(route(HWBB, CWLG), "ROUTE_APPROVES_AT_ITS_END");
        assertRefused(route(step("CWLG", DecisionType.APPROVE), HWBB), "ROUTE_APPROVES_AT_ITS_END");
    }

    @Test
    void passesABodyOnce() {
        assertRefused(route(CWLG, CWLG, HWBB), "ROUTE_PASSES_A_BODY_TWICE");
    }

    @Test
    void isForTheValuesFromItsLeastToBelowItsEnd() {
        var band = band(100L, 200L);

        assertThat(band.isFor(Pence.of(99))).isFalse();
        assertThat(band.isFor(Pence.of(100))).isTrue();
        assertThat(band.isFor(Pence.of(199))).isTrue();
        assertThat(band.isFor(Pence.of(200))).isFalse();
        assertThat(band.isFor(null)).isFalse();
        assertThat(band(null, null).isFor(null)).isTrue();
        assertThat(band(null, 200L).isFor(null)).isTrue();
    }

    @Test
    void aBandThatHoldsNoValueIsRefused() {
        assertRefused(band(200L, 200L), "VALUE_BAND_EMPTY");
        assertRefused(band(201L, 200L), "VALUE_BAND_EMPTY");
    }

    @Test
    void twoOverlapOnlyWhereBothTheirDaysAndTheirValuesDo() {
        assertThat(band(null, 100L).overlaps(band(100L, null))).isFalse();
        assertThat(band(null, 101L).overlaps(band(100L, null))).isTrue();
        var ended = band(null, null);
        ended.end(MAY.plusDays(9));
        var next = band(null, null);
        next.effectiveOn = MAY.plusDays(10);
        assertThat(ended.overlaps(next)).isFalse();
        assertThat(next.overlaps(ended)).isFalse();
        next.effectiveOn = MAY.plusDays(9);
        assertThat(ended.overlaps(next)).isTrue();
    }

    @Test
    void endsOnceAndNotBeforeItBegan() {
        var route = band(null, null);

        assertThatThrownBy(() -> route.end(MAY.minusDays(1)))
                .isInstanceOf(RouteRefusal.EndsBeforeItBegins.class);
        route.end(MAY);
        assertThatThrownBy(() -> route.end(MAY.plusDays(1)))
                .isInstanceOf(RouteRefusal.EndedAlready.class);
    }

    private static void assertRefused(ApprovalRoute route, String code) {
        assertThatThrownBy(route::requireSound)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static ApprovalRoute band(@Nullable Long from, @Nullable Long below) {
        var route = route(HWBB);
        route.from = from == null ? null : Pence.of(from);
        route.below = below == null ? null : Pence.of(below);
        return route;
    }

    private static ApprovalRoute route(RouteStep... steps) {
        var route = new ApprovalRoute();
        route.reference = "ROUTE";
        route.subjectType = "section-75-agreement";
        route.place = Locality.MANCHESTER;
        route.effectiveOn = MAY;
        route.steps = List.of(steps);
        return route;
    }

    private static RouteStep step(String body, DecisionType type) {
        return new RouteStep(UUID.nameUUIDFromBytes(body.getBytes(UTF_8)), body, type);
    }
}
