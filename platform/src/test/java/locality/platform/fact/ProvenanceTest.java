package locality.platform.fact;

import static org.assertj.core.api.Assertions.assertThat;
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
    void itsTextsAreAsLongAsATitleASectionAndAFormula() {
        assertThat(Provenance.stated("t".repeat(500), "s".repeat(200)).document()).hasSize(500);
        assertThat(Provenance.derived("f".repeat(2000)).formula()).hasSize(2000);

        assertThatThrownBy(() -> Provenance.stated("t".repeat(501), "1"))
                .hasMessageContaining("document of a fact's source has at most 500 characters");
        assertThatThrownBy(() -> Provenance.stated("Locality Plan", "s".repeat(201)))
                .hasMessageContaining("section of a fact's source has at most 200 characters");
        assertThatThrownBy(() -> Provenance.derived("f".repeat(2001)))
                .hasMessageContaining("formula of a fact's source has at most 2000 characters");
    }

    @Test
    void aDerivedFactGivesItsFormula() {
        assertThatThrownBy(() -> new Provenance(Provenance.Kind.DERIVED, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
