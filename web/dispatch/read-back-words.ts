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
  if (near)
    parts.push(
      near.meters >= 5
        ? words.t('readBack.nearMeters', {
            name: near.name,
            meters: words.format.number(near.meters),
          })
        : words.t('readBack.near', { name: near.name }),
    );
  return parts;
}
