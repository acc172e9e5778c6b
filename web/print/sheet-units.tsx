import type { JSX } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { secondsShown } from '../dispatch/time-bar-parts.ts';
import { unitClass } from '../dispatch/unit-answer.tsx';
import { limitText } from '../dispatch/unit-list.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';

type SheetUnitsProps = {
  units: UnitResponse[];
  notRanked: ResponseResult['notRanked'];
  chosenId: string | null;
  /** As many as the page has room for; the others follow with their times only. */
  rows: number;
};

/** More names than this nobody reads; how many there are is said all the same. */
const mostNamed = 16;

/** Every unit in its order, in full as far as the page goes. */
export function SheetUnits({ units, notRanked, chosenId, rows }: SheetUnitsProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const shown = units.filter(({ role, unitId }) => role === 'water' || unitId === chosenId);
  const rest = shown.slice(rows);
  const firstAttack = units.filter((unit) => !shown.includes(unit));
  const withTimes = (some: UnitResponse[]): string =>
    shortList(some.map((unit) => `${unit.callSign} ${timeText(unit, words)}`));
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
            {shown.slice(0, rows).map((unit) => (
              <UnitRow key={unit.unitId} unit={unit} isChosen={unit.unitId === chosenId} />
            ))}
          </tbody>
        </table>
      )}
      {rest.length > 0 && <p>{t('print.unitsMore', { n: rest.length, units: withTimes(rest) })}</p>}
      {firstAttack.length > 0 && <p>{t('print.firstAttack', { units: withTimes(firstAttack) })}</p>}
      {notRanked.length > 0 && (
        <p>
          {t('print.notRanked', {
            units: shortList(
              notRanked.map(({ callSign, why }) => `${callSign} (${wordNote(why, words)})`),
            ),
          })}
        </p>
      )}
    </section>
  );
}

function UnitRow({ unit, isChosen }: { unit: UnitResponse; isChosen: boolean }): JSX.Element {
  const words = useWords();
  const isWater = unit.role === 'water';
  const clock = (seconds: number | null): string =>
    seconds === null ? '–' : words.format.clock(seconds);
  return (
    <tr className={isChosen ? 'sheet-chosen' : ''}>
      <td>{isWater ? clock(secondsShown(unit)) : '–'}</td>
      <td>{clock(unit.secondsToCrew)}</td>
      <td>
        <b>{unit.callSign}</b> {unitClass(unit, words)}
      </td>
      <td>{limitText(unit, words)}</td>
      <td>{unit.hose ? `${words.format.number(unit.hose.meters)} m` : '–'}</td>
    </tr>
  );
}

function timeText(unit: UnitResponse, words: Words): string {
  const seconds = secondsShown(unit);
  return seconds === null ? '–' : words.format.clock(seconds);
}

function shortList(texts: string[]): string {
  return texts.slice(0, mostNamed).join(', ') + (texts.length > mostNamed ? ', …' : '');
}
