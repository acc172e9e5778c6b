import type { Words } from '../i18n/words.ts';

/** Without an article, within a sentence. A city's data may have kinds of which the texts know nothing. */
export function barrierName(kind: string, words: Words): string {
  return words.maybe(`barrier.${kind}`) ?? words.t('barrier.other');
}
