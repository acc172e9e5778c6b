import type { i18n } from 'i18next';
import type { Health } from '../../server/health/schema.ts';
import { vi } from '../i18n/vi.ts';

/**
 * Gives classes that a city added the names that it gave them, wherever a class is named; the texts know those that
 * come with Firepoint, in shorter words. False where there was nothing new.
 */
export function learnClassNames(texts: i18n, classes: Health['vehicleClasses']): boolean {
  const names = classes
    .filter(({ code }) => !(`unit.class.${code}` in vi))
    .flatMap(({ code, nameVi, nameEn }) => [
      { language: 'vi', key: `unit.class.${code}`, name: nameVi },
      { language: 'en', key: `unit.class.${code}`, name: nameEn },
    ])
    .filter(({ language, key, name }) => texts.getResource(language, 'translation', key) !== name);
  for (const { language, key, name } of names)
    texts.addResource(language, 'translation', key, name);
  return names.length > 0;
}
