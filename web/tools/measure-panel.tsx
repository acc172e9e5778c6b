import type { JSX } from 'react';
import { errorText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { hosesFor } from './measure-legs.ts';
import { metersText } from './meters-text.ts';
import { ToolPanel } from './tool-panel.tsx';
import type { Measure } from './use-measure.ts';

type MeasurePanelProps = { measure: Measure; onClose: () => void };

/** All that the measuring lines show, in figures: straight, along the streets, per leg, in hoses. */
export function MeasurePanel({ measure, onClose }: MeasurePanelProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { points, measured, by, setBy } = measure;
  return (
    <ToolPanel title={t('measure.title')} onClose={onClose} testId="measure-panel">
      <div className="segments" role="group" aria-label={t('measure.by')}>
        {(['foot', 'drive'] as const).map((way) => (
          <button
            key={way}
            type="button"
            aria-pressed={way === by}
            onClick={() => setBy(way)}
            data-testid={`measure-${way}`}
          >
            {t(`measure.by.${way}`)}
          </button>
        ))}
      </div>
      {points.length < 2 && <p className="secondary">{t('measure.hint')}</p>}
      {points.length >= 2 && <Legs measure={measure} />}
      {points.length > 0 && (
        <div className="tool-buttons">
          <button type="button" className="plain-button" onClick={measure.removeLast}>
            {t('measure.removeLast')}
          </button>
          <button type="button" className="plain-button" onClick={measure.clear}>
            {t('measure.clear')}
          </button>
        </div>
      )}
      <p className="fp-unseen" role="status" data-testid="measure-live">
        {points.length === 1 && t('measure.first')}
        {points.length >= 2 && spoken(measured, words)}
      </p>
    </ToolPanel>
  );
}

function Legs({ measure }: { measure: Measure }): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const { legs, straightMeters, streetMeters } = measure.measured;
  const { street } = measure;
  const ways = street.legs.some((leg) => leg !== null);
  const offStreet = Math.max(0, ...street.legs.map((leg) => leg?.offStreetMeters ?? 0));
  return (
    <>
      <div className="measure-scroll">
        <table className="measure-legs">
          <thead>
            <tr>
              <th scope="col">{t('measure.leg')}</th>
              <th scope="col">{t('measure.straight')}</th>
              <th scope="col">{t('measure.street')}</th>
            </tr>
          </thead>
          <tbody>
            {legs.length > 1 &&
              legs.map((leg, index) => (
                <tr key={index}>
                  <th scope="row">{format.number(index + 1)}</th>
                  <td>{metersText(leg.straightMeters, words)}</td>
                  <td>{streetText(leg.streetMeters, measure, index, words)}</td>
                </tr>
              ))}
            <tr className="measure-total" data-testid="measure-total">
              <th scope="row">{t('measure.total')}</th>
              <td>{metersText(straightMeters, words)}</td>
              <td>
                {streetMeters === null
                  ? street.isAsking
                    ? '…'
                    : '–'
                  : metersText(streetMeters, words)}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="secondary" data-testid="measure-hoses">
        {t(streetMeters === null ? 'measure.hosesStraight' : 'measure.hoses', {
          n: hosesFor(streetMeters ?? straightMeters),
        })}
      </p>
      {street.failure !== null && (
        <p className="doubt">{t('measure.failed', { why: errorText(street.failure, words) })}</p>
      )}
      {!street.isAsking && street.failure === null && streetMeters === null && (
        <p className="doubt">{t(ways ? 'measure.someWithoutWay' : 'measure.noWay')}</p>
      )}
      {offStreet >= 15 && (
        <p className="secondary">{t('measure.offStreet', { meters: format.number(offStreet) })}</p>
      )}
    </>
  );
}

function streetText(
  meters: number | null,
  { street }: Measure,
  index: number,
  words: Words,
): string {
  if (meters !== null) return metersText(meters, words);
  return street.legs[index] === undefined ? '…' : '–';
}

function spoken(measured: Measure['measured'], words: Words): string {
  const straight = metersText(measured.straightMeters, words);
  return measured.streetMeters === null
    ? words.t('measure.live', { straight })
    : words.t('measure.liveStreet', {
        straight,
        street: metersText(measured.streetMeters, words),
      });
}
