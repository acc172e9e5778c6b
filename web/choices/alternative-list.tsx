import type { JSX } from 'react';
import type { Alternative } from '../../server/response/choices-schema.ts';
import { isSamePlace } from '../dispatch/dispatch-scene.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import type { LonLat } from '../stop/stop-moves.ts';
import { toWaterText } from '../water/hose-words.ts';

type AlternativeListProps = {
  alternatives: Alternative[];
  /** Where the unit stops now. */
  shown: LonLat | null;
  onChoose: (stop: LonLat) => void;
};

/** Stops nearly as good as the planned one; pressing one moves the unit there. */
export function AlternativeList(props: AlternativeListProps): JSX.Element | null {
  const words = useWords();
  const { alternatives, shown, onChoose } = props;
  if (alternatives.length === 0) return null;
  return (
    <section aria-labelledby="alternatives-title" data-testid="alternatives">
      <h3 id="alternatives-title">{words.t('alternative.title')}</h3>
      <ul>
        {alternatives.map((each) => (
          <li key={`${each.stop.lon} ${each.stop.lat}`}>
            <button
              type="button"
              className="choice-row choice-stop"
              aria-pressed={isSamePlace(each.stop, shown)}
              onClick={() => onChoose({ lon: each.stop.lon, lat: each.stop.lat })}
            >
              <span>{wordNote(each.why, words)}</span>
              <b className="choice-clock">{laterText(each.extraSeconds, words)}</b>
              <span className="secondary">{hoseText(each, words)}</span>
              <span className="choice-clock secondary">{clocksText(each, words)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function laterText(extraSeconds: number, { t, format }: Words): string {
  const seconds = Math.round(extraSeconds);
  if (seconds === 0) return t('alternative.same');
  const clock = format.clock(Math.abs(seconds));
  return t(seconds > 0 ? 'alternative.later' : 'alternative.sooner', { clock });
}

function hoseText({ hose }: Alternative, words: Words): string {
  const { t, format } = words;
  const meters = format.number(hose.meters);
  // Who lays no hose walks.
  if (hose.lengths === 0) return `${t('foot.label')} ${t('hose.meters', { meters })}`;
  const carried = `${t('alternative.hose', { meters, n: hose.lengths })}${toWaterText(hose, words)}`;
  if (hose.missingLengths === 0) return carried;
  return `${carried} · ${t('alternative.missing', { n: hose.missingLengths })}`;
}

function clocksText({ secondsToWater, secondsToCrew }: Alternative, { t, format }: Words): string {
  const crew = t('closer.crew', { clock: format.clock(secondsToCrew) });
  if (secondsToWater === null) return crew;
  return `${t('closer.water', { clock: format.clock(secondsToWater) })} · ${crew}`;
}
