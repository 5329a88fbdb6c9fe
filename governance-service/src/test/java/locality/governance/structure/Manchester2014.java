package locality.governance.structure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.governance.body.BodyOutline;
import locality.governance.body.BodyState;
import locality.governance.body.RelationKind;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.jspecify.annotations.Nullable;

/// The bodies of Manchester in 2014 (*Living Longer, Living Better: Progress Update*, 4 to 8);
/// their seats are illustrative.
final class Manchester2014 {

    static final LocalDate DAY = LocalDate.of(2014, 5, 14);

    private final Map<String, BodyOutline> bodies = new LinkedHashMap<>();

    static List<BodyOutline> bodies() {
        return new Manchester2014().all();
    }

    private List<BodyOutline> all() {
        add("HWBB", "Manchester Health and Wellbeing Board", 14, 1, "Leader of the Council");
        add("EHWG", "Executive Health and Wellbeing Group", 10, 0, "Chief Executive", "HWBB");
        add(
                "CWLG",
                "Citywide Leadership Group",
                16,
                0,
                "Strategic Director for Families, Health and Wellbeing",
                "EHWG");
        add("EYSEG", "Early Years Strategic Executive Group", 6, 0, null, "EHWG");
        add("NLG", "North Locality Level Implementation Group", 8, 2, "Chair", "CWLG");
        add("CLG", "Central Locality Level Implementation Group", 8, 0, "Chair", "CWLG");
        add("SLG", "South Locality Level Implementation Group", 8, 0, "Chair", "CWLG");
        add("PO", "Programme Office", 4, 4, null, "CWLG");
        add("EVAL", "Evaluation Task and Finish Group", 5, 0, null, "CWLG");
        add("CICB", "Central Integrated Care Board", 9, 0, "Chair", "CLG");
        add("CPP", "Central Provider Partnership", 7, 0, "Chair", "CICB");
        add("NB", "North Integrated Care Board", 9, 0, "Chair", "NLG");
        add("NPPF", "North Provider Partnership Forum", 6, 1, "Chair", "NB");
        add("SPPB", "South Provider Partnership Board", 6, 0, "Chair", "SLG");
        add("ISG", "Intermediate Tier Steering Group", 4, 0, null, "NPPF");
        add("WS1", "Model design workstream", 0, 0, null, "ISG");
        add("WS2", "Finance & contracts <workstream>", 0, 0, null, "ISG");
        add("JCG", "Joint Commissioning Group", 3, 0, "Chair", "EHWG");
        advises("REF", "Citywide Leadership Group Reference Group", "CWLG");
        advises("LMC", "Local Medical Committee", "CLG");
        return List.copyOf(bodies.values());
    }

    private void add(
            String reference,
            String name,
            int seats,
            int vacancies,
            @Nullable String chair,
            String... parents) {
        var links = new ArrayList<BodyOutline.Link>();
        for (var parent : parents) {
            links.add(link(RelationKind.ACCOUNTABLE_TO, parent));
        }
        if (reference.equals("EVAL")) {
            links.add(link(RelationKind.ADVISES, "HWBB"));
        }
        bodies.put(reference, outline(reference, name, seats, vacancies, chair, links));
    }

    private void advises(String reference, String name, String whom) {
        var kind = reference.equals("REF") ? RelationKind.SOUNDING_BOARD : RelationKind.ADVISES;
        bodies.put(reference, outline(reference, name, 12, 0, null, List.of(link(kind, whom))));
    }

    private static BodyOutline.Link link(RelationKind kind, String to) {
        return new BodyOutline.Link(kind, kind == RelationKind.ACCOUNTABLE_TO, id(to));
    }

    private static BodyOutline outline(
            String reference,
            String name,
            int seats,
            int vacancies,
            @Nullable String chair,
            List<BodyOutline.Link> links) {
        return new BodyOutline(
                id(reference),
                reference,
                name,
                Locality.MANCHESTER,
                reference.equals("SPPB") ? BodyState.SHADOW : BodyState.ESTABLISHED,
                SpatialLevel.LOCALITY,
                chair,
                seats,
                vacancies,
                reference.equals("CICB") ? List.of("MCR-CENTRAL-STEERING-GROUP") : List.of(),
                links);
    }

    static UUID id(String reference) {
        return UUID.nameUUIDFromBytes(reference.getBytes(UTF_8));
    }
}
