package locality.governance.authority;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// Asks a scheme of delegation about money on a day, and finds bodies in the answer.
final class WhoMayDecide {

    static final LocalDate TODAY = LocalDate.of(2018, 5, 1);
    static final Owner COUNCIL = new Owner("E08000005", null);
    static final Owner CCG = new Owner("01D", null);

    private WhoMayDecide() {}

    static Answer ask(ASchemeOfDelegation scheme, Pence value, Owner... owners) {
        return ask(scheme, value, TODAY, owners);
    }

    static Answer ask(ASchemeOfDelegation scheme, Pence value, LocalDate on, Owner... owners) {
        var question =
                new Question(
                        ASchemeOfDelegation.FUNCTION,
                        Locality.ROCHDALE,
                        value,
                        on,
                        Basis.POOLED,
                        Arrays.asList(owners));
        return new Authority(question, scheme.build()).answer();
    }

    static List<String> holders(Answer answer) {
        return answer.holders().stream().map(Answer.Held::reference).toList();
    }

    static Answer.Held held(Answer answer, String reference) {
        return answer.holders().stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reference + " may not decide"));
    }

    static Answer.Refused refused(Answer answer, String reference) {
        return answer.refused().stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reference + " is not refused"));
    }

    static Pence millions(long count) {
        return Pence.pounds(count * 1_000_000);
    }
}
