import './contacts.css';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { Contacts } from '../../server/contacts/schema.ts';
import { type ApiError, fetchContacts } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';
import { errorText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { PhoneLink } from '../ui/phone-link.tsx';
import { RuledRow } from '../ui/ruled-row.tsx';
import { contactRows, contactsSummary } from './contact-words.ts';

const freshMs = 60_000;
/** Remembered phones are asked for again. */
const agedMs = 5_000;

/** Whom to call: one line that unfolds to names and phones. */
export function ContactsSection({
  door,
}: {
  door: { lon: number; lat: number };
}): JSX.Element | null {
  const words = useWords();
  const { lon, lat } = door;
  const asked = useQuery<Contacts, ApiError>({
    queryKey: ['contacts', lon, lat],
    queryFn: ({ signal }) => fetchContacts([lon, lat], signal),
    refetchInterval: (query) =>
      afterFailure(query) || (query.state.data?.ageSeconds !== undefined && agedMs),
    staleTime: freshMs,
  });
  if (asked.isError && !asked.data)
    return (
      <p className="contacts note secondary" role="status">
        {words.t('contacts.failed', { why: errorText(asked.error, words) })}
      </p>
    );
  if (!asked.data) return null;
  const { onFoot, onDuty, hasRegister, ageSeconds } = asked.data;
  if (onFoot.length + onDuty.length === 0)
    return (
      <p className="contacts note secondary" data-testid="contacts">
        {words.t(hasRegister ? 'contacts.noneNear' : 'contacts.noRegister')}
      </p>
    );
  return (
    <details className="contacts" data-testid="contacts">
      <summary>{contactsSummary(asked.data, words)}</summary>
      {ageSeconds !== undefined && (
        <p className="note secondary" role="status">
          {words.t('contacts.lastKnown', { age: words.format.age(ageSeconds) })}
        </p>
      )}
      <ul className="ruled-rows">
        {contactRows(asked.data, words).map(({ id, name, phone, about }) => (
          <RuledRow key={id} name={name} value={<PhoneLink phone={phone} />} about={about} />
        ))}
      </ul>
    </details>
  );
}
