alter table gateway_condition add covers_in uuid references assessment (id);
comment on column gateway_condition.covers_in is
  'The assessment that was the due diligence when the condition was made; covers is a criterion of it.';

-- What was covered so far is of the due diligence that the gateway had on the day.
update gateway_condition c
set covers_in = (select s.assessment_id from gateway_step s
                 where s.gateway_id = c.gateway_id and s.effective_on <= c.agreed_on
                 order by s.step desc limit 1)
where covers is not null;
