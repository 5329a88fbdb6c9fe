package locality.governance.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// Why the public may not read a paper: a paragraph of Part 1 of Schedule 12A to the Local
/// Government Act 1972, and the reason in words.
///
/// @param paragraph 1 to 7
@Embeddable
record Exemption(
        @Column(name = "exempt_paragraph") int paragraph,
        @Column(name = "exempt_reason") String reason) {}
