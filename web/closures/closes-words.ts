// Which roads a closure closes, in words: how far, which streets, for whom; or that nobody knows. Pure.

import type { ClosedStretches, ClosurePreview } from '../../server/closures/stretches-schema.ts';
import { roadInSentence } from '../dispatch/road-words.ts';
import type { Words } from '../i18n/words.ts';
import type { ClosureEffect } from '../map/tool-marks.ts';

export type Seen = ClosurePreview;

type Asked = {
  effect: ClosureEffect;
  /** All that there are. */
  classes: string[];
  /** Not entered yet. */
  isDraft: boolean;
  words: Words;
};

/** More names than a glance takes in. */
const mostNames = 4;

export function closesText(
  { closes, unknown }: Seen,
  asked: Asked,
): { lines: string[]; isDoubt: boolean } {
  const { isDraft, words } = asked;
  const { t } = words;
  const of = isDraft ? 'draft' : 'listed';
  if (!closes) {
    const key = unknown === 'too-large' ? 'too-large' : 'unknown';
    return { lines: [t(`closures.closes.${key}.${of}`)], isDoubt: true };
  }
  if (closes.roads.length === 0) return { lines: [t(`closures.closes.none.${of}`)], isDoubt: true };
  const { stretches, stretchCount } = closes;
  const cut = t('closures.closes.cut', { shown: stretches.length, all: stretchCount });
  return {
    lines: [
      whatText(closes, asked),
      whomText(closes, asked),
      ...(stretches.length < stretchCount ? [cut] : []),
    ],
    isDoubt: false,
  };
}

function whatText(closes: ClosedStretches, { effect, isDraft, words }: Asked): string {
  const { t, format } = words;
  const roads = namesText(closes, words);
  const of = isDraft ? effect : 'listed';
  if (closes.meters === 0) return t(`closures.closes.place.${of}`, { roads });
  return t(`closures.closes.meters.${of}`, { meters: distance(closes.meters, format), roads });
}

function namesText({ roads, roadCount }: ClosedStretches, words: Words): string {
  const { t, format } = words;
  // Several kinds of nameless road may be called the same.
  const metersOf = new Map<string, number>();
  for (const { road, meters } of roads) {
    const name = roadInSentence(road, words);
    metersOf.set(name, meters + (metersOf.get(name) ?? 0));
  }
  const known = [...metersOf].toSorted(([, a], [, b]) => b - a);
  const names = known
    .slice(0, mostNames)
    .map(([name, meters]) =>
      meters === 0 || known.length === 1 ? name : `${name} ${distance(meters, format)}`,
    )
    .join(', ');
  const others = roadCount - roads.length + known.length - mostNames;
  return others > 0 ? t('closures.closes.others', { names, n: others }) : names;
}

function whomText({ vehicleClasses, onFoot }: ClosedStretches, { classes, words }: Asked): string {
  const { t, maybe } = words;
  if (vehicleClasses.length === 0) return t('closures.closes.people');
  const vehicles = classes.every((code) => vehicleClasses.includes(code))
    ? t('closures.closes.vehicles')
    : vehicleClasses.map((code) => maybe(`unit.class.${code}`) ?? code).join(', ');
  return t(`closures.closes.whom.${onFoot ? 'all' : 'notPeople'}`, { vehicles });
}

function distance(meters: number, format: Words['format']): string {
  return format.distance(Math.max(meters, 10));
}
