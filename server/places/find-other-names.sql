-- Streets and alleys by another name that they have or had.
-- $1 street_keys text[]: folded name of the street that is said, one per wish
-- $2 path_keys text[]: path of the alley that is said, empty for a street
-- $3 unfinished boolean[]: the name of the street is the last thing typed
-- $4 most integer: rows per wish
-- returns one row per wish and street or alley, the full name before one that only begins so
select
  w.wish::integer as wish,
  found.kind,
  found.id,
  found.label,
  found.other_kind,
  found.other_name,
  found.said_key,
  found.said_type,
  found.source,
  st_x(found.point) as lon,
  st_y(found.point) as lat
from unnest($1::text[], $2::text[], $3::boolean[]) with ordinality as w (street_key, path_key, unfinished, wish)
cross join lateral (
  select
    case when n.alley_id is null then 'street' else 'alley' end as kind,
    coalesce(n.alley_id, n.street_id) as id,
    coalesce(al.label, full_name(s.type, s.name)) as label,
    n.kind as other_kind, n.text as other_name, n.street_key as said_key, n.street_type as said_type,
    coalesce(b.kind, 'osm') as source,
    st_closestpoint(coalesce(al.geom, s.geom), st_centroid(coalesce(al.geom, s.geom))) as point
  from way_aliases n
  left join streets s on s.id = n.street_id
  left join alleys al on al.id = n.alley_id
  left join import_batches b on b.id = coalesce(al.batch_id, s.batch_id)
  where n.path_key = w.path_key and coalesce(al.retired_at, s.retired_at) is null
    and (n.street_key = w.street_key
      or (w.unfinished and n.street_key ~>=~ w.street_key and n.street_key ~<~ (w.street_key || chr(1114111))))
  order by n.street_key, n.id
  limit $4
) found
order by w.wish, found.said_key, found.id
