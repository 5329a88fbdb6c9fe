package locality.governance.body;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Bodies whose terms of reference were to be looked at again by now: they are adopted anew, as
/// they are or changed, with the day of the next review.
@ApplicationScoped
class TermsToReview implements WorklistSource {

    private final WhatWaits whatWaits;
    private final Bodies bodies;

    TermsToReview(WhatWaits whatWaits, Bodies bodies) {
        this.whatWaits = whatWaits;
        this.bodies = bodies;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits
                .read(TO_REVIEW, places, on, row -> row.getObject("id", UUID.class))
                .stream()
                .map(bodies::findById)
                .map(body -> toReview(body, body.termsInForceOn(on).orElseThrow(), on))
                .toList();
    }

    private static WorklistRow toReview(Body body, TermsOfReference terms, LocalDate on) {
        var due = requireNonNull(terms.reviewOn());
        return WorklistRow.due(
                WorklistKind.TERMS_TO_REVIEW,
                body.reference,
                body.nameOn(on),
                due,
                on,
                new WorklistRow.Place(body.locality, body.reference, Roles.GOVERNANCE),
                "The review of its terms of reference was due on %s: adopt them anew"
                        .formatted(due),
                ClearingCall.post(
                        "/bodies/%s/terms-of-reference".formatted(body.reference),
                        "effectiveOn",
                        on,
                        "remitFunctions",
                        terms.remitFunctions(),
                        "quorum",
                        terms.quorum(),
                        "votingRule",
                        terms.votingRule(),
                        "castingVote",
                        terms.castingVote(),
                        "substitutesAllowed",
                        terms.substitutesAllowed(),
                        "noticeClearDays",
                        terms.noticeClearDays(),
                        "frequency",
                        terms.frequency(),
                        "callInClearDays",
                        terms.callInClearDays(),
                        "keyDecisionFromPence",
                        terms.keyDecisionFrom() == null ? null : terms.keyDecisionFrom().value(),
                        "reviewOn",
                        on.plusYears(1),
                        "chair",
                        terms.chair(),
                        "deputies",
                        terms.deputies()));
    }

    private static final String TO_REVIEW =
            """
            select b.id
            from asked
            join body b on b.locality = any(asked.places)
            join lateral (select review_on from terms_of_reference
                          where body_id = b.id and effective_on <= asked.day
                          order by version_number desc limit 1) t on t.review_on <= asked.day
            join lateral (select state from body_step
                          where body_id = b.id and effective_on <= asked.day
                          order by step desc limit 1) s on s.state <> 'DISSOLVED'
            where not exists (select from body_sunset u
                              where u.body_id = b.id and u.sunset_on <= asked.day)
            order by b.reference
            """;
}
