package locality.governance.agreement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// An organisation that a version of an agreement is between.
///
/// @param signatories the posts that all sign for it; none named means that any one post of it may
@Embeddable
record Party(
        String organisation,
        @Enumerated(EnumType.STRING) Capacity capacity,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> signatories) {

    /// Most signs of a post.
    static final int POST_LENGTH = 200;

    /// Posts, or nothing for any one.
    boolean mayBeSignedBy(String post) {
        return signatories.isEmpty() || signatories.contains(post);
    }
}
