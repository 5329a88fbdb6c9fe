package locality.budget.authority;

import io.quarkus.panache.common.Parameters;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.identifier.Ids;

/// How that is found which a decision of its place answers: by the request it repeats, else by its
/// subject. What may be found so has an `id`, a `reference`, a `requestId` and a `locality`.
public final class Answered {

    /// The end of a query for it, with the parameters of [#by].
    public static final String BY_A_DECISION =
            """
             where (requestId = :request or id = :id or reference = :reference)
               and locality = :locality
             order by case when requestId = :request then 0 else 1 end
            """;

    private static final UUID NONE = new UUID(0, 0);

    private Answered() {}

    /// @param subjectType what a decision calls a thing of this kind, as in `virement`
    public static Parameters by(DecisionTaken decision, String subjectType) {
        var subject = decision.subject();
        var named = subject != null && subject.type().equals(subjectType) ? subject.id() : "";
        return Parameters.with(
                        "request", decision.requestId() == null ? NONE : decision.requestId())
                .and("id", Ids.parse(named).orElse(NONE))
                .and("reference", named)
                .and("locality", decision.locality());
    }
}
