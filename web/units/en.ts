import type { Translation } from '../i18n/translation.ts';
import type { unitsVi } from './vi.ts';

export const unitsEn: Translation<typeof unitsVi> = {
  'note.from-position': 'Reckoned from where it was {{ageSeconds}} ago, not from its station.',
  'note.from-old-position':
    'Its position is old ({{ageSeconds}} ago): reckoned from where it was last seen.',
  'note.position-off-road':
    'Its last position ({{ageSeconds}} ago, {{meters}}\u00A0m from its station) is off the roads for this class: reckoned from its station.',
  'note.no-way-from-position': 'no way there from where it was last seen',
  'note.station-gone': 'its station is no longer in the register; nobody knows where it is',
  'note.status-now': 'Status of this unit now: {{status}}.',
  'unit.position': 'position {{age}} ago',
  'unit.position.stale': 'old position, {{age}} ago',
  'unit.position.doubtful': 'up to {{distance}} off',
  'unit.class.rescue': 'rescue truck',
  'unit.status.maintenance': 'in repair',
  'unit.status.on-call': 'on call, crew at home',
  'unit.status.unavailable': 'not to be had now',
};
