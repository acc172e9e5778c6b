import type { Translation } from '../i18n/translation.ts';
import type { choicesVi } from './vi.ts';

export const choicesEn: Translation<typeof choicesVi> = {
  'closer.title': 'Gets closer',
  'closer.left': '{{meters}}\u00A0m of hose left',
  'closer.toDoor': 'right to the door',
  'closer.agent': 'its tank lasts {{clock}}',
  'closer.water': 'water {{clock}}',
  'closer.noWater': 'no water yet',
  'closer.crew': 'crew {{clock}}',
  'closer.pump': 'portable pump',
  'note.closer-fits': 'fits {{road}} ({{width}}), {{closerMeters}}\u00A0m closer',
  'note.closer-elsewhere': 'stops on {{stopName}}, {{closerMeters}}\u00A0m closer',
  'note.closer-pump': 'carried {{carryMeters}}\u00A0m to the {{waterKind}} near the door',
  'unit.class.ladder': 'ladder truck',
  'unit.class.tanker': 'water tanker',
  'unit.class.portable_pump': 'portable pump',
};
