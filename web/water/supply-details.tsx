import type { JSX } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Fold } from '../ui/fold.tsx';
import { dutyPhones } from './duty-phones.ts';
import { detailsTitle, estimateText, supplySentences, supplyShown } from './supply-words.ts';

type SupplyDetailsProps = {
  destination: ResponseResult['destination'];
  unit: UnitResponse | null;
};

/** Lines, lengths, loss and pumps, tankers, and whom to call: all that the map draws of it, in words. */
export function SupplyDetails({ destination, unit }: SupplyDetailsProps): JSX.Element | null {
  const words = useWords();
  const supply = supplyShown(destination, unit);
  if (!supply) return null;
  const title = detailsTitle(supply, unit?.hose?.relay ?? null, words);
  return (
    <Fold testId="supply-details" title={title}>
      <ul className="supply-details">
        {supplySentences(destination, unit, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {dutyPhones(destination, unit).map(({ main, phone }) => (
          <li key={main}>
            {words.t('supply.phone', { main })} <PhoneLink phone={phone} />
          </li>
        ))}
        <li className="secondary">{estimateText(destination, words)}</li>
      </ul>
    </Fold>
  );
}
