import { type RefObject, useRef, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';

export type NeededName = {
  field: RefObject<HTMLInputElement | null>;
  /** What is said at that field once it was asked for. */
  fault: string | null;
  /** Whether there is one; where not, says so and leads to the field. */
  ask: () => boolean;
};

/** Of a button that needs the name in a field elsewhere: greyed out it could not say what it waits for. */
export function useNeededName(name: string): NeededName {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [wasAsked, setWasAsked] = useState(false);
  const isMissing = name.trim() === '';
  const ask = () => {
    setWasAsked(isMissing);
    if (isMissing) field.current?.focus();
    return !isMissing;
  };
  return { field, fault: wasAsked && isMissing ? t('author.needed') : null, ask };
}
