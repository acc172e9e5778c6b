import type { Translation } from '../i18n/translation.ts';
import type { uncoveredVi } from './vi.ts';

export const uncoveredEn: Translation<typeof uncoveredVi> = {
  'uncovered.failed': 'Not known yet how many houses this leaves: {{why}}',
  'uncovered.counting': 'Counting the houses that this leaves',
  'uncovered.preparing':
    'Not known yet how many houses this leaves: drive times are being prepared',
  'uncovered.all': 'Every house stays within {{minutes}}',
  'uncovered.none': 'No further house beyond {{minutes}}; {{houses}} were beyond it before',
  'uncovered.left': 'Leaves {{houses}} houses further than {{minutes}}',
  'uncovered.move': 'move up {{callSign}}',
  'uncovered.noMove': 'nobody to move up',
  'uncovered.moveFull': 'Move {{callSign}} from {{from}} to {{to}}',
  'uncovered.drive': '{{minutes}} away',
  'uncovered.driveUnknown': 'drive time not known',
  'uncovered.moveUnchecked': 'not checked against closures',
  'uncovered.wayUnchecked': 'closures and drive time could not be checked in time',
  'uncovered.gain': '{{houses}} houses are back within reach',
  'uncovered.emptied': 'No unit with water remains at: {{stations}}',
  'uncovered.onRoad': 'Units with water away from their station, counted for no house: {{count}}',
  'uncovered.unclosed': 'closures not counted',
  'uncovered.closures':
    'Roads closed at the moment are not counted: more houses may be further away.',
  'uncovered.wards': 'Most of them: {{wards}}',
  'uncovered.noWard': 'ward unknown',
  'uncovered.how':
    'By the prepared drive times, or, while roads are closed, anew on the road graph where it answers in time: a unit with water within {{minutes}}; before, {{before}} of {{total}} houses.',
};
