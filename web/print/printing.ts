// What of a visit to the page to print has been printed. Pure.

import type { Language } from '../i18n/language.ts';

export type Printing<Answer> = {
  /** As it was printed: shown from then on, whatever the server answers later. Null until then. */
  answer: Answer | null;
  languages: readonly Language[];
  /** Which sheet of this visit: another one begins anew, with its own lengths. */
  sheet: number;
};

export const nothingPrinted = { answer: null, languages: [], sheet: 0 } as const;

/** The same value where that sheet has been printed in that language already. */
export function keepPrinted<Answer>(
  before: Printing<Answer>,
  shown: Answer,
  language: Language,
): Printing<Answer> {
  if (before.languages.includes(language)) return before;
  const { answer, languages } = before;
  return { ...before, answer: answer ?? shown, languages: [...languages, language] };
}

/** Takes the newest answer again, to be printed when it is drawn. */
export function nextSheet<Answer>({ sheet }: Printing<Answer>): Printing<Answer> {
  return { ...nothingPrinted, sheet: sheet + 1 };
}
