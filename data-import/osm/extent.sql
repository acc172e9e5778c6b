-- Where the file's roads lie, and the metric projection for it (UTM).
-- In:  staging.roads (osm2pgsql)
-- Out: staging.extent (geom, srid); no row when the file has no roads

create table staging.extent as
select st_setsrid(st_expand(box::geometry, 0.0005), 4326)::geometry(Polygon, 4326) as geom,
  (case when st_y(middle) >= 0 then 32600 else 32700 end
    + least(60, floor((st_x(middle) + 180) / 6)::integer + 1)) as srid
from (select st_extent(geom) as box, st_centroid(st_extent(geom)::geometry) as middle from staging.roads) roads
where box is not null;
