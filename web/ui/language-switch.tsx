import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, storeLanguage } from '../i18n/language.ts';
import { useWords } from '../i18n/use-words.ts';

export function LanguageSwitch(): JSX.Element {
  const { i18n } = useTranslation();
  const { language, t } = useWords();
  return (
    <div className="language-switch card" role="group" aria-label={t('language.name')}>
      {languages.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={t(`language.${code}`)}
          aria-label={`${code.toUpperCase()} – ${t(`language.${code}`)}`}
          aria-pressed={code === language}
          data-testid={`language-${code}`}
          onClick={() => {
            storeLanguage(code);
            void i18n.changeLanguage(code);
          }}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
