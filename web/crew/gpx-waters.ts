// Which water a crew's file leads to: that of the plan, as the sheet says it. Pure.

import type { UnitResponse } from '../../server/response/schema.ts';
import type { UnitTask } from '../choices/unit-task.ts';
import { nearestWater, type WaterRow, type WaterShown } from '../dispatch/water-rows.ts';
import { waterName } from '../dispatch/water-words.ts';
import type { Words } from '../i18n/words.ts';
import { sourceName } from '../water/supply-words.ts';
import type { GpxPoint } from './write-gpx.ts';

type Watered = { unit: UnitResponse; task: UnitTask | null; shown: WaterShown };

/** What the unit pumps from, or what feeds the fire; and where tankers fetch, for those who do nothing else. */
export function gpxWaters({ unit, task, shown }: Watered, words: Words): GpxPoint[] {
  const { t } = words;
  const { shuttle = null } = unit.water?.supply ?? {};
  const reached = task?.fetched ? [] : hoseWaters(unit, task, shown);
  return [
    ...reached.map((row) => ({
      lon: row.point.lon,
      lat: row.point.lat,
      name: t('crew.gpxWater', { name: waterName(row, words) }),
    })),
    ...(shuttle
      ? [
          {
            lon: shuttle.lon,
            lat: shuttle.lat,
            name: t('crew.gpxFetch', { name: sourceName(shuttle, words) }),
          },
        ]
      : []),
  ];
}

function hoseWaters(unit: UnitResponse, task: UnitTask | null, shown: WaterShown): WaterRow[] {
  const pumped = task?.stand?.waterId ?? null;
  const feeds = unit.water?.supply?.feeds.map(({ waterId }) => waterId) ?? [];
  const ids = pumped === null ? feeds : [pumped];
  const nearest = nearestWater(shown);
  if (ids.length === 0) return nearest ? [nearest] : [];
  return [...shown.usable, ...shown.usableFromDoor].filter(({ point }) => ids.includes(point.id));
}
