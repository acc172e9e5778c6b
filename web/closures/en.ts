import type { closuresVi } from './vi.ts';

export const closuresEn: Record<keyof typeof closuresVi, string> = {
  'why.closed': 'closed now: {{why}} ({{by}})',
  'note.crosses-closure': 'Has to cross a road to be avoided: {{why}} (said by {{by}}).',
};
