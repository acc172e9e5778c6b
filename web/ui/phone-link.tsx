import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** A number that a phone dials at a press; said to be missing where there is none. */
export function PhoneLink({ phone }: { phone: string | null }): JSX.Element {
  const { t } = useWords();
  if (phone === null) return <span className="secondary">{t('contacts.noPhone')}</span>;
  return (
    <a className="phone-link" href={`tel:${dialled(phone)}`}>
      {phone}
    </a>
  );
}

/** Digits, with a leading plus. */
function dialled(phone: string): string {
  return phone.replaceAll(/(?!^\+)[^\d]/g, '');
}
