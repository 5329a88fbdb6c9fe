package locality.budget.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.event.CommitmentEvent;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whose money it is, and how much of it.
@Schema(name = "Owner")
record Owner(
        @NotBlank @Schema(description = "ODS or GSS code") String organisation,
        @NotNull Pence sharePence) {

    /// @throws CommitmentRefusal if one is named twice or has no share, or they do not sum to the
    ///   amount
    static List<Owner> requireShares(Pence amount, List<Owner> owners) {
        var named = new HashSet<String>();
        for (var owner : owners) {
            if (!owner.sharePence.isPositive()) {
                throw new CommitmentRefusal.OwnerWithoutShare(owner.organisation, owner.sharePence);
            }
            if (!named.add(owner.organisation)) {
                throw new CommitmentRefusal.OwnerNamedTwice(owner.organisation);
            }
        }
        var sum = Pence.sum(owners.stream().map(Owner::sharePence).toList());
        if (!sum.equals(amount)) {
            throw new CommitmentRefusal.OwnersDoNotSum(amount, sum);
        }
        return List.copyOf(owners);
    }

    /// The same owners with another amount among them, in the proportion they had. Who would be
    /// left with less than a penny owns none of it.
    static List<Owner> ofAmount(Pence amount, List<Owner> owners) {
        var shares = amount.allocate(owners.stream().map(o -> o.sharePence().value()).toList());
        return IntStream.range(0, owners.size())
                .mapToObj(i -> new Owner(owners.get(i).organisation(), shares.get(i)))
                .filter(owner -> owner.sharePence.isPositive())
                .toList();
    }

    /// As events tell them.
    static List<CommitmentEvent.Owner> told(List<Owner> owners) {
        return owners.stream()
                .map(o -> new CommitmentEvent.Owner(o.organisation(), o.sharePence()))
                .toList();
    }

    static Map<String, Pence> shares(List<Owner> owners) {
        return owners.stream().collect(Collectors.toMap(Owner::organisation, Owner::sharePence));
    }
}
