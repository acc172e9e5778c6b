import './water.css';
import type { JSX } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { waterIcon } from '../../tiles/icons/water-icon.ts';
import { flowOrigin } from '../origins/origin-words.ts';
import { StyleIcon } from '../map/style-icon.tsx';
import { Fold } from '../ui/fold.tsx';
import { SupplyDetails } from '../water/supply-details.tsx';
import { SupplyLine } from '../water/supply-line.tsx';
import { emptyStatus, type WaterRow, waterShown } from './water-rows.ts';
import { capacityText, metersText, waterName } from './water-words.ts';

type WaterSectionProps = {
  destination: ResponseResult['destination'];
  unit: UnitResponse | null;
};

/** Three usable points, those not checked in time apart, and never an empty list without a reason. */
export function WaterSection({ destination, unit }: WaterSectionProps): JSX.Element {
  const { t, format } = useWords();
  const water = waterShown(destination, unit);
  return (
    <section className="water" data-testid="water" data-status={water.status}>
      <div className="water-head">
        <h3>{t('water.label')}</h3>
        {water.usable.length + water.unverified.length > 0 && (
          <>
            <span className="secondary">{t('water.fromStop')}</span>
            <span className="secondary">{t('water.fromDoor')}</span>
          </>
        )}
      </div>
      <SupplyLine destination={destination} unit={unit} />
      {water.isUnasked && (
        <p className="note" data-testid="water-unasked">
          {t('water.unasked')}
        </p>
      )}
      {water.usable.length === 0 && !water.isUnasked && (
        <p className="note">
          {t(`water.${emptyStatus(water.status)}`, { meters: format.number(water.reachMeters) })}
        </p>
      )}
      <WaterRows rows={water.usable} />
      <SupplyDetails destination={destination} unit={unit} />
      <WaterFold
        rows={water.usableFromDoor}
        title={t('water.more', { n: water.usableFromDoor.length })}
        testId="water-more"
      />
      <WaterFold
        rows={water.unverified}
        title={t('water.unverified', { n: water.unverified.length })}
        testId="water-unverified"
      />
    </section>
  );
}

function WaterFold(props: { rows: WaterRow[]; title: string; testId: string }): JSX.Element | null {
  if (props.rows.length === 0) return null;
  return (
    <Fold testId={props.testId} title={props.title}>
      <WaterRows rows={props.rows} />
    </Fold>
  );
}

function WaterRows({ rows }: { rows: WaterRow[] }): JSX.Element {
  const words = useWords();
  return (
    <ul className="water-rows">
      {rows.map((row) => (
        <li key={row.point.id}>
          <StyleIcon name={waterIcon(row.point.kind, row.point.status)} />
          <span className="water-name">{waterName(row, words)}</span>
          <span
            className={hasKnownFlow(row) ? 'water-flow' : 'secondary'}
            title={flowOrigin(row.point, words)}
          >
            {capacityText(row, words)}
          </span>
          <span className="water-meters" title={words.t('origin.walk')}>
            {metersText(row.fromStopMeters, words)}
          </span>
          <span className="water-meters" title={words.t('origin.walk')}>
            {metersText(row.fromDoorMeters, words)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function hasKnownFlow({ point }: WaterRow): boolean {
  return point.status === 'usable' && point.litersPerSecond !== null;
}
