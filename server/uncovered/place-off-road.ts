// Whose tracker says a place off every road is taken to be at its station, as where units are ranked.

import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { startAtStation, startOf, type UnitRow } from '../response/queries.ts';

/** A look at the nearest roads; the count beside which it is asked is waited for. */
const graphMillis = 300;

/** While the road graph is away they stay where they say they are: that counts them for no house. */
export async function placeOffRoad(
  roadGraph: Pick<RoadGraphClient, 'ask'>,
  units: UnitRow[],
): Promise<UnitRow[]> {
  const away = units.filter(({ status, start_id: id }) => status === 'available' && id < 0);
  const ofClass = [...Map.groupBy(away, ({ vehicle_class: code }) => code)];
  const offRoad = await Promise.all(
    ofClass.map(async ([vehicleClass, rows]) => {
      const asked = { vehicleClass, places: rows.map(startOf) };
      const answer = await roadGraph.ask('areOnRoad', asked, graphMillis);
      if (answer.kind === 'away') return [];
      return rows.filter((_row, index) => answer.output[index] === false);
    }),
  );
  const isOffRoad = new Set(offRoad.flat());
  return units.map((unit) => (isOffRoad.has(unit) ? startAtStation(unit) : unit));
}
