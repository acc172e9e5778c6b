-- How people know the limits of height and weight that they gave live roads; what no row is of, the map's tags say.
-- returns one row per road; null: nobody gave it that limit
select
  w.row_id as road_id,
  max(coalesce(c.provenance, 'assumed')) filter (where w.field = 'max_height_m') as height_provenance,
  max(coalesce(c.provenance, 'assumed')) filter (where w.field = 'max_weight_t') as weight_provenance
from corrected_rows w join corrections c on c.id = w.correction_id
where w.kind = 'road' and w.field in ('max_height_m', 'max_weight_t')
group by w.row_id
