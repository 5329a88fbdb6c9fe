package locality.governance.approval;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Answer;
import locality.governance.authority.AuthorityCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Who should decide a request, as the scheme of delegation stood on a day.
///
/// @param suggestedBody the lowest body that may decide it alone, null when none may
/// @param suggestedBodyReference its reference
/// @param whyNobody the codes of authority that stand against every body, empty when one may
/// @param suggestedBecause the scheme's answer in words
/// @param suggestedOn the day
@Embeddable
public record Suggestion(
        @Nullable UUID suggestedBody,
        @Nullable String suggestedBodyReference,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> whyNobody,
        String suggestedBecause,
        LocalDate suggestedOn) {

    public static Suggestion of(Answer answer, LocalDate on) {
        var lowest = answer.lowest();
        return new Suggestion(
                lowest,
                answer.holders().stream()
                        .filter(held -> held.bodyId() != null && held.bodyId().equals(lowest))
                        .map(Answer.Held::reference)
                        .findFirst()
                        .orElse(null),
                lowest == null ? codesAgainst(answer) : List.of(),
                answer.explanation(),
                on);
    }

    /// When some may decide for some owners, what stands against each is the others' silence; where
    /// there is no body at all, nothing leads anywhere.
    private static List<String> codesAgainst(Answer answer) {
        if (!answer.holders().isEmpty()) {
            return List.of(AuthorityCode.OWNER_NOT_COVERED.name());
        }
        return answer.refused().isEmpty()
                ? List.of(AuthorityCode.NO_CHAIN.name())
                : answer.refused().stream()
                        .map(refused -> refused.code().name())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
