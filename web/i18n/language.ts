export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'firepoint.language';

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

/** The language last chosen on this machine; Vietnamese until one is. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : 'vi';
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
