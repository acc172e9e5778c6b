import type { Translation } from '../i18n/translation.ts';
import type { authorVi } from './vi.ts';

export const authorEn: Translation<typeof authorVi> = {
  'author.name': 'Your name (remembered on this machine)',
  'author.needed': 'Type your name first.',
  'author.unverified': '{{by}} (unverified)',
};
