package locality.budget.fund;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FundKind")
public enum FundKind {
    POOLED_FUND,
    LOCAL_DEVELOPMENT_FUND,
    TRANSFORMATION_FUND,
    PROGRAMME_BUDGET
}
