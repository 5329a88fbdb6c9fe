package locality.governance.consultation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.YearMonth;
import locality.governance.action.Due;
import locality.governance.action.DuePrecision;
import locality.governance.recorder.PersonalData;
import org.jspecify.annotations.Nullable;

/// What is to be told.
///
/// @param channel how, as in `Staff briefing`; null when nothing is said
/// @param post who sees to it, never a person; null while nobody does
/// @param dueOn the day, or the last of the month
@Embeddable
record Message(
        String title,
        @Enumerated(EnumType.STRING) Audience audience,
        @Nullable String channel,
        @Nullable String post,
        LocalDate dueOn,
        @Enumerated(EnumType.STRING) DuePrecision duePrecision) {

    /// Most signs of a title.
    static final int TITLE_LENGTH = 500;

    /// Most signs of a channel, and of a post.
    static final int NAME_LENGTH = 200;

    /// @param when a day (`2017-04-01`) or a month (`2017-03`: by its last day)
    static Message of(
            String title,
            Audience audience,
            @Nullable String channel,
            @Nullable String post,
            String when) {
        var due = Due.of(when, null, null);
        if (due.lastDay() == null) {
            throw new IllegalStateException(when + " has no last day");
        }
        return new Message(title, audience, channel, post, due.lastDay(), due.precision());
    }

    void requireNobodyNamed() {
        PersonalData.requireNone("title", title);
        PersonalData.requireNone("channel", channel);
        PersonalData.requireNone("post", post);
    }

    /// As a secretary would write it.
    String dueAsWritten() {
        return duePrecision == DuePrecision.MONTH
                ? YearMonth.from(dueOn).toString()
                : dueOn.toString();
    }
}
