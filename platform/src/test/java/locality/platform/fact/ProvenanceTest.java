package locality.platform.fact;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProvenanceTest {

    @Test
    void aStatedFactNamesItsDocumentAndSection() {
        assertThatThrownBy(
                        () -> new Provenance(Provenance.Kind.STATED, "Locality Plan", null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDerivedFactGivesItsFormula() {
        assertThatThrownBy(() -> new Provenance(Provenance.Kind.DERIVED, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
