import type { Contacts } from '../../server/contacts/schema.ts';
import type { Words } from '../i18n/words.ts';

/** Who is near, and that somebody is on duty. */
export function contactsSummary(
  { onFoot, onDuty, reachMeters }: Contacts,
  { t, format }: Words,
): string {
  const kinds = [...new Set(onDuty.map(({ kind }) => t(`contacts.short.${kind}`)))];
  const near =
    onFoot.length === 0
      ? []
      : [t('contacts.near', { n: onFoot.length, meters: format.number(reachMeters) })];
  return `${t('contacts.call')}: ${[...near, ...kinds].join(', ')}`;
}

/** With a sign where the road graph did not say. */
export function distanceText(
  { meters, isEstimated }: Contacts['onFoot'][number],
  { t, format }: Words,
): string {
  return t(isEstimated ? 'contacts.about' : 'contacts.onFoot', { meters: format.number(meters) });
}

export type ContactRow = { id: string; name: string; phone: string | null; about: string };

/** Those on duty first, then those who are near, with what each is and how far. */
export function contactRows({ onDuty, onFoot }: Contacts, words: Words): ContactRow[] {
  const { t, format } = words;
  return [
    ...onDuty.map((contact) => ({
      ...contact,
      where: contact.meters === null ? [] : [format.distance(contact.meters)],
    })),
    ...onFoot.map((contact) => ({
      ...contact,
      where: [distanceText(contact, words), ...(contact.equipment ? [contact.equipment] : [])],
    })),
  ].map(({ id, name, phone, kind, where }) => ({
    id,
    name,
    phone,
    about: [t(`contacts.kind.${kind}`), ...where].join(' · '),
  }));
}
