import { Fragment, type JSX } from 'react';
import { readPhones } from '../../geo/read-phones.ts';
import { useWords } from '../i18n/use-words.ts';

/** Phones as the register writes them, each of which is dialled at a press; said to be missing where there is none. */
export function PhoneLink({ phone }: { phone: string | null }): JSX.Element {
  const { t } = useWords();
  if (phone === null) return <span className="secondary">{t('contacts.noPhone')}</span>;
  return (
    <span className="phones">
      {readPhones(phone).map(({ text, tel, extension }, i) =>
        tel === null ? (
          text
        ) : (
          <Fragment key={i}>
            <a className="phone-link" href={`tel:${tel}`}>
              {text}
            </a>
            {extension !== null && (
              <span className="secondary"> ({t('contacts.extension', { extension })})</span>
            )}
          </Fragment>
        ),
      )}
    </span>
  );
}
