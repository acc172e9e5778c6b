import type { ResponseResult } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';

type ReadBack = ResponseResult['destination']['readBack'];

/** The one line the dispatcher reads to the caller: address, ward, which mouth to enter, what is near. */
export function readBackLine(readBack: ReadBack, words: Words): string {
  return `${[readBack.label, ...readBackContext(readBack, words)].join(', ')}.`;
}

/** The same without the address, which stands above it on the panel. */
export function readBackContext(readBack: ReadBack, words: Words): string[] {
  const { label, ward, mouth, near } = readBack;
  const parts: string[] = [];
  if (ward && !label.includes(ward)) parts.push(ward);
  if (mouth)
    parts.push(
      mouth.onto
        ? words.t('readBack.mouthOnto', { alley: mouth.alley, onto: mouth.onto })
        : words.t('readBack.mouth', { alley: mouth.alley }),
    );
  if (near) parts.push(nearText(near, words));
  return parts;
}

/** Nearer than this, "5 m away" only confuses a caller who stands beside it. */
const besideMeters = 5;

function nearText(near: NonNullable<ReadBack['near']>, words: Words): string {
  const { name } = near;
  if (near.kind === 'crossing') return words.t('readBack.crossing', { name });
  if (near.meters < besideMeters) return words.t('readBack.near', { name });
  return words.t('readBack.nearMeters', { name, meters: words.format.number(near.meters) });
}
