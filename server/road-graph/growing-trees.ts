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
    const growing = current;
    current = undefined;
    // Of other roads than there are now nobody needs it.
    if (growing?.onGraph !== onGraph) {
      const growth = next();
      growth?.begin(search);
      if (growth) current = { onGraph, growth };
      return growth !== null;
    }
    if (search.proceed(nodesPerPart)) growing.growth.end(search);
    else current = growing;
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

/** Of each class so many states of the roads keep their trees: those of others would only take room. */
const mostStates = 2;

function keepFew() {
  const kept = new Map<string, LRUCache<ClassOnGraph, true>>();
  return (code: string, onGraph: ClassOnGraph): void => {
    const states =
      kept.get(code) ??
      new LRUCache({ max: mostStates, dispose: (_, last) => void delete last.stationTrees });
    kept.set(code, states);
    states.set(onGraph, true);
  };
}

/** Units come to other stations; looked at again when stops are looked for after so long. */
const stationsMillis = 60_000;

function keepStations(
  readUnitStations: () => Promise<StationsByClass>,
  onRead: (codes: string[]) => void,
) {
  let stations: StationsByClass = new Map();
  let readAt = -Infinity;
  async function read(): Promise<void> {
    readAt = performance.now();
    try {
      stations = await readUnitStations();
      onRead([...stations.keys()]);
    } catch (error) {
      // It only saves time later on.
      console.error('stations whose trees are to grow were not read:', error);
    }
  }
  return {
    of: (code: string): Iterable<number> => stations.get(code) ?? [],
    read,
    readSometimes: (): void => {
      if (performance.now() > readAt + stationsMillis) void read();
    },
  };
}

/** Traffic comes, and ages, one speed after the other: a tree is for those that stay for longer. */
const restMillis = 15_000;

/** `readUnitStations` reads those that have units. */
export function createGrowing(
  loaded: () => CityGraph,
  readUnitStations: () => Promise<StationsByClass>,
) {
  const stations = keepStations(readUnitStations, (codes) => codes.forEach(growing.add));
  /** As of which minute of the day stops were looked for last, by class. */
  const minutes = new Map<string, number | null>();
  const places = rememberPlaces();
  const growOn = createGrower();
  const keep = keepFew();
  const restsUntil = new Map<string, number>();

  const growing = createIdleWork<string>((code) => {
    const city = loaded();
    const onGraph = classAt(city, code, minutes.get(code) ?? null);
    if (!onGraph) return false;
    keep(code, onGraph);
    return growOn(city, onGraph, () => {
      const wanted = { stationIds: stations.of(code), places: places.of(code) };
      const settling = nextSettlingTree(city, onGraph);
      if (settling || performance.now() < (restsUntil.get(code) ?? 0)) return settling;
      return nextStationTree(city, onGraph, wanted);
    });
  });

  return {
    /** Of a class that stops are looked for at that minute. */
    grow: (code: string, minute: number | null): void => {
      minutes.set(code, minute);
      growing.add(code);
      stations.readSometimes();
    },
    /** The roads are in another state. */
    growAgain: (): void => {
      for (const code of loaded().classes.keys()) growing.add(code);
      void stations.read();
    },
    /** Speeds of these classes came or went, and soon may again. */
    rest: (codes: string[]): void => {
      for (const code of codes) restsUntil.set(code, performance.now() + restMillis);
      setTimeout(() => codes.forEach(growing.add), restMillis).unref();
    },
    keepPlaces: (code: string, asked: Position[]): void => {
      places.keep(code, asked);
      if (asked.length > 0) growing.add(code);
    },
    /** Something was asked for just now. */
    putOff: growing.putOff,
  };
}
