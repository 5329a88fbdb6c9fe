package locality.platform.caller;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;

/// Keeps of a token's roles those of the suite, and lets whoever has one of them read. A role of
/// any other name counts for nothing, also one that is called as the right to read is.
@ApplicationScoped
class Reading implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.isAnonymous() ? identity : withReading(identity));
    }

    static SecurityIdentity withReading(SecurityIdentity identity) {
        var roles = new HashSet<>(identity.getRoles());
        roles.retainAll(Roles.ALL);
        if (!roles.isEmpty()) {
            roles.add(Roles.READER);
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addPermissionChecker(identity::checkPermission)
                .addRoles(roles)
                .build();
    }
}
