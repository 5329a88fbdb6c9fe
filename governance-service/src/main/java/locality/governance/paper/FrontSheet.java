package locality.governance.paper;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import locality.governance.recorder.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The first page of a report to a board, as Manchester's have it: the priorities it addresses,
/// what it asks, the lead member, the contact officers, the background documents. It names posts;
/// the people, telephones and e-mail addresses of the printed page are left there.
///
/// @param reportOf the body or post that reports
/// @param priorities the board's priorities it addresses
/// @param recommendations what is asked, in order
/// @param leadMemberPost the lead board member's post
/// @param backgroundPapers what it rests on and where that is kept
@Schema(name = "FrontSheet")
record FrontSheet(
        @NotBlank String title,
        @NotBlank String reportOf,
        @Nullable String purpose,
        List<@NotBlank String> priorities,
        List<@Valid Asked> recommendations,
        @Nullable String leadMemberPost,
        List<@Valid Contact> contactPosts,
        List<@Valid BackgroundPaper> backgroundPapers) {

    FrontSheet {
        priorities = listed(priorities);
        recommendations = listed(recommendations);
        contactPosts = listed(contactPosts);
        backgroundPapers = listed(backgroundPapers);
    }

    /// @param verb what the meeting is asked to do: `NOTE`, `SUPPORT`, `APPROVE`, ...
    @Schema(name = "RecommendationOnFrontSheet")
    record Asked(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z_]{1,29}") String verb, @NotBlank String text) {}

    /// @param title the post's
    /// @param organisation whose post it is, by name or code
    @Schema(name = "ContactPost")
    record Contact(@NotBlank String title, @Nullable String organisation) {}

    @Schema(name = "BackgroundPaper")
    record BackgroundPaper(@NotBlank String title, @Nullable String keptWhere) {}

    /// @throws locality.platform.refusal.Refusal `PERSONAL_DATA` naming the first field that has
    ///   any
    void requirePostsOnly() {
        PersonalData.requireNone("title", title);
        PersonalData.requireNone("reportOf", reportOf);
        PersonalData.requireNone("purpose", purpose);
        PersonalData.requireNone("priorities", priorities);
        PersonalData.requireNone(
                "recommendations", recommendations.stream().map(Asked::text).toList());
        PersonalData.requireNone("leadMemberPost", leadMemberPost);
        IntStream.range(0, contactPosts.size())
                .forEach(i -> requirePost("contactPosts[%d]".formatted(i), contactPosts.get(i)));
        IntStream.range(0, backgroundPapers.size())
                .forEach(
                        i ->
                                requireNone(
                                        "backgroundPapers[%d]".formatted(i),
                                        backgroundPapers.get(i)));
    }

    private static void requirePost(String where, Contact contact) {
        PersonalData.requireNone(where + ".title", contact.title);
        PersonalData.requireNone(where + ".organisation", contact.organisation);
    }

    private static void requireNone(String where, BackgroundPaper paper) {
        PersonalData.requireNone(where + ".title", paper.title);
        PersonalData.requireNone(where + ".keptWhere", paper.keptWhere);
    }

    private static <T> List<T> listed(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }
}
