package locality.platform.event;

/// An event that other services and Greater Manchester's systems may read.
///
/// Each type has a JSON Schema and a golden example in `schemas/`; it changes by addition only. It
/// carries references to people, never names.
public sealed interface PublishedEvent extends Event
        permits GovernanceEvent,
                BoardEvent,
                PartnershipEvent,
                PlanEvent,
                BudgetEvent,
                CommitmentEvent,
                VirementEvent,
                PerformancePayEvent,
                InterventionEvent {}
