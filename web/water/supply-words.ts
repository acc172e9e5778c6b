// How water comes to the fire, as sentences: the same on the screen and on paper.

import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { RelayPlan, WaterSupply } from '../../server/response/water-schema.ts';
import { roadInSentence } from '../dispatch/road-words.ts';
import { isWaterUnasked } from '../dispatch/water-rows.ts';
import type { Words } from '../i18n/words.ts';
import { mainName } from './duty-phones.ts';
import { liftText } from './lift-words.ts';
import { relayText } from './relay-words.ts';

type Destination = ResponseResult['destination'];

/** What is shown for a unit: its own supply, or the door's where it has none; never the door's for one not asked yet. */
export function supplyShown(
  destination: Destination,
  unit: UnitResponse | null,
): WaterSupply | null {
  if (isWaterUnasked(destination, unit)) return null;
  return unit?.water?.supply ?? destination.water.supply;
}

function rate(flow: number, { t, format }: Words): string {
  return t('supply.rate', { flow: format.number(flow, 1) });
}

/** "Cần 15 L/s* · có 10 L/s". */
export function needText({ need }: Destination, supply: WaterSupply, words: Words): string {
  const flow = rate(supply.availableLitersPerSecond, words);
  if (!need) return words.t('supply.noNeed', { flow });
  const mark = need.estimated.length > 0 ? '*' : '';
  return words.t('supply.need', { need: `${rate(need.litersPerSecond, words)}${mark}`, flow });
}

/**
 * "thiếu 5 L/s, xe XE 02 chỉ bơm được 20 L/s, các xe tới trước thiếu 3 cuộn vòi, 1 bơm chưa có ai mang"; null where nothing
 * is missing. Of the lines to the water only where the need is known, else nobody knows which of them are needed.
 */
export function missingText(
  supply: WaterSupply,
  attack: RelayPlan | null,
  words: Words,
): string | null {
  const { missingLitersPerSecond: missing, feeds } = supply;
  const needed = missing === null ? [] : feeds.map(({ relay }) => relay);
  const lengths = needed.reduce((sum, { missingLengths }) => sum + missingLengths, 0);
  const pumps = [...needed, ...(attack ? [attack] : [])]
    .flatMap(({ pumpPlaces }) => pumpPlaces)
    .filter(({ broughtBy }) => broughtBy === null).length;
  const texts = [
    missing !== null &&
      missing >= 0.05 &&
      words.t('supply.missing', { missing: rate(missing, words) }),
    attack && weakText(supply, attack, words),
    lengths > 0 && words.t('supply.missingHose', { n: lengths }),
    pumps > 0 && words.t('supply.missingPumps', { n: pumps }),
  ].filter(Boolean);
  return texts.length > 0 ? texts.join(', ') : null;
}

/** Water enough at the engine is not water enough at the fire where its pump gives less than is needed. */
function weakText(
  { litersPerSecond: brought, missingLitersPerSecond: missing }: WaterSupply,
  { litersPerSecond: pumped, pumpPlaces }: RelayPlan,
  words: Words,
): string | null {
  // What is brought and what is missing are the need.
  if (missing === null || brought + missing - pumped < 0.05) return null;
  const engine = pumpPlaces.find(({ at }) => at === 'engine')?.broughtBy?.callSign ?? '';
  return words.t('supply.weakPump', { callSign: engine, flow: rate(pumped, words) });
}

/** The title of the details says at once whether it takes pumps or tankers. */
export function detailsTitle(supply: WaterSupply, attack: RelayPlan | null, { t }: Words): string {
  if (supply.shuttle) return t('supply.details.shuttle');
  const relays = [...supply.feeds.map(({ relay }) => relay), ...(attack ? [attack] : [])];
  const lines = Math.max(0, ...relays.map((relay) => relay.lines));
  const pumps = relays.flatMap(({ pumpPlaces }) => pumpPlaces.filter(({ at }) => at !== 'engine'));
  if (lines < 2 && pumps.length === 0) return t('supply.details');
  return t('supply.details.pumps', { lines, pumps: pumps.length });
}

/** full: with the reasons, and what else could be done. short: what is done, for paper that is full. */
export type Wording = 'full' | 'short';

/** Every sentence of the plan, in the order in which it is carried out. */
export function supplySentences(
  destination: Destination,
  unit: UnitResponse | null,
  words: Words,
  wording: Wording = 'full',
): string[] {
  const supply = supplyShown(destination, unit);
  if (!supply) return [];
  const isFull = wording === 'full';
  return [
    ...feedTexts(destination, unit, { supply, words, wording }),
    attackText(unit, { ladder: destination.ladder, words, wording }),
    tankText(unit, words),
    shuttleText(supply, unit, words),
    isFull ? unusedText(supply, words) : null,
    isFull ? needWhy(destination, words) : null,
    ladderText(destination, words),
  ].filter((text) => text !== null);
}

type Told = { supply: WaterSupply; words: Words; wording: Wording };

function feedTexts(
  destination: Destination,
  unit: UnitResponse | null,
  { supply, words, wording }: Told,
): string[] {
  const points = [...(unit?.water?.points ?? []), ...destination.water.points];
  return supply.feeds.map(({ waterId, litersPerSecond, relay }) => {
    const point = points.find(({ id }) => id === waterId);
    const main = point?.main && words.t('supply.main', { main: mainName(point.main) });
    const water = point && [sourceName(point, words), liftText(point, words)];
    return words.t('supply.feed', {
      water: water?.filter((text) => text !== null).join(' ') ?? '',
      meters: words.format.number(point?.hoseMeters ?? 0),
      main: main ?? '',
      flow: words.format.number(litersPerSecond, 1),
      relay: relayText(relay, words, {
        isFull: wording === 'full',
        from: 'water',
        isUnmeasured: point?.kind === 'hydrant' && point.pressureBar === null,
      }),
    });
  });
}

function attackText(
  unit: UnitResponse | null,
  { ladder, words, wording }: { ladder: Destination['ladder']; words: Words; wording: Wording },
): string | null {
  const { hose } = unit ?? {};
  if (!hose?.relay || (hose.meters < 1 && hose.relay.pumps < 2)) return null;
  return words.t('supply.attack', {
    meters: words.format.number(hose.meters),
    up: upText(ladder, words),
    flow: words.format.number(hose.relay.litersPerSecond, 1),
    relay: relayText(hose.relay, words, { isFull: wording === 'full', from: 'engine' }),
  });
}

/** How far up the house it reaches; '' in a house of one floor. */
function upText(ladder: Destination['ladder'], { t, format }: Words): string {
  if (ladder?.floorsProvenance !== 'recorded') return t('supply.attack.noFloors');
  return ladder.floors < 2 ? '' : t('supply.attack.up', { floor: format.number(ladder.floors) });
}

/** What holds of all figures. */
export function estimateText(
  { ladder }: Destination,
  { t }: Words,
  closing: 'supply.estimate' | 'supply.paper.short' = 'supply.estimate',
): string {
  const isCounted = ladder?.floorsProvenance === 'recorded';
  return isCounted ? t(closing) : `${t(closing)} ${t('supply.estimate.noFloors')}`;
}

function tankText(unit: UnitResponse | null, { t, format }: Words): string | null {
  if (!unit?.ownTank || unit.role !== 'water') return null;
  const { liters, hoseFillLiters, litersPerSecond, seconds } = unit.ownTank;
  if (seconds <= 0)
    return t('supply.tank.short', {
      liters: format.number(liters),
      meters: format.number(unit.hose?.meters ?? 0),
    });
  return t('supply.tank', {
    liters: format.number(liters),
    fill: format.number(hoseFillLiters),
    // Never longer than it lasts.
    clock: format.lasts(seconds),
    flow: format.number(litersPerSecond, 1),
  });
}

function shuttleText(supply: WaterSupply, unit: UnitResponse | null, words: Words): string | null {
  const { shuttle, missingLitersPerSecond } = supply;
  const { t, format } = words;
  // Nobody drives water to a door: of that nothing was asked.
  const isAsked = supply === unit?.water?.supply && supply.feeds.length === 0;
  if (!shuttle) return isAsked ? t('supply.shuttle.noWay') : null;
  const { holds, tankersForNeed: count, spareTankers } = shuttle;
  const text = t('supply.shuttle', {
    water: sourceName(shuttle, words),
    distance: format.distance(shuttle.meters),
    clock: format.clock(shuttle.roundTripSeconds),
    tankers:
      shuttle.tankers.map(({ callSign }) => callSign).join(', ') || t('supply.shuttle.nobody'),
    liters: format.number(shuttle.tankLiters),
    flow: format.number(shuttle.litersPerSecond, 1),
  });
  const held =
    holds &&
    t('supply.shuttle.holds', {
      volume: format.number(holds.volumeM3, 1),
      hours: format.number(holds.hours),
      flow: format.number(holds.litersPerSecond, 1),
    });
  const never = t(holds ? 'supply.shuttle.dry' : 'supply.shuttle.never');
  const enough = count === null ? never : t('supply.shuttle.enough', { count });
  const spare = spareTankers > 0 ? t('supply.shuttle.spare', { count: spareTankers }) : null;
  const { stopsOn } = shuttle;
  const outside =
    stopsOn && t('supply.shuttle.stopsOn', { stop: roadInSentence(stopsOn.road, words) });
  // Without a need nothing is enough or too little.
  return [text, outside, held, missingLitersPerSecond === null ? null : enough, spare]
    .filter(Boolean)
    .join(' ');
}

function unusedText({ unused }: WaterSupply, words: Words): string | null {
  if (unused.length === 0) return null;
  const list = unused.map(
    (source) =>
      `${sourceName(source, words)}, ${words.format.number(source.hoseMeters)}\u00A0m (${words.t(`supply.why.${source.why}`)})`,
  );
  return `${words.t('supply.unused', { list: list.join('; ') })}.`;
}

/** Why so much is needed; null where nothing is said of it. */
export function needWhy(
  { need, notes }: Destination,
  { language, t, maybe, format }: Words,
): string | null {
  const said = notes.map(({ code }) => maybe(`note.${code}`) ?? code);
  if (!need) return said.join(' ') || null;
  const markOf = (what: (typeof need.estimated)[number]): string =>
    need.estimated.includes(what) ? '*' : '';
  const why = t('supply.needWhy', {
    need: format.number(need.litersPerSecond, 1),
    hours: format.number(need.hours),
    group: need.fireGroup,
    useMark: markOf('use'),
    floors: format.number(need.floors),
    floorsMark: markOf('floors'),
    volume: format.number(need.volumeM3),
    source: language === 'vi' ? need.sourceVi : need.sourceEn,
    ruleMark: markOf('rule'),
  });
  return [why, ...said].join(' ');
}

function ladderText({ ladder }: Destination, { t, format }: Words): string | null {
  if (!ladder || ladder.reaches) return null;
  const params = {
    eaves: format.number(ladder.eavesMeters, 1),
    floors: format.number(ladder.floors),
    mark: ladder.floorsProvenance === 'assumed' ? '*' : '',
  };
  const { eavesMeters, longestMeters, callSign, perhaps } = ladder;
  const longest = perhaps ?? { meters: longestMeters, callSign };
  if (longest.meters === null) return t('supply.ladder.none', params);
  const isUnsure = perhaps !== null && perhaps.meters >= eavesMeters;
  return t(isUnsure ? 'supply.ladder.perhaps' : 'supply.ladder', {
    ...params,
    meters: format.number(longest.meters, 1),
    callSign: longest.callSign ?? '',
  });
}

/** Its name where it has one, else what it is. */
export function sourceName(
  { kind, name }: { kind: keyof typeof kinds; name: string | null },
  { t }: Words,
): string {
  const word = t(kinds[kind]);
  if (!name) return word;
  return name.includes(word) ? name : `${word} ${name}`;
}

const kinds = {
  hydrant: 'water.kind.hydrant',
  tank: 'water.kind.tank',
  cistern: 'water.kind.cistern',
  pond: 'water.kind.pond',
  lake: 'water.kind.lake',
  river: 'water.kind.river',
} as const;
