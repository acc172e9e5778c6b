// The trees that the next answers need, grown between answers, one search at a time.

import { LRUCache } from 'lru-cache';
import type { Position } from '../../geo/position.ts';
import { classAt, type CityGraph } from '../planner/city-graph.ts';
import { growNextStation, namePlace } from '../planner/station-trees.ts';
import { growNextTree } from '../planner/unsettled-roads.ts';
import { createIdleWork } from './idle-work.ts';

/** Nobody asks for more vehicles of others at once. */
const mostPlaces = 32;

export function createGrowing(loaded: () => CityGraph) {
  /** As of which minute of the day stops were looked for last, by class. */
  const minutes = new Map<string, number | null>();
  /** Where vehicles of others stand, by the class as which they drive. */
  const placesOf = new Map<string, LRUCache<string, Position>>();

  const growing = createIdleWork<string>((code) => {
    const onGraph = classAt(loaded(), code, minutes.get(code) ?? null);
    if (!onGraph) return false;
    const places = placesOf.get(code)?.values();
    return growNextTree(loaded(), onGraph) || growNextStation(loaded(), onGraph, places);
  });

  return {
    /** Of a class that stops are looked for at that minute. */
    grow: (code: string, minute: number | null): void => {
      minutes.set(code, minute);
      growing.add(code);
    },
    /** The roads are in another state; also of classes that nobody has asked for yet. */
    growAgain: (): void => {
      for (const code of loaded().classes.keys()) growing.add(code);
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
