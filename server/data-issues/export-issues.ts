// The list for those who mend the data: in a spreadsheet, or on a map.

import type { FeatureCollection, Point } from 'geojson';
import { writeCsv } from '../csv.ts';
import type { DataIssue } from './schema.ts';

const columns = [
  'id',
  'state',
  'synthetic',
  'subjectKind',
  'subjectLabel',
  'subjectId',
  'note',
  'placeLabel',
  'placeId',
  'lon',
  'lat',
  'by',
  'verified',
  'seenAt',
  'receivedAt',
  'dataVersion',
  'stateBy',
  'stateSince',
] as const satisfies readonly (keyof DataIssue)[];

export function writeIssuesCsv(issues: readonly DataIssue[]): string {
  return writeCsv(columns, issues);
}

type IssueFile = FeatureCollection<Point, Omit<DataIssue, 'lon' | 'lat'>> & {
  /** True when any of them is about invented data. */
  synthetic: boolean;
};

export function issuesAsGeoJson(issues: readonly DataIssue[]): IssueFile {
  return {
    type: 'FeatureCollection',
    synthetic: issues.some(({ synthetic }) => synthetic),
    features: issues.map(({ lon, lat, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties,
    })),
  };
}
