package locality.governance.voting;

/// What one seat said.
public record Vote(String seat, Choice choice) {}
