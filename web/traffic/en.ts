import type { Translation } from '../i18n/translation.ts';
import type { trafficVi } from './vi.ts';

export const trafficEn: Translation<typeof trafficVi> = {
  'note.held-by-traffic':
    'Traffic: {{seconds}} slower along {{meters}} m (by {{sources}}, {{ageSeconds}} ago).',
  'layers.traffic': 'Traffic speeds',
  'layers.traffic.none': 'nothing reported: drives as on empty roads',
  'layers.traffic.seen_one': '{{n}} stretch, newest {{ago}}',
  'layers.traffic.seen_other': '{{n}} stretches, newest {{ago}}',
  'legend.traffic-jam': 'Traffic nearly stands',
  'legend.traffic-slow': 'Slow traffic',
  'legend.traffic-free': 'Traffic moves',
  'status.traffic': 'Traffic',
};
