import type { RoadRef } from '../../server/response/road-schema.ts';
import { nameInSentence } from '../i18n/road-name.ts';
import type { Words } from '../i18n/words.ts';

/** What a road is named by. */
export type NamedRoad = Pick<RoadRef, 'name' | 'class' | 'alleyLevel'>;

/** "Ngách 29/70", or what kind of road it is when it has no name. */
export function roadName(road: NamedRoad, words: Words): string {
  if (road.name) return road.name;
  if (road.alleyLevel > 0) return words.t('road.alley');
  return words.maybe(`road.${road.class}`) ?? words.t('road.unnamed');
}

/** The same after other words: "đầu ngách 29/70". */
export function roadInSentence(road: NamedRoad, words: Words): string {
  return nameInSentence(roadName(road, words), words.language);
}

/** "2,1 m*": the sign stands wherever a width was assumed and not measured. */
export function widthText(road: RoadRef, words: Words): string {
  const width = words.t('width.meters', { meters: words.format.limit(road.widthMeters) });
  return isAssumed(road) ? `${width}*` : width;
}

export function isAssumed(road: RoadRef): boolean {
  return road.provenance === 'assumed';
}
