import type { Translation } from '../i18n/translation.ts';
import type { stopVi } from './vi.ts';

export const stopEn: Translation<typeof stopVi> = {
  'stop.move': 'Move',
  'stop.moveTitle': 'Move the stop point on the map',
  'stop.handle':
    'Stop point of {{callSign}}. Drag it, or move it with the arrow keys (Shift: farther), Enter to ask again, Esc to give up.',
  'stop.describe': '{{meters}}\u00A0m from the door',
  'stop.chosen': 'Stop point chosen by you.',
  'stop.chosenSlower': 'Stop point chosen by you: {{time}} slower.',
  'stop.chosenFaster': 'Stop point chosen by you: {{time}} faster.',
  'stop.chosenSame': 'Stop point chosen by you: same time.',
  'stop.chosenUnreachable': 'The unit cannot reach the point you chose.',
  'note.stop-snapped': 'The nearest road is {{meters}}\u00A0m from where you put it.',
  'stop.asking': 'Working out the new stop point…',
  'stop.failed': 'The new stop point could not be worked out: {{why}}',
  'stop.undo': 'Undo',
  'stop.reset': 'Back to computed',
  'stop.help.move': 'move the stop point: arrows, then Enter',
  'stop.help.undo': 'undo moving the stop point',
};
