// How much pressure a hose line costs, and how many pumps carry water along it: textbook formulas,
// estimates for planning (docs/definitions.md). Flow in L/s, lengths in metres of path, bar.

import type { Parameters } from '../planner/settings.ts';

export type HoseSize = '51 mm' | '66 mm' | '77 mm';

export type Line = {
  /** Path from the water to the nozzle or to the tank of the engine it feeds. */
  meters: number;
  /** At its end, as by storeys; negative when it falls. No heights are known: the ground counts as level. */
  riseMeters: number;
  size: HoseSize;
  litersPerSecond: number;
  /** Pressure that a hydrant was measured to give by itself; left out: only a pump pushes. */
  startBar?: number | null;
  /** What must be left at the end; line_end_pressure, as at a nozzle, when left out. */
  endBar?: number;
};

const barPerMeterOfRise = 0.1;

/** loss = k · q² · 1.2 · L / 100 m + 0.1 bar per metre of rise; slack is in the 1.2. */
export function lossBar(line: Line, parameters: Parameters): number {
  const perMeter = frictionBarPerMeter(line, parameters);
  return perMeter * line.meters + barPerMeterOfRise * line.riseMeters;
}

function frictionBarPerMeter({ size, litersPerSecond }: Line, parameters: Parameters): number {
  const k = parameters.number('friction_k', size);
  return (k * litersPerSecond ** 2 * parameters.number('hose_slack_factor')) / 100;
}

export type Relay = {
  /** Parallel lines, each with its share of the flow. */
  lines: number;
  lossBar: number;
  /** 0 where the hydrant's own pressure is enough. */
  pumps: number;
  /** Where each pump stands, in metres of path from the water; the first stands at it. */
  pumpAtMeters: number[];
  /** Lengths of hose over all lines, without a spare. */
  hoseLengths: number;
};

/**
 * An estimate: pumps = 1 + max(0, ceil((loss + P_end − P_out) / (P_out − P_in))), after the relay
 * tables of German fire services. They share the loss evenly, but the last one never has more of it
 * than P_end leaves. No pump at all where the measured pressure of a hydrant covers loss and P_end.
 */
export function planRelay(line: Line, lines: number, parameters: Parameters): Relay {
  const each = { ...line, litersPerSecond: line.litersPerSecond / lines };
  const loss = lossBar(each, parameters);
  const perMeter = frictionBarPerMeter(each, parameters);
  const end = line.endBar ?? parameters.number('line_end_pressure');
  const outlet = parameters.number('pump_outlet_pressure');
  const perPump = outlet - parameters.number('pump_inlet_minimum');
  /** Loss that the last pump cannot overcome alone; at most `perPump` for each of the others. */
  const beforeLast = Math.max(0, loss + end - outlet);
  const others = Math.ceil(beforeLast / perPump);
  const toLast = Math.max(beforeLast, (loss * others) / (1 + others));
  const hoseLengths = lines * lengthsAlong(line.meters, parameters);
  if (typeof line.startBar === 'number' && line.startBar - loss >= end)
    return { lines, lossBar: loss, pumps: 0, pumpAtMeters: [], hoseLengths };
  return {
    lines,
    lossBar: loss,
    pumps: 1 + others,
    pumpAtMeters: Array.from({ length: 1 + others }, (_, index) =>
      // It rises at its end only: before, friction alone takes the pressure.
      Math.min(line.meters, index === 0 ? 0 : ((index / others) * toLast) / perMeter),
    ),
    hoseLengths,
  };
}

/** What a path measured twice may differ by. */
const noHoseMeters = 0.001;

/** Lengths of hose of one line along a path, with slack and without a spare. */
export function lengthsAlong(meters: number, parameters: Parameters): number {
  const hoseMeters = parameters.number('hose_slack_factor') * meters;
  return Math.max(0, Math.ceil((hoseMeters - noHoseMeters) / parameters.number('hose_length')));
}

/** One to three parallel lines: the fewest pumps first, then the least hose. */
export function compareRelays(line: Line, parameters: Parameters): Relay[] {
  return [1, 2, 3]
    .map((lines) => planRelay(line, lines, parameters))
    .toSorted((a, b) => a.pumps - b.pumps || a.hoseLengths - b.hoseLengths);
}

export type Shuttle = {
  tankers: number;
  tankLiters: number;
  /** There and back. */
  driveSeconds: number;
  fillSeconds: number;
  emptySeconds: number;
};

/** An estimate: min(n · V / (t_drive + t_fill + t_empty), V / t_fill) in L/s: filling is the bottleneck of many. */
export function shuttleLitersPerSecond(shuttle: Shuttle): number {
  const { tankers, tankLiters, driveSeconds, fillSeconds, emptySeconds } = shuttle;
  const round = driveSeconds + fillSeconds + emptySeconds;
  return Math.min((tankers * tankLiters) / round, tankLiters / fillSeconds);
}

/** How long a vehicle's own tank lasts at the nozzle: 0 when it cannot even fill the hose. */
export function enduranceSeconds(
  { tankLiters, hoseMeters, size }: { tankLiters: number; hoseMeters: number; size: HoseSize },
  litersPerSecond: number,
  parameters: Parameters,
): number {
  const fill = parameters.number('hose_fill', size) * hoseMeters;
  return Math.max(0, tankLiters - fill) / litersPerSecond;
}
