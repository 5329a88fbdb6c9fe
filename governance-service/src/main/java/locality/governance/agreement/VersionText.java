package locality.governance.agreement;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import locality.governance.recorder.PersonalData;
import org.jspecify.annotations.Nullable;

/// What is agreed in one version but for who agrees it. It never changes: another text, date or
/// party is another version.
///
/// @param label as its authors call it, as in `5`
/// @param summary of what changed
/// @param effectiveOn from when it is meant to hold, null for when it is ratified
/// @param expiresOn its last day, null without an end
/// @param reviewOn when it is first to be reviewed, null when nothing is said
/// @param reviewEveryMonths null when nothing is said
@Embeddable
record VersionText(
        String label,
        String summary,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate reviewOn,
        @Nullable Integer reviewEveryMonths) {

    /// Most signs of a label.
    static final int LABEL_LENGTH = 60;

    /// Most signs of a summary.
    static final int SUMMARY_LENGTH = 2000;

    /// @throws AgreementRefusal if it ends before it begins, or its parties are none or one twice
    void requireSound(List<Party> parties) {
        PersonalData.requireNone("label", label);
        PersonalData.requireNone("summary", summary);
        if (effectiveOn != null && expiresOn != null && expiresOn.isBefore(effectiveOn)) {
            throw new AgreementRefusal.ExpiresBeforeItBegins(effectiveOn, expiresOn);
        }
        if (parties.stream().noneMatch(party -> party.capacity() == Capacity.FULL)) {
            throw new AgreementRefusal.NoFullParty();
        }
        var named = new HashSet<String>();
        for (var party : parties) {
            PersonalData.requireNone("signatories", party.signatories());
            if (!named.add(party.organisation())) {
                throw new AgreementRefusal.PartyNamedTwice(party.organisation());
            }
        }
    }
}
