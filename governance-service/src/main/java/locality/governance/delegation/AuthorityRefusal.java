package locality.governance.delegation;

import java.util.List;
import java.util.stream.Stream;
import locality.governance.authority.Owner;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// What cannot be asked about authority.
abstract sealed class AuthorityRefusal extends Refusal {

    private AuthorityRefusal(String code, String detail) {
        super(Kind.RULE_BROKEN, code, detail);
    }

    static final class SharesDiffer extends AuthorityRefusal {
        SharesDiffer(Pence value, List<Owner> owners) {
            super(
                    "SHARES_DIFFER",
                    "ALIGNED shares are given for every owner or for none and sum to the value");
            operand("valuePence", value);
            operand(
                    "sharesPence",
                    Pence.sum(
                            owners.stream()
                                    .flatMap(owner -> Stream.ofNullable(owner.share()))
                                    .toList()));
        }
    }
}
