import type { Translation } from '../i18n/translation.ts';
import type { appearanceVi } from './vi.ts';

export const appearanceEn: Translation<typeof appearanceVi> = {
  'appearance.name': 'Screen colours',
  'appearance.day': 'Day',
  'appearance.night': 'Night',
  'appearance.clock': 'By the clock: dark from sunset to sunrise',
  'appearance.help': 'Day / night; left alone it follows the sun',
};
