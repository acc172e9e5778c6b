import type { City } from './city-model.ts';
import { mainOf, type WaterPointRow } from './water-points.ts';

/** One row of the water-mains register. */
export interface WaterMainRow {
  id: string;
  name: string;
  owner: string;
  duty_phone: string | null;
}

/** The mains that hydrants stand on. Phones begin with 0000, which nobody has: all of it is invented. */
export function listMains(city: City, waterPoints: readonly WaterPointRow[]): WaterMainRow[] {
  const inUse = new Set(waterPoints.map((point) => point.main_id));
  return city.streets.flatMap(({ name }, index) => {
    const id = mainOf(index);
    if (!inUse.has(id)) return [];
    // One in six has none: a screen must not count on it.
    const phone = index % 6 === 5 ? null : `0000 ${String(100 + (index % 4))}`;
    return { id, name: `Ống ${name} (mẫu)`, owner: 'Công ty nước sạch mẫu', duty_phone: phone };
  });
}
