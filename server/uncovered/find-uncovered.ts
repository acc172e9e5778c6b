// What a set leaves uncovered behind it, and who could move up. Pure.

export type Crew = { unitId: string; vehicleClass: string; stationId: number };

/** So many houses of one ward in one cell of the grid. */
export type HouseCell = { cell: number; ward: string | null; houses: number };

export type CoverScene = {
  cells: HouseCell[];
  /** Units that give water that lasts: those that stand ready at their station, and those of the set. */
  crews: Crew[];
  sent: ReadonlySet<string>;
  /** The same of units that are out at some fire already: nobody stands in for them yet. */
  engaged: Crew[];
  /** 1 for each of the cells that the class reaches from the station within the target. */
  reach: Reach;
  /** Seconds from a station to another one, or to its own cell; null where nobody knows. */
  secondsToStation: (vehicleClass: string, from: number, to: number) => number | null;
  /** A move-up that brings back less than this share of what was lost is not worth a crew. */
  minGainShare: number;
};

export type Reach = (vehicleClass: string, stationId: number) => Uint8Array;

export type Cover = { total: number; before: number; after: number };

export type MoveUp = {
  unitId: string;
  from: number;
  to: number;
  driveSeconds: number | null;
  /** Houses that are within the target again, less those that the move leaves. */
  gain: number;
};

export type Uncovered = {
  houses: Cover;
  /** Stations of the sent that keep nobody ready who gives water. */
  emptied: number[];
  /** Where the houses are that are no longer within the target, most first. */
  wards: { ward: string | null; houses: number }[];
  /** The best first. */
  moveUps: MoveUp[];
};

export function findUncovered(scene: CoverScene): Uncovered {
  const { cells, crews, sent, engaged, reach } = scene;
  const staying = crews.filter(({ unitId }) => !sent.has(unitId));
  const before = countCoverers(cells, crews, reach);
  const after = countCoverers(cells, staying, reach);
  const total = sumHouses(cells, () => true);
  const earlier = countCoverers(cells, engaged, reach);
  const lost = cells.filter((_, index) => before[index]! > 0 && after[index] === 0);
  const going = crews.filter(({ unitId }) => sent.has(unitId));
  const stations = listStations(going);
  const lostHouses = sumHouses(
    cells,
    (index) => after[index] === 0 && before[index]! + earlier[index]! > 0,
  );
  return {
    houses: {
      total,
      before: sumHouses(cells, (index) => before[index]! > 0),
      after: sumHouses(cells, (index) => after[index]! > 0),
    },
    emptied: stations.filter((id) => staying.every(({ stationId }) => stationId !== id)),
    wards: listWards(lost),
    moveUps: listMoveUps(scene, {
      staying,
      after,
      stations: listStations([...going, ...engaged]),
      minGain: Math.max(1, scene.minGainShare * lostHouses),
    }),
  };
}

export function listStations(crews: Crew[]): number[] {
  return [...new Set(crews.map(({ stationId }) => stationId))];
}

/** How many crews have each cell within the target. */
function countCoverers(cells: HouseCell[], crews: Crew[], reach: Reach): Uint16Array {
  const counts = new Uint16Array(cells.length);
  for (const { vehicleClass, stationId } of crews) {
    const reached = reach(vehicleClass, stationId);
    for (let index = 0; index < counts.length; index++) counts[index]! += reached[index]!;
  }
  return counts;
}

function sumHouses(cells: HouseCell[], isCounted: (index: number) => boolean): number {
  return cells.reduce((sum, { houses }, index) => (isCounted(index) ? sum + houses : sum), 0);
}

const mostWards = 4;

function listWards(lost: HouseCell[]): Uncovered['wards'] {
  const byWard = Map.groupBy(lost, ({ ward }) => ward);
  return [...byWard]
    .map(([ward, cells]) => ({ ward, houses: sumHouses(cells, () => true) }))
    .toSorted((a, b) => b.houses - a.houses)
    .slice(0, mostWards);
}

type MoveScene = {
  staying: Crew[];
  after: Uint16Array;
  stations: number[];
  minGain: number;
};

/** Tens of thousands of cells for every crew and station: a plain loop. */
function gainOf(
  houses: Uint32Array,
  { after, own, there }: { after: Uint16Array; own: Uint8Array; there: Uint8Array },
): number {
  let gain = 0;
  for (let index = 0; index < houses.length; index++) {
    const before = after[index]!;
    const left = before - own[index]! + there[index]!;
    if (before === 0 && left > 0) gain += houses[index]!;
    else if (before > 0 && left === 0) gain -= houses[index]!;
  }
  return gain;
}

/** Crews and stations, the greatest gain first; of equal ones the shortest way. */
function listMoveUps(
  { cells, reach, secondsToStation }: CoverScene,
  { staying, after, stations, minGain }: MoveScene,
): MoveUp[] {
  const seen = new Set<string>();
  const houses = Uint32Array.from(cells, (cell) => cell.houses);
  // They know both places, and no way from one to the other: an island, or bridges that are too weak.
  const hasNoWay = (vehicleClass: string, from: number, to: number) =>
    secondsToStation(vehicleClass, from, to) === null &&
    [from, to].every((station) => secondsToStation(vehicleClass, station, station) !== null);
  const moves = staying.flatMap(({ unitId, vehicleClass, stationId: from }) => {
    const alike = `${vehicleClass}/${from}`;
    if (seen.has(alike)) return [];
    seen.add(alike);
    const own = reach(vehicleClass, from);
    return stations
      .filter((to) => to !== from && !hasNoWay(vehicleClass, from, to))
      .map((to): MoveUp => {
        const there = reach(vehicleClass, to);
        const gain = gainOf(houses, { after, own, there });
        const driveSeconds = secondsToStation(vehicleClass, from, to);
        return { unitId, from, to, driveSeconds, gain };
      });
  });
  return moves
    .filter(({ gain }) => gain >= minGain)
    .toSorted(
      (a, b) => b.gain - a.gain || (a.driveSeconds ?? Infinity) - (b.driveSeconds ?? Infinity),
    );
}
