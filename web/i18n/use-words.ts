import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Words, wordsOf } from './words.ts';

const withAddedTexts = { bindI18nStore: 'added' };

/** Texts and number formats in the language on screen. */
export function useWords(): Words {
  const { i18n, t } = useTranslation(undefined, withAddedTexts);
  const language = i18n.language;
  // `language` is what changes, and `t` where texts were added: the i18n object stays the same.
  return useMemo(
    () => ({ ...wordsOf(i18n, t), language: language === 'en' ? 'en' : 'vi' }),
    [i18n, language, t],
  );
}
