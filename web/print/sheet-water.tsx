import type { JSX } from 'react';
import { emptyStatus, type WaterShown } from '../dispatch/water-rows.ts';
import { capacityText, metersText, waterName } from '../dispatch/water-words.ts';
import { useWords } from '../i18n/use-words.ts';
import type { NumberedWater } from './numbered-water.ts';
import { WaterSign } from './paper-signs.tsx';
import { isOnPaper, type PaperView } from './paper-view.ts';

type SheetWaterProps = { shown: WaterShown; water: NumberedWater[]; view: PaperView | null };

/** Where water is, with the numbers of the map; never an empty list without a reason. */
export function SheetWater({ shown, water, view }: SheetWaterProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  return (
    <section className="sheet-water" data-testid="sheet-water">
      {shown.isUnasked && <p>{t('water.unasked')}</p>}
      {shown.usable.length === 0 && !shown.isUnasked && (
        <p>
          {t(`water.${emptyStatus(shown.status)}`, { meters: format.number(shown.reachMeters) })}
        </p>
      )}
      {water.length > 0 && (
        <table>
          <thead>
            <tr>
              <th colSpan={3}>{t('water.label')}</th>
              <th>{t('water.fromStop')}</th>
              <th>{t('water.fromDoor')}</th>
            </tr>
          </thead>
          <tbody>
            {water.map(({ row, number, position }) => (
              <tr key={row.point.id}>
                <td>
                  <svg className="paper-scene" viewBox="-11 -11 22 22">
                    <WaterSign point={row.point} number={number} />
                  </svg>
                </td>
                <td>
                  <b>{waterName(row, words)}</b>
                  {view && !isOnPaper(view, position) && ` (${t('print.offMap')})`}
                </td>
                <td>{capacityText(row, words)}</td>
                <td>{metersText(row.fromStopMeters, words)}</td>
                <td>{metersText(row.fromDoorMeters, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
