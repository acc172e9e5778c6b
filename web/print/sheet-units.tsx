import { Fragment, type JSX } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { isRough, secondsShown } from '../dispatch/time-bar-parts.ts';
import { unitClass } from '../dispatch/unit-answer.tsx';
import { limitText, movedStopText } from '../dispatch/unit-list.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import type { ListedUnit } from '../stop/listed-units.ts';
import { unitsOnPaper } from './units-on-paper.ts';
import type { Budget } from './use-fitted-page.ts';

/** Who cannot come is no help, however much room there is. */
const mostStuck = 12;

type SheetUnitsProps = {
  units: ListedUnit[];
  notRanked: ResponseResult['notRanked'];
  chosenId: string | null;
  /** As many as the page has room for. */
  budget: Budget;
};

/** Every unit in its order, in full as far as the page goes. */
export function SheetUnits({ units, notRanked, chosenId, budget }: SheetUnitsProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { rows: shown, firstAttack, support, stuck } = unitsOnPaper(units, chosenId);
  const rest = shown.slice(budget.rows);
  const withTime = ({ unit, stop }: ListedUnit): string => {
    const moved = movedStopText(stop, words);
    return `${unit.callSign} ${timeText(unit, words)}${moved && ` (${moved})`}`;
  };
  return (
    <section className="sheet-units" data-testid="sheet-units">
      {shown.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('print.toWater')}</th>
              <th>{t('print.crew')}</th>
              <th>{t('print.unit')}</th>
              <th>{t('print.stopAndWhy')}</th>
              <th>{t('print.hose')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, budget.rows).map(({ unit, stop }) => (
              <UnitRow
                key={unit.unitId}
                unit={unit}
                stop={stop}
                isChosen={unit.unitId === chosenId}
              />
            ))}
          </tbody>
        </table>
      )}
      <Others
        title={t('print.unitsMore', { n: rest.length })}
        names={rest.map(withTime)}
        most={budget.named}
      />
      <Others
        title={t('print.firstAttack')}
        names={firstAttack.map(withTime)}
        most={budget.named}
      />
      <Others title={t('print.support')} names={support.map(withTime)} most={budget.named} />
      <Others
        title={t('print.cannotCome')}
        names={stuck.map(({ unit }) => unit.callSign)}
        most={Math.min(budget.named, mostStuck)}
      />
      <Others
        title={t('print.notRanked')}
        names={notRanked.map(({ callSign, why }) => `${callSign} (${wordNote(why, words)})`)}
        most={budget.named}
      />
    </section>
  );
}

function UnitRow({ unit, stop, isChosen }: ListedUnit & { isChosen: boolean }): JSX.Element {
  const words = useWords();
  const isWater = unit.role === 'water';
  const clock = (seconds: number | null): string =>
    seconds === null ? '–' : words.format.clock(seconds);
  return (
    <tr className={isChosen ? 'sheet-chosen' : ''}>
      <td>{isWater && !isRough(unit) ? clock(unit.secondsToWater) : '–'}</td>
      <td>{clock(unit.secondsToCrew)}</td>
      <td>
        <b className="sheet-name">{unit.callSign}</b> {unitClass(unit, words)}
      </td>
      <td>{[movedStopText(stop, words), limitText(unit, words)].filter(Boolean).join(' · ')}</td>
      <td>{isWater && unit.hose ? `${words.format.number(unit.hose.meters)} m` : '–'}</td>
    </tr>
  );
}

function timeText(unit: UnitResponse, words: Words): string {
  const seconds = secondsShown(unit);
  return seconds === null ? '–' : words.format.clock(seconds);
}

type OthersProps = { title: string; names: string[]; most: number };

/** In one paragraph, each name unbroken; those beyond the most are counted. */
function Others({ title, names, most }: OthersProps): JSX.Element | null {
  const { t } = useWords();
  if (names.length === 0) return null;
  const unnamed = names.length - most;
  return (
    <p>
      {title}{' '}
      {names.slice(0, most).map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ' '}
          <span className="sheet-name">
            {index < most - 1 && index < names.length - 1 ? `${name},` : name}
          </span>
        </Fragment>
      ))}
      {unnamed > 0 && ` ${t('print.unnamed', { n: unnamed })}`}
    </p>
  );
}
