package locality.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void makesTimeOrderedIdsThatNeverRepeat() {
        var ids = Stream.generate(Ids::next).limit(10_000).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
        assertThat(ids).allSatisfy(id -> assertThat(id.variant()).isEqualTo(2));
        assertThat(ids.stream().map(id -> id.getMostSignificantBits() >>> 16).toList()).isSorted();
    }

    @Test
    void tellsAnIdFromAReference() {
        assertThat(Ids.parse("0198c0de-0000-7000-8000-000000000001"))
                .contains(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));
        assertThat(Ids.parse("MCR-HWBB-2014-05-14/3")).isEmpty();
        assertThat(Ids.parse("a-reference-of-thirty-six-characters")).isEmpty();
    }
}
