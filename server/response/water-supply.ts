// How water comes to one unit's stop, or to the door: flow against need, relay, and who brings the
// pumps. Pure; every figure of it is an estimate.

import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import { assignPumps, type PumpCarrier, type PumpPlace } from '../hydraulics/assign-pumps.ts';
import { compareRelays, lengthsAlong, type Relay } from '../hydraulics/hose-line.ts';
import type { Need } from '../hydraulics/need.ts';
import {
  chooseRelay,
  flowFrom,
  givesAny,
  planSupply,
  type Source,
  type SupplyPlan,
  type Wanted,
} from '../hydraulics/supply.ts';
import { countCarried } from '../planner/count-hose.ts';
import type { WaterInReach as FoundWater } from '../planner/find-water.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import { countHoseLengths } from '../planner/times.ts';
import type { RelayPlan, ShuttlePlan, WaterSupply } from './water-schema.ts';

export type Comer = PumpCarrier & { vehicle: VehicleClass; stationId: number };

/** Who comes, soonest first, and what the fire wants. */
export type SupplyScene = {
  need: Need | null;
  /** Of the building; null: nobody recorded them. */
  floors: number | null;
  /** Those of them who bring water that lasts. */
  carriers: Comer[];
  /** Those of them whose hose may be promised: nobody is known to get a stop there but those that were ranked or named. */
  hoseBringers: Comer[];
  /** Those whose ladder is of use there. */
  ladders: Comer[];
  /** Those whose jacks may find no room: nobody planned where they stop. */
  unsureLadders: Comer[];
  parameters: Parameters;
};

/** The unit whose stop the water comes to; null for the door. */
type Own = PumpCarrier | null;

/** A relay with its line, from where the water comes to where it goes, before anybody brings pumps. */
type Laid = ReturnType<typeof chooseRelay> & { litersPerSecond: number; line: Position[] };

/** Without a need that is known: as many as make a supply anywhere. */
const mostFeeds = 6;

/** From the engine's stop to the door. */
type Leg = { line: Position[]; meters: number };

export type PlannedWater = {
  supply: WaterSupply;
  /** The line from the engine on; null at the door. */
  attackLine: RelayPlan | null;
  feeding: FoundWater[];
};

/** To the stop of a unit and on along its leg, or to the door; nobody brings the same pump twice. */
export function planWater(
  sources: FoundWater[],
  scene: SupplyScene,
  { own, leg, shuttle }: { own: Own; leg: Leg | null; shuttle: ShuttlePlan | null },
): PlannedWater {
  const { need } = scene;
  const byId = new Map(sources.map((source) => [source.water.id, source]));
  const found = (id: string): FoundWater => byId.get(id)!;
  const { plan, relays } = layRelays(need ? sources : takeNearest(sources), scene, { own, leg });
  return {
    supply: {
      litersPerSecond: plan.litersPerSecond,
      availableLitersPerSecond: plan.availableLitersPerSecond,
      missingLitersPerSecond: need && plan.missingLitersPerSecond,
      feeds: plan.feeds.map(({ source, litersPerSecond }, index) => ({
        waterId: source.id,
        litersPerSecond,
        relay: relays[index]!,
      })),
      unused: plan.unused.map(({ source, why }) => {
        const { water, hoseMeters } = found(source.id);
        const { id: waterId, kind, name, main } = water;
        return { waterId, kind, name, main, hoseMeters, why };
      }),
      shuttle: plan.feeds.length === 0 ? shuttle : null,
      provenance: 'estimated',
    },
    attackLine: relays[plan.feeds.length] ?? null,
    feeding: plan.feeds.map(({ source }) => found(source.id)),
  };
}

/** Of those that are known to give any, and of the others. */
function takeNearest(sources: FoundWater[]): FoundWater[] {
  const [feeding, others] = [true, false].map((gives) =>
    sources.filter(({ water }) => givesAny(water) === gives).slice(0, mostFeeds),
  );
  return sources.filter((source) => feeding!.includes(source) || others!.includes(source));
}

type Relays = {
  plan: SupplyPlan;
  /** One for each feed, then that of the attack line. */
  relays: RelayPlan[];
};

/** What nobody brings an engine to gives no more than a portable pump: `most` L/s by the water's id. */
function layRelays(
  sources: FoundWater[],
  scene: SupplyScene,
  place: { own: Own; leg: Leg | null },
  most: ReadonlyMap<string, number> = new Map(),
): Relays {
  const { own, leg } = place;
  const { parameters } = scene;
  const pumps = pumpsByClass(scene, own);
  const plan = planSupply(
    sources.map((source) => limitFlow(toSource(source, scene, pumps), most.get(source.water.id))),
    wantedAt(own, scene, leg),
    parameters,
  );
  const feeds = plan.feeds.map(({ source, litersPerSecond, ...relay }) => {
    const { water, line } = sources.find((each) => each.water.id === source.id)!;
    // Drawn from the stop: water flows the other way.
    return { ...relay, litersPerSecond, reachedBy: water.reachedBy, line: line.toReversed() };
  });
  const laid = feeds.reduce((sum, feed) => sum + feed.relay.hoseLengths - feed.missingLengths, 0);
  const attack = own && leg ? [layAttackLine(leg, scene, { own, laid })] : [];
  const relays = bringPumps([...feeds, ...attack], scene, own);
  const limits = plan.feeds.flatMap(({ source, litersPerSecond }, index): [string, number][] => {
    const isPumped = relays[index]!.pumpPlaces.every(({ broughtBy }) => broughtBy !== null);
    const smaller = [source.pumpLitersPerSecond, parameters.number('portable_pump')];
    const less = isPumped ? undefined : smaller.find((each) => each < litersPerSecond);
    return less === undefined ? [] : [[source.id, less]];
  });
  if (limits.length === 0) return { plan, relays };
  return layRelays(sources, scene, place, new Map([...most, ...limits]));
}

function limitFlow(source: Source, most = Infinity): Source {
  const { litersPerSecond, pumpLitersPerSecond } = source;
  return {
    ...source,
    litersPerSecond: litersPerSecond === null ? null : Math.min(litersPerSecond, most),
    pumpLitersPerSecond: Math.min(pumpLitersPerSecond, most),
  };
}

/** Whether any of it has a flow that is known. */
export function feedsAny(sources: FoundWater[], scene: SupplyScene): boolean {
  const hours = scene.need?.hours ?? scene.parameters.number('need_hours');
  const pumps = pumpsByClass(scene, null);
  return sources.some((source) => (flowFrom(toSource(source, scene, pumps), { hours }) ?? 0) > 0);
}

/** At an engine that pumps on, water need only arrive; at the door a nozzle wants its pressure. */
function wantedAt(own: Own, scene: SupplyScene, leg: Leg | null): Wanted {
  const { need, floors, parameters } = scene;
  const toDoor = leg ? countHoseLengths(leg.meters, floors, parameters) : 0;
  return {
    litersPerSecond: need?.litersPerSecond ?? Infinity,
    hours: need?.hours ?? parameters.number('need_hours'),
    hoseLengths: Math.max(0, countAll(own, scene) - toDoor),
    ...(own
      ? { endBar: parameters.number('pump_inlet_minimum') }
      : { riseMeters: riseInHouse(scene) }),
  };
}

/** To the topmost floor, where the need of pressure is greatest; 0 where nobody recorded floors. */
function riseInHouse({ floors, parameters }: SupplyScene): number {
  return Math.max(0, (floors ?? 1) - 1) * parameters.number('storey_height');
}

/** Lengths of hose of the first who come, the unit itself among them. */
function countAll(own: Own, { carriers, parameters }: SupplyScene): number {
  const itself = carriers.filter(({ unitId }) => unitId === own?.unitId);
  const others = carriers.filter(({ unitId }) => unitId !== own?.unitId);
  return [...itself, ...others]
    .slice(0, parameters.number('relay_hose_of'))
    .reduce((sum, { vehicle }) => sum + countCarried(vehicle, parameters), 0);
}

/** The most that one of a class gives, in L/s. The unit itself stands at its stop. */
function pumpsByClass({ carriers }: SupplyScene, own: Own): Map<string, number> {
  const pumps = new Map<string, number>();
  for (const { unitId, vehicleClass, pumpLitersPerSecond } of carriers)
    if (unitId !== own?.unitId)
      pumps.set(vehicleClass, Math.max(pumpLitersPerSecond, pumps.get(vehicleClass) ?? 0));
  return pumps;
}

function toSource(
  { water, hoseMeters, effortMeters }: FoundWater,
  { parameters }: SupplyScene,
  pumps: ReadonlyMap<string, number>,
): Source {
  const brought = water.reachedBy.map((vehicleClass) => pumps.get(vehicleClass) ?? 0);
  return {
    id: water.id,
    kind: water.kind,
    hoseMeters,
    effortMeters,
    litersPerSecond: water.litersPerSecond,
    pressureBar: water.pressureBar,
    volumeM3: water.volumeM3,
    mainId: water.main?.id ?? null,
    isTooDeep: water.status === 'too-deep',
    pumpLitersPerSecond: Math.max(parameters.number('portable_pump'), ...brought),
  };
}

/**
 * It carries what the building needs, or where that is unknown what one nozzle gives; of the hose that the lines to the
 * water and the storeys leave. `laid` lengths lead to the water.
 */
function layAttackLine(
  { line, meters }: Leg,
  scene: SupplyScene,
  { own, laid }: { own: PumpCarrier; laid: number },
): Pumped {
  const { need, floors, parameters } = scene;
  const wanted = need?.litersPerSecond ?? parameters.number('nozzle_flow');
  const litersPerSecond = Math.min(wanted, own.pumpLitersPerSecond);
  const options = compareRelays(
    { meters, riseMeters: riseInHouse(scene), size: '66 mm', litersPerSecond },
    parameters,
  );
  const inHouse = countHoseLengths(meters, floors, parameters) - lengthsAlong(meters, parameters);
  const left = Math.max(0, countAll(own, scene) - laid - inHouse);
  const chosen = chooseRelay(options, left);
  return { ...chosen, litersPerSecond, line, reachedBy: [], isFromEngine: true };
}

type Pumped = Laid & { reachedBy: string[]; isFromEngine?: boolean };

/** All relays of one plan share those who bring pumps: nobody is sent to two places. */
function bringPumps(
  relays: Pumped[],
  { carriers, parameters }: SupplyScene,
  own: Own,
): RelayPlan[] {
  const placed = relays.map((laid) =>
    laid.relay.pumpAtMeters.map((meters, index) => {
      const first = laid.isFromEngine ? ('engine' as const) : ('water' as const);
      const place: PumpPlace = {
        at: index === 0 ? first : 'path',
        litersPerSecond: laid.litersPerSecond,
        reachedBy: index === 0 ? laid.reachedBy : [],
      };
      const [lon, lat] = sliceLine(laid.line, meters, meters)[0]!;
      return { ...place, meters, lon, lat };
    }),
  );
  const bringers = assignPumps(
    placed.flat(),
    { own, others: carriers.filter(({ unitId }) => unitId !== own?.unitId) },
    parameters.number('portable_pump'),
  );
  let next = 0;
  return relays.map(({ relay, missingLengths, others, litersPerSecond }, index) => ({
    litersPerSecond,
    missingLengths,
    ...toOption(relay),
    pumpPlaces: placed[index]!.map(({ lon, lat, at, meters }) => ({
      lon,
      lat,
      at,
      meters,
      broughtBy: bringers[next++] ?? null,
    })),
    others: others.map(toOption),
  }));
}

function toOption({ lines, hoseLengths, lossBar, pumps }: Relay) {
  return { lines, hoseLengths, lossBar, pumps };
}
