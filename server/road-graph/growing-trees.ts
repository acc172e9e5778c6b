// The trees that the next answers need, grown between answers, part by part.

import { LRUCache } from 'lru-cache';
import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { Search } from '../../geo/graph/search.ts';
import type { Position } from '../../geo/position.ts';
import { classAt, type CityGraph, type ClassOnGraph } from '../planner/city-graph.ts';
import type { Growth } from '../planner/growth.ts';
import { namePlace, nextStationTree } from '../planner/station-trees.ts';
import { nextSettlingTree } from '../planner/unsettled-roads.ts';
import { createIdleWork } from './idle-work.ts';

/** Of the vehicles of others the last so many that somebody asked for. */
const mostPlaces = 32;

type StationsByClass = Map<string, Set<number>>;

/** A few milliseconds of a search. */
const nodesPerPart = 15_000;

/** Has one tree grow at a time, in a search of its own; says whether there is more to do. */
function createGrower() {
  let search: Search | undefined;
  let searched: RoadGraph['arcs'] | undefined;
  let current: { onGraph: ClassOnGraph; growth: Growth } | undefined;
  return ({ graph }: CityGraph, onGraph: ClassOnGraph, next: () => Growth | null): boolean => {
    if (!search || searched !== graph.arcs) {
      [search, searched, current] = [new Search(graph), graph.arcs, undefined];
    }
    // Of other roads than there are now nobody needs it.
    if (current?.onGraph !== onGraph) {
      const growth = next();
      current = growth ? { onGraph, growth } : undefined;
      growth?.begin(search);
      return growth !== null;
    }
    if (!search.proceed(nodesPerPart)) return true;
    const { growth } = current;
    current = undefined;
    growth.end(search);
    return true;
  };
}

/** Where vehicles of others stand, by the class as which they drive. */
function rememberPlaces() {
  const kept = new Map<string, LRUCache<string, Position>>();
  return {
    of: (code: string): Iterable<Position> => kept.get(code)?.values() ?? [],
    keep: (code: string, places: Position[]): void => {
      const ofClass = kept.get(code) ?? new LRUCache({ max: mostPlaces });
      kept.set(code, ofClass);
      for (const place of places) ofClass.set(namePlace(place), place);
    },
  };
}

/** `readUnitStations` reads those that have units. */
export function createGrowing(
  loaded: () => CityGraph,
  readUnitStations: () => Promise<StationsByClass>,
) {
  let stations: StationsByClass = new Map();
  /** As of which minute of the day stops were looked for last, by class. */
  const minutes = new Map<string, number | null>();
  const places = rememberPlaces();
  /** The state of the roads that has trees; those of another one would only take room. */
  const grownFor = new Map<string, ClassOnGraph>();
  const growOn = createGrower();
  let resting: NodeJS.Timeout | undefined;

  const growing = createIdleWork<string>((code) => {
    const city = loaded();
    const onGraph = classAt(city, code, minutes.get(code) ?? null);
    if (!onGraph || resting) return false;
    const last = grownFor.get(code);
    if (last && last !== onGraph) delete last.stationTrees;
    grownFor.set(code, onGraph);
    return growOn(city, onGraph, () => {
      const stationIds = stations.get(code) ?? [];
      const wanted = { stationIds, places: places.of(code) };
      return nextSettlingTree(city, onGraph) ?? nextStationTree(city, onGraph, wanted);
    });
  });

  async function begin(): Promise<void> {
    resting = undefined;
    try {
      stations = await readUnitStations();
    } catch (error) {
      // It only saves time later on.
      console.error('stations whose trees are to grow were not read:', error);
    }
    for (const code of stations.keys()) growing.add(code);
  }

  return {
    /** Of a class that stops are looked for at that minute. */
    grow: (code: string, minute: number | null): void => {
      minutes.set(code, minute);
      growing.add(code);
    },
    /** The roads are in another state; for that long they may soon be in yet another one. */
    growAgain: (restMillis: number): void => {
      clearTimeout(resting);
      resting = setTimeout(() => void begin(), restMillis);
      resting.unref();
    },
    keepPlaces: (code: string, asked: Position[]): void => {
      places.keep(code, asked);
      if (asked.length > 0) growing.add(code);
    },
    /** Something was asked for just now. */
    putOff: growing.putOff,
  };
}
