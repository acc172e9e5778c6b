// Who comes to a door of a mini-city, with the road graph in the router's place.

import { driveSeconds } from '../../geo/graph/drive.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { rankSeconds, rankStops, type Choice } from './choose-stop.ts';
import type { CityGraph } from './city-graph.ts';
import { routedTo, type StopsRequest } from './door-plan.ts';
import { planDoor } from './plan-door.ts';
import { shippedParameters } from './settings-for-test.ts';
import type { VehicleClass } from './settings.ts';

/** A unit is named by its class and the number of its station: `large 1`. */
export type Come = {
  id: string;
  vehicle: VehicleClass;
  stationId: number;
  /** Its stops, the best first. */
  ranked: Choice[];
  choice: Choice | null;
};

/** Water soonest first; then first attack; who cannot come stands last. */
export function comeTo(
  city: CityGraph,
  door: [east: number, north: number],
  units: string[],
  request: Partial<StopsRequest> = {},
): { plan: ReturnType<typeof planDoor>; come: Come[] } {
  const classes = [...new Set(units.map((id) => id.split(' ')[0]!))];
  const plan = planDoor(city, { door: at(...door), roadId: null, classes, ...request });
  const come = units.map((id): Come => {
    const [code, station] = id.split(' ');
    const { vehicle, reach, stationStarts } = city.classes.get(code!)!;
    const start = stationStarts.get(Number(station));
    const { stops } = plan.byClass.find(({ vehicleClass }) => vehicleClass === code)!;
    const driver = { vehicle, access: reach.stated.access };
    const seconds = stops.map((stop) =>
      start
        ? driveSeconds(city.graph, city.search, driver, { starts: [start], to: routedTo(stop) })[0]!
        : null,
    );
    const ranked = rankStops(stops, seconds, vehicle, shippedParameters);
    return { id, vehicle, stationId: Number(station), ranked, choice: ranked[0] ?? null };
  });
  const group = ({ vehicle, choice }: Come) => (!choice ? 2 : vehicle.sustainedFlow ? 0 : 1);
  const key = ({ vehicle, choice }: Come) => (choice ? rankSeconds(choice, vehicle) : Infinity);
  return { plan, come: come.toSorted((a, b) => group(a) - group(b) || key(a) - key(b)) };
}
