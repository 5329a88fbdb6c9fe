package locality.governance.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.governance.period.ClearDays;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final LocalDate HELD = LocalDate.of(2016, 6, 8);

    @Test
    @Tag("G20")
    void backgroundPapersMayBeAskedForUntilTheStatedPeriodEnds() {
        var paper = paper(4);

        assertThat(paper.backgroundUntil()).isEqualTo(LocalDate.of(2020, 6, 8));
        assertThatCode(() -> paper.requireBackgroundOpen(LocalDate.of(2020, 6, 8)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> paper.requireBackgroundOpen(LocalDate.of(2020, 6, 9)))
                .isInstanceOf(PaperRefusal.BackgroundAccessEnded.class)
                .extracting("code", "operands")
                .containsExactly(
                        "BACKGROUND_ACCESS_ENDED",
                        Map.of("paper", "MCR-HWBB-2016-06-08/2/P1", "until", HELD.plusYears(4)));
    }

    @Test
    @Tag("G20")
    void whereNoPeriodIsStatedAccessDoesNotEnd() {
        assertThat(paper(null).backgroundUntil()).isNull();
        assertThatCode(() -> paper(null).requireBackgroundOpen(LocalDate.of(2999, 1, 1)))
                .doesNotThrowAnyException();
    }

    @Test
    @Tag("G20")
    void aPaperWithFewerThanFiveClearDaysIsLate() {
        var paper = paper(null);

        paper.publishedOn = HELD.minusDays(6);
        assertThat(paper.isLate(ClearDays.CALENDAR)).isFalse();
        assertThat(paper.isLate(ClearDays.WORKING)).isTrue();
        paper.publishedOn = HELD.minusDays(5);
        assertThat(paper.isLate(ClearDays.CALENDAR)).isTrue();
        paper.publishedOn = HELD.plusDays(1);
        assertThat(paper.isLate(ClearDays.CALENDAR)).isTrue();
    }

    @Test
    void itTellsWhetherItIsOpenAndHowLongItsBackgroundIs() {
        var paper = paper(4);
        assertThat(paper.published().open()).isTrue();
        assertThat(paper.published().title()).isEqualTo("Update");
        assertThat(paper.published().backgroundUntil()).isEqualTo(HELD.plusYears(4));

        paper.exemption = new Exemption(3, "Financial affairs of a provider");
        assertThat(paper.published().open()).isFalse();
        assertThat(paper.published().title()).isEqualTo("Exempt from publication");
        assertThat(paper.asks().exempt()).isTrue();
    }

    @Test
    @Tag("G20")
    void aFrontSheetNamesPosts() {
        refuses(sheet("Tel 0161 234 3952", "Director", "A blueprint"), "leadMemberPost");
        refuses(
                sheet("Executive Member", "a.person@manchester.gov.uk", "A blueprint"),
                "contactPosts[0].title");
        refuses(
                sheet("Executive Member", "Director", "Ask 0161 234 3981"),
                "backgroundPapers[0].keptWhere");
        assertThatCode(() -> sheet("Executive Member", "Director", "Town Hall").requirePostsOnly())
                .doesNotThrowAnyException();
    }

    @Test
    void aPdfBeginsAsOneDoes() {
        var content = Content.uploaded(1, Content.PDF, "%PDF-1.7 ...".getBytes(UTF_8));

        assertThat(content.bytes()).isEqualTo(12);
        assertThat(content.sha256()).hasSize(64);
        assertThatThrownBy(() -> Content.uploaded(1, Content.PDF, "<html>".getBytes(UTF_8)))
                .isInstanceOf(PaperRefusal.NotAsSaid.class);
    }

    @Test
    void markdownIsTextThatSaysSomething() {
        assertThatThrownBy(() -> Content.uploaded(1, Content.MARKDOWN, new byte[] {(byte) 0xC3, 0}))
                .isInstanceOf(PaperRefusal.NotAsSaid.class);
        assertThatThrownBy(() -> Content.uploaded(1, Content.MARKDOWN, " \n".getBytes(UTF_8)))
                .isInstanceOf(PaperRefusal.NotAsSaid.class);
    }

    @Test
    void tenMegabytesAreKeptAndNoByteMore() {
        var most = new byte[Content.MOST_BYTES];
        System.arraycopy("%PDF-".getBytes(UTF_8), 0, most, 0, 5);

        assertThat(Content.uploaded(1, Content.PDF, most).bytes()).isEqualTo(10_485_760);
        assertThatThrownBy(() -> Content.uploaded(1, Content.PDF, new byte[Content.MOST_BYTES + 1]))
                .isInstanceOf(PaperRefusal.TooLarge.class)
                .extracting("operands")
                .isEqualTo(Map.of("bytes", 10_485_761, "most", 10_485_760));
    }

    @Test
    void contentThatIsNotWhatWasMeantIsRefused() {
        var content = Content.uploaded(1, Content.MARKDOWN, "text".getBytes(UTF_8));

        assertThatCode(() -> content.requireDigest(content.sha256())).doesNotThrowAnyException();
        assertThatCode(() -> content.requireDigest(null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> content.requireDigest("0".repeat(64)))
                .isInstanceOf(PaperRefusal.Differs.class);
    }

    private static void refuses(FrontSheet sheet, String field) {
        assertThatThrownBy(sheet::requirePostsOnly)
                .extracting("code", "operands.field")
                .containsExactly("PERSONAL_DATA", field);
    }

    private static FrontSheet sheet(String lead, String contact, String keptWhere) {
        return new FrontSheet(
                "Update",
                "City Wide Leadership Group",
                null,
                List.of("All"),
                List.of(new FrontSheet.Asked("NOTE", "The update")),
                lead,
                List.of(new FrontSheet.Contact(contact, "E08000003")),
                List.of(new FrontSheet.BackgroundPaper("Blueprint", keptWhere)));
    }

    private static Paper paper(@Nullable Integer years) {
        var paper = new Paper();
        paper.id = UUID.randomUUID();
        paper.reference = "MCR-HWBB-2016-06-08/2/P1";
        paper.meetingId = UUID.randomUUID();
        paper.bodyId = UUID.randomUUID();
        paper.item = 2;
        paper.locality = Locality.MANCHESTER;
        paper.heldOn = HELD;
        paper.publishedOn = HELD.minusDays(8);
        paper.frontSheet = sheet("Executive Member", "Director", "Town Hall");
        paper.backgroundYears = years;
        paper.provenance = Provenance.illustrative();
        return paper;
    }
}
