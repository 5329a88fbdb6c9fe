alter table principle add column decision_reference text;
update principle set decision_reference = decision.reference
from decision where decision.id = principle.decision_id;
alter table principle
  add constraint principle_decision_is_whole
    check ((decision_id is null) = (decision_reference is null));
