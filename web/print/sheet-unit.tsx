import type { JSX } from 'react';
import type { UnitResponse } from '../../server/response/schema.ts';
import { standOf } from '../choices/unit-task.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { coordinatesText } from '../dispatch/place-head.tsx';
import { barPartsOf, secondsShown } from '../dispatch/time-bar-parts.ts';
import { stopPlace, stopReason } from '../dispatch/stop-words.ts';
import { figureMeaning, unitClass } from '../dispatch/unit-answer.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { toWaterText } from '../water/hose-words.ts';

/** The unit that the maps show: how soon, where it stops and why, how much hose; `lines` on its choice. */
export function SheetUnit({ unit, lines }: { unit: UnitResponse; lines: string[] }): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const seconds = secondsShown(unit);
  const { stop, hose } = unit;
  const stand = standOf(unit);
  const showsCrew =
    !stand && unit.role === 'water' && unit.rankedBy === 'water' && unit.secondsToCrew !== null;
  return (
    <section className="sheet-unit" data-testid="sheet-unit">
      <p className="sheet-figure">
        {seconds !== null && <b>{format.clock(seconds)}</b>}
        <span>
          {figureMeaning(unit, seconds, t)}
          {showsCrew && ` · ${format.clock(unit.secondsToCrew ?? 0)} ${t('answer.toCrew')}`}
        </span>
      </p>
      <p>
        <b>{unit.callSign}</b> · {unit.station.name} · {unitClass(unit, words)}
      </p>
      <p className="sheet-parts">{partsText(unit, words)}</p>
      {stop && (
        <p>
          <b>
            {t(stand ? `task.${stand}.label` : 'stop.label')}: {stopPlace(stop, words)}
          </b>{' '}
          – {stopReason(unit, words)}.{' '}
          <span className="sheet-parts">
            {t('print.stopAt', { position: coordinatesText(stop) })}
          </span>
        </p>
      )}
      {hose && hose.meters >= 1 && <p>{hoseText(unit, hose, words)}</p>}
      {lines.map((line) => (
        <p key={line} className="sheet-note">
          {line}
        </p>
      ))}
      {unit.notes.map((note) => (
        <p key={note.code} className="sheet-note">
          {wordNote(note, words)}
        </p>
      ))}
    </section>
  );
}

function partsText(unit: UnitResponse, { t, format }: Words): string {
  return barPartsOf(unit)
    .map((part) => `${t(`part.${part.kind}`)} ${format.clock(part.seconds)}`)
    .join(' · ');
}

type Hose = NonNullable<UnitResponse['hose']>;

function hoseText(unit: UnitResponse, hose: Hose, words: Words): JSX.Element {
  const { t, format } = words;
  const meters = t('hose.meters', { meters: format.number(hose.meters) });
  if (unit.role !== 'water')
    return (
      <b>
        {t('foot.label')}: {meters}
      </b>
    );
  return (
    <>
      <b>
        {t('hose.label')}: {meters} · {t('hose.lengths', { n: hose.lengths })}
        {toWaterText(hose, words)}
      </b>{' '}
      ({t('hose.carried', { n: hose.carriedLengths })}; {t('print.hoseDerived')})
      {hose.missingLengths > 0 && <b> – {t('hose.missing', { n: hose.missingLengths })}</b>}
    </>
  );
}
