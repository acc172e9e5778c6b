import './supply.css';
import type { JSX } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { WaterSupply } from '../../server/response/water-schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { missingText, needText, supplyShown } from './supply-words.ts';

type SupplyProps = {
  destination: ResponseResult['destination'];
  unit: UnitResponse | null;
};

/** What the building needs beside what there is, in one line. */
export function SupplyLine({ destination, unit }: SupplyProps): JSX.Element | null {
  const words = useWords();
  const supply = supplyShown(destination, unit);
  if (!supply) return null;
  const missing = missingText(supply, unit?.hose?.relay ?? null, words);
  return (
    <p className="supply-line" data-testid="supply">
      <span>{needText(destination, supply, words)}</span>
      {missing !== null && <strong className="missing">{missing}</strong>}
      {destination.need && <SupplyBar need={destination.need.litersPerSecond} supply={supply} />}
    </p>
  );
}

/** Full where the need is met; each feed is a part, so that it shows how many it takes. */
function SupplyBar({ need, supply }: { need: number; supply: WaterSupply }): JSX.Element {
  return (
    <span className="supply-bar" aria-hidden="true">
      {supply.feeds.map(({ waterId, litersPerSecond }) => (
        <span key={waterId} style={{ width: `${(100 * litersPerSecond) / need}%` }} />
      ))}
    </span>
  );
}
