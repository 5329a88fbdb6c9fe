alter table read_model.strategy_day rename column version to edition;
