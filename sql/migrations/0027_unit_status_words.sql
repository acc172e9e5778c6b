-- Registers took any word as the status of a unit. Only `available` itself is ranked, so one that says Available was left
-- out. What is no status at all stays as it was written: nobody can say what was meant, and the answer shows the word.

update units set status = lower(btrim(status))
where lower(btrim(status)) in ('available', 'busy', 'out-of-service', 'maintenance', 'on-call')
  and status <> lower(btrim(status));

-- An undo would bring the old writing back.
update history.before_images set image = jsonb_set(image, '{status}', to_jsonb(lower(btrim(image ->> 'status'))))
where table_name = 'units' and lower(btrim(image ->> 'status')) in ('available', 'busy', 'out-of-service', 'maintenance', 'on-call')
  and image ->> 'status' <> lower(btrim(image ->> 'status'));
