package locality.governance.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.governance.period.ClearDays;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A paper with its front sheet. Its background papers are asked for by themselves, while they may
/// be.
///
/// @param late whether it was published with fewer than five clear days before the meeting
/// @param exempt null when the public may read it
/// @param background how many background papers there are
/// @param backgroundUntil the last day they may be asked for, null for no end
/// @param contents the versions of its content, the first to the last; null in a list
@Schema(name = "Paper")
record PaperView(
        UUID id,
        String reference,
        String meeting,
        int item,
        Locality locality,
        PaperKind kind,
        @Nullable String scrutinyQuota,
        String title,
        String reportOf,
        @Nullable String purpose,
        List<String> priorities,
        List<FrontSheet.Asked> recommendations,
        @Nullable String leadMemberPost,
        List<FrontSheet.Contact> contactPosts,
        LocalDate heldOn,
        LocalDate publishedOn,
        boolean late,
        @Nullable Exempt exempt,
        int background,
        @Nullable LocalDate backgroundUntil,
        @Nullable List<ContentView> contents,
        Provenance provenance,
        long version) {

    static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "meeting",
                    "item",
                    "kind",
                    "title",
                    "reportOf",
                    "publishedOn",
                    "late",
                    "open",
                    "backgroundUntil");

    /// @param paragraph of Part 1 of Schedule 12A to the Local Government Act 1972
    @Schema(name = "ExemptPaper")
    record Exempt(int paragraph, String reason) {}

    /// @param link where it is kept, null when here
    @Schema(name = "PaperContent")
    record ContentView(
            int number,
            String mediaType,
            String sha256,
            @Nullable Integer bytes,
            @Nullable String link,
            @Nullable Instant recordedAt) {

        static ContentView of(Content content) {
            return new ContentView(
                    content.number(),
                    content.mediaType(),
                    content.sha256(),
                    content.bytes(),
                    content.link(),
                    content.recordedAt());
        }
    }

    /// @param counted which days count for notice of a meeting
    static PaperView of(Paper paper, @Nullable List<Content> contents, ClearDays counted) {
        var sheet = paper.frontSheet;
        return new PaperView(
                paper.id,
                paper.reference,
                paper.meetingReference,
                paper.item,
                paper.locality,
                paper.kind,
                paper.scrutinyQuota,
                sheet.title(),
                sheet.reportOf(),
                sheet.purpose(),
                sheet.priorities(),
                sheet.recommendations(),
                sheet.leadMemberPost(),
                sheet.contactPosts(),
                paper.heldOn,
                paper.publishedOn,
                paper.isLate(counted),
                paper.exemption == null
                        ? null
                        : new Exempt(paper.exemption.paragraph(), paper.exemption.reason()),
                sheet.backgroundPapers().size(),
                paper.backgroundUntil(),
                contents == null ? null : contents.stream().map(ContentView::of).toList(),
                paper.provenance,
                paper.version);
    }

    static String csv(List<PaperView> papers) {
        return Csv.write(COLUMNS, papers.stream().map(PaperView::cells).toList());
    }

    private List<@Nullable Object> cells() {
        var cells =
                new ArrayList<@Nullable Object>(
                        List.of(
                                reference,
                                meeting,
                                item,
                                kind,
                                title,
                                reportOf,
                                publishedOn,
                                late,
                                exempt == null));
        cells.add(backgroundUntil);
        return cells;
    }
}
