// Sharp bends of alleys, which the profile cannot see: it knows a way's width, not its line.

import { findCorners } from '../../geo/graph/corners.ts';
import type { Corner } from '../../geo/graph/road.ts';
import type { Database } from '../../sql/pool.ts';

type AlleyRow = {
  node_ids: string;
  lon_lats: string;
  alley_level: number;
  possible_width_m: number;
};

// As the road graph reads them: an assumed width may be the high end of its class.
const alleys = `
  select array_to_string(r.node_ids, ' ') as node_ids, r.alley_level,
    (select string_agg(st_x(p.geom) || ' ' || st_y(p.geom), ' ' order by p.path) from st_dumppoints(r.geom) p) as lon_lats,
    case r.width_provenance when 'assumed' then greatest(r.width_m, g.high_m) else r.width_m end as possible_width_m
  from roads r
  left join assumed_ranges g on g.class = r.class
    and g.alley_level = least(r.alley_level, (select max(alley_level) from assumed_ranges))
  where r.retired_at is null and r.motor`;

function numbers(text: string): number[] {
  return text.split(' ').map(Number);
}

/** By OSM node. */
export async function readCorners(database: Database): Promise<Map<number, Corner>> {
  const { rows } = await database.query<AlleyRow>(alleys);
  const { rows: angles } = await database.query<{ degrees: number }>(
    `select current_parameter('corner_angle_min') as degrees`,
  );
  const lines = rows.map((row) => ({
    motor: true,
    alleyLevel: row.alley_level,
    possibleWidthMeters: row.possible_width_m,
    nodeIds: numbers(row.node_ids),
    coordinates: numbers(row.lon_lats),
  }));
  return findCorners(lines, angles[0]!.degrees);
}
