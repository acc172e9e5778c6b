import { labelStreet } from '../../geo/addresses/parse-alley-name.ts';
import type { Database } from '../../sql/pool.ts';
import { labelWard, upperFirst } from './describe-places.ts';
import { type CardRow, findContexts, findReplacement, readCard } from './queries.ts';
import { type PlaceCard, placeKind } from './schema.ts';
import { nameSource } from './score-places.ts';

function readBuilding(row: CardRow): PlaceCard['building'] {
  if (row.building_id === null || row.geometry === null) return null;
  return {
    id: row.building_id,
    name: row.building_name,
    floors: row.floors,
    use: row.use,
    link: row.link,
    linkMeters: row.link_meters,
    geometry: row.geometry,
  };
}

async function explainRetirement(
  database: Database,
  row: CardRow,
  [kind, id]: [string, number],
): Promise<PlaceCard['retirement']> {
  if (row.retired_at === null) return null;
  const [found] = await findReplacement(database, [kind, id]);
  return {
    batch:
      row.gone_batch_id === null
        ? null
        : {
            id: row.gone_batch_id,
            kind: row.gone_batch_kind ?? '',
            fileName: row.gone_batch_file ?? '',
          },
    replacedBy: found
      ? {
          id: `${found.kind}:${found.id}`,
          label: upperFirst(found.label),
          meters: Math.round(found.meters),
          why: found.why,
        }
      : null,
  };
}

/** The card of `address:12`, `street:3` …; null when there is no such row or it has no place on the map. */
export async function readPlaceCard(database: Database, id: string): Promise<PlaceCard | null> {
  const [kindText, rowId] = id.split(':');
  const kind = placeKind.parse(kindText);
  const [row] = await readCard(database, [kind, Number(rowId)]);
  if (!row || row.lon === null || row.lat === null) return null;
  const [context] = await findContexts(database, [[row.lon], [row.lat], 0]);
  const street =
    row.street_name === null ? null : labelStreet({ type: row.street_type, name: row.street_name });
  return {
    id,
    kind,
    label: (kind === 'street' ? street : row.label) ?? id,
    lon: row.lon,
    lat: row.lat,
    houseNumber: row.house_number,
    ward: context?.ward ? labelWard(context.ward_type, context.ward) : null,
    street,
    alleyPath: row.alley_path ?? [],
    building: readBuilding(row),
    lifecycle: row.lifecycle,
    source: nameSource(row.source),
    synthetic: row.synthetic,
    retiredAt: row.retired_at?.toISOString() ?? null,
    retirement: await explainRetirement(database, row, [kind, Number(rowId)]),
  };
}
