import type { JSX } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { dutyPhones } from '../water/duty-phones.ts';
import {
  estimateText,
  missingText,
  needText,
  supplySentences,
  supplyShown,
  type Wording,
} from '../water/supply-words.ts';

type SheetSupplyProps = {
  destination: ResponseResult['destination'];
  unit: UnitResponse | null;
  /** Less where the page is full. */
  wording: Wording;
  /** What is said of all of it in the end. */
  closing: 'supply.estimate' | 'supply.paper.short';
};

/** Need against flow, then who lays what from where, and whom to call: all that the panel unfolds. */
export function SheetSupply(props: SheetSupplyProps): JSX.Element | null {
  const { destination, unit, wording, closing } = props;
  const words = useWords();
  const { t } = words;
  const supply = supplyShown(destination, unit);
  if (!supply) return null;
  const missing = missingText(supply, unit?.hose?.relay ?? null, words);
  const sentences = supplySentences(destination, unit, words, wording);
  return (
    <section className="sheet-supply" data-testid="sheet-supply" data-wording={wording}>
      <p>
        <b>
          {needText(destination, supply, words)}
          {missing !== null && ` · ${missing}`}
        </b>
      </p>
      <p>
        <b>{t('supply.paper.relay')}:</b> {sentences.join(' ')}{' '}
        {estimateText(destination, words, closing)}
      </p>
      {dutyPhones(destination, unit).map(({ main, phone }) => (
        <p key={main}>
          {t('supply.phone', { main })} <b>{phone}</b>
        </p>
      ))}
    </section>
  );
}
