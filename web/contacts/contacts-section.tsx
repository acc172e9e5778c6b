import './contacts.css';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { Contacts } from '../../server/contacts/schema.ts';
import { type ApiError, fetchContacts } from '../api.ts';
import { errorText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { contactsSummary, distanceText } from './contact-words.ts';

const freshMs = 60_000;

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
    staleTime: freshMs,
  });
  if (asked.isError && !asked.data)
    return (
      <p className="contacts note secondary" role="status">
        {words.t('contacts.failed', { why: errorText(asked.error, words) })}
      </p>
    );
  if (!asked.data) return null;
  const { onFoot, onDuty, hasRegister } = asked.data;
  if (onFoot.length + onDuty.length === 0)
    return (
      <p className="contacts note secondary" data-testid="contacts">
        {words.t(hasRegister ? 'contacts.noneNear' : 'contacts.noRegister')}
      </p>
    );
  return (
    <details className="contacts" data-testid="contacts">
      <summary>{contactsSummary(asked.data, words)}</summary>
      <ul className="contact-rows">
        {onDuty.map((contact) => (
          <ContactRow
            key={contact.id}
            name={contact.name}
            phone={contact.phone}
            about={[
              words.t(`contacts.kind.${contact.kind}`),
              ...(contact.meters === null ? [] : [words.format.distance(contact.meters)]),
            ]}
          />
        ))}
        {onFoot.map((contact) => (
          <ContactRow
            key={contact.id}
            name={contact.name}
            phone={contact.phone}
            about={[
              words.t(`contacts.kind.${contact.kind}`),
              distanceText(contact, words),
              ...(contact.equipment === null ? [] : [contact.equipment]),
            ]}
          />
        ))}
      </ul>
    </details>
  );
}

type ContactRowProps = { name: string; phone: string | null; about: string[] };

function ContactRow({ name, phone, about }: ContactRowProps): JSX.Element {
  const { t } = useWords();
  return (
    <li>
      <span className="contact-name">{name}</span>
      {phone === null ? (
        <span className="secondary">{t('contacts.noPhone')}</span>
      ) : (
        <a className="contact-phone" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
          {phone}
        </a>
      )}
      <span className="contact-about secondary">{about.join(' · ')}</span>
    </li>
  );
}
