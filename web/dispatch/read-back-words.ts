import type { ResponseResult } from '../../server/response/schema.ts';
import { nameInSentence } from '../i18n/road-name.ts';
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
  const name = (text: string): string => nameInSentence(text, words.language);
  if (ward && !label.includes(ward)) parts.push(name(ward));
  if (mouth) {
    const alley = name(mouth.alley);
    const onto = mouth.onto === null || names(mouth.alley, mouth.onto) ? null : name(mouth.onto);
    parts.push(
      onto ? words.t('readBack.mouthOnto', { alley, onto }) : words.t('readBack.mouth', { alley }),
    );
  }
  if (near) parts.push(nearText(near, words));
  return parts;
}

/** "Ngõ 29 phố Khương Hạ" names its street already. */
function names(alley: string, street: string): boolean {
  return alley.toLocaleLowerCase('vi').includes(street.toLocaleLowerCase('vi'));
}

/** Nearer than this, "5 m away" only confuses a caller who stands beside it. */
const besideMeters = 5;

function nearText(near: NonNullable<ReadBack['near']>, words: Words): string {
  const name = nameInSentence(near.name, words.language);
  if (near.kind === 'crossing') return words.t('readBack.crossing', { name });
  if (near.meters < besideMeters) return words.t('readBack.near', { name });
  return words.t('readBack.nearMeters', { name, meters: words.format.number(near.meters) });
}
