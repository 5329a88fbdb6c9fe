package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import locality.platform.refusal.Malformed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G26")
class AgreementSheetTest {

    @Test
    void partiesAreReadWithTheirCapacitiesAndSignatories() {
        assertThat(
                        AgreementSheet.parties(
                                "E08000002:FULL:Leader|Chief Executive; 00V;RW6:ASSOCIATE"))
                .containsExactly(
                        new Party("E08000002", Capacity.FULL, List.of("Leader", "Chief Executive")),
                        new Party("00V", Capacity.FULL, List.of()),
                        new Party("RW6", Capacity.ASSOCIATE, List.of()));
    }

    @Test
    void everyFaultIsNamedByItsLine() {
        assertThatThrownBy(
                        () ->
                                AgreementSheet.read(
                                        """
                                        reference,title,kind,locality,parties,effectiveOn
                                        A-1,One,SECTION_75,E08000003,14L,2014-04-31
                                        A-2,Two,SECTION,E08000003,14L,
                                        A-3,Three,SECTION_75,E08000003,14L:HALF,
                                        """))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("3 of 3 rows");
    }
}
