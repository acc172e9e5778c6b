import type { Road, Provenance } from '../../geo/graph/road.ts';

/** A road as an answer names it. */
export type RoadRef = {
  /** Alley label, else street name; null where it has none. */
  name: string | null;
  class: string;
  alleyLevel: number;
  widthMeters: number;
  provenance: Provenance;
};

export function toRoadRef(road: Road): RoadRef {
  return {
    name: road.name,
    class: road.class,
    alleyLevel: road.alleyLevel,
    widthMeters: Math.round(road.widthMeters * 100) / 100,
    provenance: road.widthProvenance,
  };
}

export function isAssumedAlley({ alleyLevel, provenance }: RoadRef): boolean {
  return alleyLevel > 0 && provenance === 'assumed';
}
