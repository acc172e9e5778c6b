-- The rule of how much water a building needs is followed as every other code list is.
select watch_changes('building_uses');
select watch_changes('water_needs');
