// The trees that the next answers need, grown between answers, one search at a time.

import { LRUCache } from 'lru-cache';
import type { Position } from '../../geo/position.ts';
import { classAt, type CityGraph, type ClassOnGraph } from '../planner/city-graph.ts';
import { growNextStation, namePlace } from '../planner/station-trees.ts';
import { growNextTree } from '../planner/unsettled-roads.ts';
import { createIdleWork } from './idle-work.ts';

/** Of the vehicles of others the last so many that somebody asked for. */
const mostPlaces = 32;

type StationsByClass = Map<string, Set<number>>;

/** `readUnitStations` reads those that have units. */
export function createGrowing(
  loaded: () => CityGraph,
  readUnitStations: () => Promise<StationsByClass>,
) {
  let stations: StationsByClass = new Map();
  /** As of which minute of the day stops were looked for last, by class. */
  const minutes = new Map<string, number | null>();
  /** Where vehicles of others stand, by the class as which they drive. */
  const placesOf = new Map<string, LRUCache<string, Position>>();
  /** The state of the roads that has trees; those of another one would only take room. */
  const grownFor = new Map<string, ClassOnGraph>();
  let resting: NodeJS.Timeout | undefined;

  const growing = createIdleWork<string>((code) => {
    const city = loaded();
    const onGraph = classAt(city, code, minutes.get(code) ?? null);
    if (!onGraph || resting) return false;
    const last = grownFor.get(code);
    if (last && last !== onGraph) delete last.stationTrees;
    grownFor.set(code, onGraph);
    const wanted = {
      stationIds: stations.get(code) ?? new Set(),
      places: [...(placesOf.get(code)?.values() ?? [])],
    };
    return growNextTree(city, onGraph) || growNextStation(city, onGraph, wanted);
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
    keepPlaces: (code: string, places: Position[]): void => {
      const kept = placesOf.get(code) ?? new LRUCache({ max: mostPlaces });
      placesOf.set(code, kept);
      for (const place of places) kept.set(namePlace(place), place);
      if (places.length > 0) growing.add(code);
    },
    /** Something was asked for just now. */
    putOff: growing.putOff,
  };
}
