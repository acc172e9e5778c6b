import type { Words } from '../i18n/words.ts';
import type { Fault, FieldName } from './road-draft.ts';

/** What to mend at a field. Pure. */
export function faultText(field: FieldName, fault: Fault, { t, format }: Words): string {
  switch (fault.code) {
    case 'atLeast':
    case 'atMost': {
      const bound = format.number(fault.bound, 1);
      if (field === 'note' || field === 'by') return t('roads.fault.refused');
      return t(`roads.fault.${fault.code}`, { bound, unit: field === 'weight' ? 't' : 'm' });
    }
    case 'refused':
      return t(field === 'since' ? 'roads.fault.day' : 'roads.fault.refused');
    case 'needed':
      if (field === 'how') return t('roads.fault.how');
      return t(field === 'by' ? 'roads.fault.name' : 'roads.fault.needed');
    case 'wide':
    case 'high':
      return t(`roads.fault.${fault.code}`, {
        amount: format.number(fault.amount, 2),
        bound: format.number(fault.bound, 1),
      });
    case 'number':
    case 'hours':
    case 'far':
      return t(`roads.fault.${fault.code}`);
  }
}
