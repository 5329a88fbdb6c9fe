package locality.reporting.page;

import java.util.List;

/// A service's OpenAPI document, as `/docs` offers it.
record DocumentView(String name, String path) {

    static List<DocumentView> all() {
        return List.of(
                new DocumentView("Governance", "/api/governance/v1/openapi"),
                new DocumentView("Budget", "/api/budget/v1/openapi"),
                new DocumentView("Intervention", "/api/intervention/v1/openapi"),
                new DocumentView("Reporting", "/api/reporting/v1/openapi"));
    }
}
