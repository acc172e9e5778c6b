alter table corrections add column copied_from bigint references corrections;
comment on column corrections.copied_from is 'What was said of another way and holds here by itself since something new was said of one of the two. Of a register''s word: the copy follows it';
create index corrections_copied_from on corrections (copied_from) where copied_from is not null;

-- Copies that were made so far have the author and the moment of what they copy.
update corrections k set source = r.source, copied_from = r.id
from corrections r
where k.source = 'api' and r.source = 'register' and k.target_kind = 'road' and r.target_kind = 'road'
  and (k.entered_at, k.author, k.field, k.value) = (r.entered_at, r.author, r.field, r.value);
