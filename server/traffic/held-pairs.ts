// What traffic costs a way of the router, by the OpenStreetMap nodes that it passes. Pure.

import { emptyHeld, finishHeld, noteHeld, type Held } from '../../geo/graph/traffic.ts';
import type { PassedNodes } from '../closures/crossed-closures.ts';
import type { PairRoad, SeenSpeed } from '../planner/slow-city.ts';
import type { VehicleClass } from '../planner/settings.ts';

/** A speed that was seen, and the road it was seen on. */
export type SpeedOnRoad = SeenSpeed & {
  kind: 'feed' | 'unit';
  meters: number;
  /** When it is empty, before a class's factor. */
  roadKmh: number;
  line: PairRoad['line'];
};

type Holding = Pick<VehicleClass, 'speedFactor' | 'heldByTraffic'>;

export type HeldPairs = {
  isEmpty: boolean;
  /** null where a way of the class loses nothing. */
  heldOn: (vehicle: Holding, way: PassedNodes) => Held | null;
};

export function indexHeldPairs(speeds: SpeedOnRoad[]): HeldPairs {
  const byPair = new Map(speeds.map((speed) => [`${speed.from} ${speed.to}`, speed]));
  return {
    isEmpty: byPair.size === 0,
    heldOn: ({ heldByTraffic, speedFactor }, { nodes, meters }) => {
      if (!heldByTraffic || byPair.size === 0) return null;
      const held = emptyHeld();
      for (const [i, length] of meters.entries()) {
        const speed = byPair.get(`${nodes[i]} ${nodes[i + 1]}`);
        if (!speed || length === 0) continue;
        const lost = 3.6 / speed.kmh - 3.6 / (speed.roadKmh * speedFactor);
        if (lost <= 0) continue;
        held.seconds += length * lost;
        noteHeld(held, { ...speed, meters: length });
      }
      return finishHeld(held);
    },
  };
}

export const noHeldPairs: HeldPairs = indexHeldPairs([]);
