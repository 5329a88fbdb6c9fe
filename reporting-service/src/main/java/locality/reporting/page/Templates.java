package locality.reporting.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// The pages, each by the name of its file in `templates/`.
@CheckedTemplate
final class Templates {

    private Templates() {}

    static native TemplateInstance home(@Nullable Visitor visitor, List<Locality> localities);

    static native TemplateInstance locality(@Nullable Visitor visitor, LocalityView view);

    static native TemplateInstance governance(@Nullable Visitor visitor, GovernanceView view);

    static native TemplateInstance partnership(@Nullable Visitor visitor, PartnershipView view);

    static native TemplateInstance pool(@Nullable Visitor visitor, PoolView view);

    static native TemplateInstance plan(@Nullable Visitor visitor, PlanView view);

    static native TemplateInstance docs(@Nullable Visitor visitor, List<DocumentView> documents);

    static native TemplateInstance problem(@Nullable Visitor visitor, String title, String detail);
}
