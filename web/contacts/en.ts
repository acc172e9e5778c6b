import type { Translation } from '../i18n/translation.ts';
import type { contactsVi } from './vi.ts';

export const contactsEn: Translation<typeof contactsVi> = {
  'contacts.call': 'Call',
  'contacts.near_one': '{{n}} team or point within {{meters}}\u00A0m',
  'contacts.near_other': '{{n}} teams and points within {{meters}}\u00A0m',
  'contacts.lastKnown': 'The database is slow or away; these phones were read {{age}} ago.',
  'contacts.failed': 'No phones for help nearby: {{why}}',
  'contacts.noneNear': 'No team, point or duty phone for this place.',
  'contacts.noRegister': 'No duty phones or local teams in the register.',
  'contacts.extension': 'extension\u00A0{{extension}}',
  'contacts.noPhone': 'no phone',
  'contacts.onFoot': '{{meters}}\u00A0m on foot',
  'contacts.about': 'about {{meters}}\u00A0m',
  'contacts.kind.public-fire-point': 'public firefighting point',
  'contacts.kind.inter-family-team': 'inter-family team',
  'contacts.kind.facility-team': 'facility fire team',
  'contacts.kind.power': 'power cut-off',
  'contacts.kind.hospital': 'hospital',
  'contacts.kind.ward': 'ward on duty',
  'contacts.short.power': 'power',
  'contacts.short.hospital': 'hospital',
  'contacts.short.ward': 'ward',
};
