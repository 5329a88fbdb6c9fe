package locality.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.InterventionEvent.ContractScopeChanged;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.event.PartnershipEvent.Condition;
import locality.platform.event.PartnershipEvent.GatewayChanged;
import locality.platform.event.PartnershipEvent.Party;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.reporting.Facts;
import org.jspecify.annotations.Nullable;

/// Agreements, a gateway with a condition, and what went over with it, in 2018.
final class AgreementFacts {

    private final Locality place;
    private final UUID pooling = Ids.next();
    private final UUID integration = Ids.next();
    private final UUID gateway = Ids.next();
    private final UUID core = Ids.next();
    private final UUID refused = Ids.next();

    AgreementFacts(Locality place) {
        this.place = place;
    }

    PublishedEvent[] governance() {
        return new PublishedEvent[] {
            pooling("DRAFT", "2018-02-01", null),
            pooling("IN_FORCE", "2018-04-01", "2018-03-20"),
            integration(4, "IN_REVIEW", "2018-04-01"),
            integration(4, "SUPERSEDED", "2018-05-01"),
            integration(5, "FOR_RATIFICATION", "2018-05-01"),
            gateway("PLANNED", "2017-10-01", List.of(), null),
            gateway(
                    "PASSED_WITH_CONDITIONS",
                    "2018-03-31",
                    List.of(
                            new Condition(
                                    "Complete the Service Development Improvement Plan",
                                    day("2018-09-30"),
                                    null)),
                    Ids.next()),
            scope(core, "BOL-SC-CORE-2", "Core+2", "SERVICE", null),
            scope(
                    Ids.next(),
                    "BOL-SC-INT-01",
                    "Primary Care Academy",
                    "INTERVENTION",
                    "BOL-INT-01"),
            scope(refused, "BOL-SC-INT-17", "Intervention 17", "INTERVENTION", "BOL-INT-17")
        };
    }

    PublishedEvent[] intervention() {
        return new PublishedEvent[] {
            answered(core, "TRANSFERRED", null, "2018-04-01"),
            answered(core, "LISTED", null, "2018-05-14"),
            answered(refused, "REFUSED", "The intervention was closed before", "2018-04-01")
        };
    }

    private AgreementChanged pooling(String state, String from, @Nullable String signedOn) {
        return new AgreementChanged(
                pooling,
                "BOL-S75",
                "Section 75 agreement",
                "SECTION_75",
                1,
                state,
                List.of(
                        party("Council", "FULL", signedOn),
                        party("Commissioning group", "FULL", signedOn)),
                day("2018-04-01"),
                day("2019-03-31"),
                day("2018-09-30"),
                false,
                place,
                day(from),
                Facts.STATED);
    }

    private AgreementChanged integration(int version, String state, String from) {
        return new AgreementChanged(
                integration,
                "BOL-IA",
                "Integration Agreement",
                "INTEGRATION",
                version,
                state,
                List.of(
                        party("MioCare", "ASSOCIATE", null),
                        party("Council", "FULL", version == 5 ? "2018-05-20" : null),
                        party("Hospital trust", "FULL", null)),
                null,
                null,
                null,
                false,
                place,
                day(from),
                Facts.STATED);
    }

    private static Party party(String organisation, String capacity, @Nullable String signedOn) {
        return new Party(
                organisation,
                capacity,
                signedOn == null ? null : day(signedOn),
                signedOn == null ? null : Ids.next());
    }

    private GatewayChanged gateway(
            String state, String from, List<Condition> conditions, @Nullable UUID decision) {
        return new GatewayChanged(
                gateway,
                "BOL-GW-2",
                "BOL-LCO-CONTRACT",
                2,
                day("2017-10-01"),
                day("2018-03-31"),
                state,
                null,
                conditions,
                decision,
                place,
                day(from),
                Facts.STATED);
    }

    private ScopeTransferred scope(
            UUID id, String reference, String title, String kind, @Nullable String intervention) {
        return new ScopeTransferred(
                id,
                gateway,
                "BOL-LCO-CONTRACT",
                reference,
                title,
                kind,
                intervention,
                place,
                day("2018-04-01"),
                Facts.STATED);
    }

    private ContractScopeChanged answered(
            UUID id, String state, @Nullable String reason, String from) {
        return new ContractScopeChanged(
                id,
                "BOL-LCO-CONTRACT",
                "-",
                "-",
                "SERVICE",
                null,
                state,
                reason,
                place,
                day(from),
                Facts.STATED);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
