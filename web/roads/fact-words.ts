// What is known of a road, and how it is known, in words. Pure.

import type { NearRoad, Said } from '../../server/roads/schema.ts';
import type { Words } from '../i18n/words.ts';

export type Fact = {
  what: 'width' | 'height' | 'weight';
  /** "1,8 m*": the sign stands wherever a width is assumed. */
  value: string;
  /** Where it comes from; empty where nothing is known. */
  why: string;
  isAssumed: boolean;
};

export function roadFacts(road: NearRoad, words: Words): Fact[] {
  const { t, format } = words;
  const { said, widthProvenance: provenance, maxHeightMeters, maxWeightTonnes } = road;
  const width = t('width.meters', { meters: format.number(road.widthMeters, 2) });
  const isAssumed = provenance === 'assumed';
  const limit = (what: 'height' | 'weight', value: number | null): Fact => ({
    what,
    value:
      value === null
        ? t(said[what] ? 'roads.no-limit' : 'roads.limit-unknown')
        : what === 'height'
          ? t('width.meters', { meters: format.number(value, 2) })
          : t('roads.tonnes', { tonnes: format.number(value, 2) }),
    why: said[what] ? saidText(said[what], words) : value === null ? '' : mapText(road, words),
    isAssumed: said[what]?.provenance === 'assumed',
  });
  return [
    {
      what: 'width',
      value: isAssumed ? `${width}*` : width,
      why: said.width ? saidText(said.width, words) : widthWhy(road, words),
      isAssumed,
    },
    limit('height', maxHeightMeters),
    limit('weight', maxWeightTonnes),
  ];
}

function widthWhy(road: NearRoad, words: Words): string {
  const { t, format } = words;
  const { widthProvenance, possibleWidthMeters, widthMeters } = road;
  if (widthProvenance === 'derived') return t('roads.derived');
  if (widthProvenance !== 'assumed') return mapText(road, words);
  return possibleWidthMeters !== null && possibleWidthMeters > widthMeters
    ? t('roads.assumed-range', { most: format.number(possibleWidthMeters, 1) })
    : t('roads.assumed');
}

function mapText({ mapDay }: NearRoad, { t, format }: Words): string {
  return mapDay === null ? t('roads.tagged') : t('roads.tagged-on', { day: format.date(mapDay) });
}

function saidText(said: Said, { t, maybe, format }: Words): string {
  const { by, verified, provenance, on, fromRegister } = said;
  const how = provenance === 'assumed' ? t('roads.by-eye') : maybe(`roads.how.${provenance}`);
  return [
    how,
    verified ? by : t('author.unverified', { by }),
    format.date(on),
    fromRegister ? t('roads.from-register') : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** "Ngách (ngõ cấp 2) · đường nội bộ · chỉ đi bộ". */
export function roadKind({ alleyLevel, class: code, motor }: NearRoad, words: Words): string {
  const { t, maybe } = words;
  const isLink = code.endsWith('_link');
  const name = maybe(`roads.class.${code.replace(/_link$/, '')}`) ?? code;
  return [
    alleyLevel > 0 ? t('roads.level', { level: alleyLevel }) : null,
    isLink ? t('roads.class.link', { name }) : name,
    motor ? null : t('roads.foot-only'),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
