import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { filledBeside, obstacleText, standingBeside } from './correction-words.ts';
import { faultText } from './fault-words.ts';
import { RoadField } from './road-field.tsx';
import type { Roads } from './use-roads.ts';

/** What stands in the way: its kind, and what that kind asks for. */
export function ObstacleFields({ roads }: { roads: Roads }): JSX.Element {
  const words = useWords();
  const { t, maybe, format } = words;
  const { draft, change, faults, pick } = roads;
  const kind = pick.kinds.find((each) => each.kind === draft.kind);
  const beside = kind?.hasHours === true ? filledBeside(pick.entered, draft, words) : null;
  const road = pick.road.data;
  const near = kind?.place === 'point' && road ? standingBeside(pick.entered, kind.kind, road) : [];
  return (
    <>
      <label className="tool-field">
        {t('roads.field.kind')}
        <select
          value={draft.kind}
          aria-invalid={faults.kind !== undefined}
          onChange={({ currentTarget }) => change({ ...draft, kind: currentTarget.value })}
          data-testid="road-kind"
        >
          <option value="">{t('roads.no-obstacle')}</option>
          {pick.kinds.map((each) => (
            <option key={each.kind} value={each.kind}>
              {maybe(`barrier.${each.kind}`) ?? `${t('barrier.other')} (${each.kind})`}
            </option>
          ))}
        </select>
        {faults.kind && <span className="doubt">{faultText('kind', faults.kind, words)}</span>}
      </label>
      {kind && (
        <>
          <p className="secondary">
            {t(kind.place === 'point' ? 'roads.at-point' : 'roads.whole-way')}
            {!kind.passesMotor &&
              ` ${t(kind.passesMotorbikes ? 'roads.stops-but-motorbikes' : 'roads.stops-engines')}`}
          </p>
          {near.map(({ meters, obstacle }) => (
            <p
              key={`${obstacle.kind}${obstacle.lon},${obstacle.lat}`}
              className="doubt"
              data-testid="road-stands-beside"
            >
              {t('roads.stands-beside', {
                meters: format.number(meters, 0),
                what: obstacleText(obstacle, words),
              })}
            </p>
          ))}
          {kind.limits !== null && (
            <RoadField name="clear" label={t(`roads.field.clear-${kind.limits}`)} roads={roads} />
          )}
          {kind.hasHours && (
            <div className="road-since" role="group" aria-label={t('roads.hours')}>
              {(['from', 'to'] as const).map((name) => (
                <label key={name} className="tool-field">
                  {t(`roads.field.${name}`)}
                  <input
                    type="time"
                    value={draft[name]}
                    aria-invalid={faults.hours !== undefined}
                    onChange={({ currentTarget }) =>
                      change({ ...draft, [name]: currentTarget.value })
                    }
                    data-testid={`road-field-${name}`}
                  />
                </label>
              ))}
              {faults.hours && (
                <span className="doubt">{faultText('hours', faults.hours, words)}</span>
              )}
            </div>
          )}
          {beside !== null && <p className="secondary">{t('roads.beside', { what: beside })}</p>}
        </>
      )}
    </>
  );
}
