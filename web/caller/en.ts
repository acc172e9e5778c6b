import type { Translation } from '../i18n/translation.ts';
import type { callerVi } from './vi.ts';

export const callerEn: Translation<typeof callerVi> = {
  'caller.name': 'Caller’s position',
  'caller.mark': 'Caller',
  'caller.offer': 'Put the caller here',
  'caller.accuracy': 'within {{meters}}\u00A0m',
  'caller.noAccuracy': 'accuracy unknown',
  'caller.shortLink':
    'A shortened link ({{host}}) holds no position. Open it in a browser, then paste its full address here.',
  'caller.linkWithoutPosition':
    'This link ({{host}}) holds no position. Copy the coordinates or share the position, and paste that.',
  'caller.outside': 'This position is {{km}}\u00A0km from the city: check it.',
  'caller.nearby_one': '{{n}} house number within {{meters}}\u00A0m',
  'caller.nearby_other': '{{n}} house numbers within {{meters}}\u00A0m',
  'caller.nearbyNone': 'No house number within {{meters}}\u00A0m.',
  'caller.nearbyMore_one': '… and {{n}} farther away',
  'caller.nearbyMore_other': '… and {{n}} farther away',
  'caller.nearbyFailed': 'Houses nearby not found: {{why}}',
  'caller.ask': 'Ask for a response to here',
  'caller.forget': 'Forget the caller’s position',
};
