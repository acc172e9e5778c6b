// The ranked units in full: the way, the water at the stop, and who brings what they lack.

import type { Position } from '../../geo/position.ts';
import { countHose, findSpareHose, type SpareHose } from '../planner/count-hose.ts';
import { asIfShut, type DoorPlan, type PlannedStop, type WaterList } from '../planner/door-plan.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import { bringShuttles } from './bring-shuttles.ts';
import { chooseCertain } from './choose-units.ts';
import { asDrawn } from './as-drawn.ts';
import {
  compareUnits,
  describeUnit,
  lineUp,
  type UnitChoice,
  type UnitDetails,
} from './describe-unit.ts';
import { describeAlternatives } from './describe-alternatives.ts';
import { describeCloser, toComing } from './describe-closer.ts';
import type { Support } from './choices-schema.ts';
import { drawDrive, type DrawingSources, type Drawn } from './draw-drives.ts';
import { knowsClosures } from './drive-times.ts';
import { noteCrossed, noteHeld, noteOf } from './notes.ts';
import { describeSupport, placeSupport } from './place-support.ts';
import type { Note, UnitResponse } from './schema.ts';
import { supplyUnit } from './supply-unit.ts';
import type { ShuttlePlan } from './water-schema.ts';
import type { Comer, SupplyScene } from './water-supply.ts';
import type { Waters } from './waters.ts';

const mostInFull = 3;
const mostNamed = 12;
const mostWatched = 6;

/** Units of one class at one station share their way. */
function keyOf({ unit }: UnitChoice): string {
  return `${unit.vehicle_class}/${unit.start_id}`;
}

/**
 * Who is described in full, with water and other stops: the first of the ranking, and the first that brings water,
 * whose supply and staging are told; of those asked for by name, more.
 */
function pickInFull(choices: UnitChoice[], areNamed: boolean): Set<UnitChoice> {
  const firstWater = choices.find(({ choice, vehicle }) => choice && vehicle.sustainedFlow);
  return new Set([
    ...choices.slice(0, areNamed ? mostNamed : mostInFull),
    ...(firstWater ? [firstWater] : []),
  ]);
}

/**
 * Whose way is drawn: theirs. Where closures or traffic are in force, the ways of more are looked at, to say what
 * they cross: the first of the ranking, and the first two of each class, which sets take however late they rank.
 */
function pickDrawn(
  { closures, traffic }: DrawingSources,
  choices: UnitChoice[],
  inFull: ReadonlySet<UnitChoice>,
): Set<UnitChoice> {
  const isWatched = ({ unit: { vehicle_class: code } }: UnitChoice) =>
    closures.affects(code) || traffic.affects(code);
  const ofEachClass = Map.groupBy(choices.filter(isWatched), ({ unit }) => unit.vehicle_class);
  return new Set([
    ...inFull,
    ...choices.slice(0, mostWatched).filter(isWatched),
    ...[...ofEachClass.values()].flatMap((ofClass) => ofClass.slice(0, 2)),
  ]);
}

function startDrawing(
  sources: DrawingSources,
  choices: ReadonlySet<UnitChoice>,
  door: Position,
): Map<string, Promise<Drawn>> {
  const drives = new Map<string, Promise<Drawn>>();
  for (const asked of choices) {
    const { unit, station, choice, router, isUnsettled } = asked;
    if (!choice || !station || drives.has(keyOf(asked))) continue;
    const { vehicle_class: vehicleClass } = unit;
    drives.set(
      keyOf(asked),
      drawDrive(sources, { vehicleClass, station, stop: choice.stop, door, router, isUnsettled }),
    );
  }
  return drives;
}

/** Who fetches water from afar, and where the engines behind the first one stand, which may come later. */
async function askGraph(
  sources: DrawingSources,
  choices: UnitChoice[],
  { inFull, scene, waterOf }: Pick<Shared, 'inFull' | 'scene'> & { waterOf: WaterOf },
) {
  if (!waterOf) return { shuttles: new Map<string, ShuttlePlan>(), placing: null };
  const shuttles = await bringShuttles(sources, choices, { inFull, scene, waterOf });
  return { shuttles, placing: placeSupport(sources, choices, { scene, waterOf, shuttles }) };
}

/** What all units of one answer share. */
type Shared = {
  choices: UnitChoice[];
  /** The same, for those who look for what gets closer. */
  coming: ReturnType<typeof toComing>[];
  behind: ReturnType<typeof lineUp>;
  inFull: ReadonlySet<UnitChoice>;
  plan: DoorPlan;
  settings: ResponseSettings;
  scene: SupplyScene;
  floors: number | null;
};

/** null where the road graph did not answer. */
type WaterOf = ((stop: PlannedStop) => WaterList) | null;

export async function detailUnits(
  sources: DrawingSources,
  choices: UnitChoice[],
  asked: Pick<Shared, 'plan' | 'settings' | 'floors'> & {
    /** Who comes is known while ways are drawn. */
    knowingScene: Promise<SupplyScene>;
    waters: Waters;
    door: Position;
    /** Only some units were asked for. */
    areNamed: boolean;
  },
): Promise<{ units: UnitResponse[]; support: Support | null }> {
  const { knowingScene, waters, door, areNamed, ...known } = asked;
  const inFull = pickInFull(choices, areNamed);
  const behind = lineUp(choices, known.settings.parameters);
  const shared = { ...known, choices, coming: choices.map(toComing), behind, inFull };
  const drives = startDrawing(sources, pickDrawn(sources, choices, inFull), door);
  // And as if the gates were shut that the crew of the stop opens: for whoever carries a pump from there.
  const finding = waters.of(
    choices.flatMap(({ choice }) => (choice ? [choice.stop, asIfShut(choice.stop)] : [])),
  );
  const knowing = Promise.all([finding, knowingScene]).then(([waterOf, scene]) => {
    return { waterOf, shared: { ...shared, scene } };
  });
  const asking = knowing.then(({ waterOf, shared: { scene } }) =>
    askGraph(sources, choices, { inFull, scene, waterOf }),
  );
  const weighing = chooseCertain(sources, [...inFull], door);
  const describing = choices.map(async (choice) => {
    const isInFull = inFull.has(choice);
    const { waterOf, shared: all } = await knowing;
    const shuttle = isInFull ? (await asking).shuttles.get(choice.unit.unit_id) : undefined;
    // All that needs no router is worked out while those draw.
    const details = prepare(choice, all, { waterOf, shuttle: shuttle ?? null });
    const drawn = (await drives.get(keyOf(choice))) ?? null;
    const certain = isInFull ? (await weighing).get(choice) : undefined;
    const isHeldByClosures = sources.closures.affects(choice.vehicle.code);
    return finish(choice, drawn, { ...details, certain }, { ...shared, isHeldByClosures });
  });
  const [{ placing }, described] = await Promise.all([asking, Promise.all(describing), weighing]);
  const units = described
    .toSorted((a, b) => compareUnits(a.asked, b.asked))
    .toSorted((a, b) => Number(isUnreachable(a)) - Number(isUnreachable(b)))
    .map(({ unit }) => unit);
  const { carriers } = await knowingScene;
  return { units, support: describeSupport(await placing, units, carriers) };
}

function prepare(
  asked: UnitChoice,
  { choices, coming, behind, inFull, plan, settings, scene, floors }: Shared,
  { waterOf, shuttle }: { waterOf: WaterOf; shuttle: ShuttlePlan | null },
): Omit<UnitDetails, 'drive' | 'certain'> {
  const { parameters } = settings;
  const { hasWater } = plan;
  const isInFull = inFull.has(asked);
  return {
    ...(waterOf && isInFull
      ? supplyUnit(asked, { scene, waterOf, hasWater, shuttle })
      : { water: null, attackLine: null }),
    floors,
    spareHose: whoBringsHose(asked, scene.hoseBringers, floors, settings),
    standsBehind: behind.get(asked) ?? null,
    // Of the others nobody weighs two stops.
    alternatives: isInFull ? describeAlternatives(asked, floors, parameters) : [],
    closer: describeCloser(asked, { choices, coming, plan, floors, waterOf }, parameters),
  };
}

function isUnreachable({ unit }: Finished): boolean {
  return unit.status !== 'reachable';
}

/** `asked`: the choice as it stands after its way was drawn. */
type Finished = { asked: UnitChoice; unit: UnitResponse };

/** `isHeldByClosures`: roads are closed to its class now. */
function finish(
  choice: UnitChoice,
  drawn: Drawn | null,
  details: Omit<UnitDetails, 'drive'>,
  { settings, isHeldByClosures }: Pick<Shared, 'settings'> & { isHeldByClosures: boolean },
): Finished {
  const asked = drawn ? asDrawn(choice, drawn, settings.parameters) : choice;
  const onTheWay = drawn?.kind === 'drive' ? notesOnWay(drawn) : [];
  const drive = drawn?.kind === 'drive' ? drawn.drive : null;
  const unit = describeUnit(asked, { ...details, drive }, settings.parameters);
  const unkept = isHeldByClosures ? noteUnkept(unit) : [];
  return { asked, unit: { ...unit, notes: [...onTheWay, ...unkept, ...unit.notes] } };
}

function noteUnkept({ drive }: UnitResponse): Note[] {
  return !drive || knowsClosures(drive.router) ? [] : [noteOf('closures-not-kept')];
}

function notesOnWay({ crosses, held }: Extract<Drawn, { kind: 'drive' }>): Note[] {
  const slowed = noteHeld(held, Date.now());
  return [...crosses.map(noteCrossed), ...(slowed ? [slowed] : [])];
}

/** Of those who come with water, soonest first. */
function whoBringsHose(
  { unit, vehicle, choice }: UnitChoice,
  bringers: Comer[],
  floors: number | null,
  { parameters }: ResponseSettings,
): SpareHose[] {
  if (!choice) return [];
  const { missingLengths } = countHose(choice, vehicle, floors, parameters);
  if (missingLengths <= 0) return [];
  const others = bringers.filter(({ unitId }) => unitId !== unit.unit_id);
  return findSpareHose(missingLengths, others, parameters);
}
