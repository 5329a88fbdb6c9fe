package locality.budget.laws;

/// What is done in one step.
sealed interface Act {

    /// A command is sent.
    ///
    /// @param path below `/api/budget/v1`
    record Send(String path, String body, String contentType) implements Act {
        static Send json(String path, String body) {
            return new Send(path, body, "application/json");
        }

        static Send csv(String path, String body) {
            return new Send(path, body, "text/csv");
        }
    }

    /// Governance speaks, or a day passes.
    record Happens(Runnable what) implements Act {}
}
