package locality.governance.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Basis;
import locality.governance.authority.Finding;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;

/// Two owners' chains reach a board, each by a delegation of its own, and go on together.
class ChargesTest {

    private static final UUID FROM_CABINET = UUID.randomUUID();
    private static final UUID FROM_CCG = UUID.randomUUID();
    private static final UUID ONWARD = UUID.randomUUID();

    @Test
    void eachOwnersShareIsChargedToItsOwnChain() {
        assertThat(charges(Basis.ALIGNED))
                .isEqualTo(
                        Map.of(
                                FROM_CABINET,
                                Pence.of(40),
                                FROM_CCG,
                                Pence.of(60),
                                ONWARD,
                                Pence.of(100)));
    }

    @Test
    void everyChainBearsAPoolWholeAndOnce() {
        assertThat(charges(Basis.POOLED))
                .isEqualTo(
                        Map.of(
                                FROM_CABINET,
                                Pence.of(100),
                                FROM_CCG,
                                Pence.of(100),
                                ONWARD,
                                Pence.of(100)));
    }

    private static Map<UUID, Pence> charges(Basis basis) {
        var finding =
                new Finding(
                        UUID.randomUUID(),
                        Set.of("A", "B"),
                        true,
                        null,
                        List.of(
                                new Finding.Link(
                                        "A",
                                        UUID.randomUUID(),
                                        "Cabinet",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null),
                                link("A", FROM_CABINET),
                                link("A", ONWARD),
                                link("B", FROM_CCG),
                                link("B", ONWARD)),
                        List.of());
        var owners = List.of(new Owner("A", Pence.of(40)), new Owner("B", Pence.of(60)));
        return SchemeOfDelegation.charges(
                finding,
                new Question(
                        "commissioning",
                        Locality.ROCHDALE,
                        Pence.of(100),
                        LocalDate.of(2018, 5, 1),
                        basis,
                        owners));
    }

    private static Finding.Link link(String owner, UUID delegation) {
        return new Finding.Link(
                owner, UUID.randomUUID(), "Board", delegation, "DEL", null, null, null);
    }
}
