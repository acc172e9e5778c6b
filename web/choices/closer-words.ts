import type { Closer } from '../../server/response/choices-schema.ts';
import { wordNote } from '../dispatch/note-words.ts';
import type { Words } from '../i18n/words.ts';

/** What it is and why it gets closer; what is left then; and its two clocks. */
export type CloserText = { who: string; left: string; clocks: [string, string] };

export function closerText(closer: Closer, words: Words): CloserText {
  const { t, format } = words;
  const { kind, vehicleClass, hoseMeters, secondsOfAgent, secondsToCrew, secondsToWater } = closer;
  const missing = closer.reelMeters === null ? closer.missingLengths : 0;
  const name = kind === 'carried-pump' ? t('closer.pump') : className(vehicleClass, words);
  const left = Math.round(hoseMeters);
  return {
    who: `${name}, ${wordNote(closer.why, words)}`,
    left: [
      left === 0 ? t('closer.toDoor') : t('closer.left', { meters: format.number(left) }),
      agentText(closer, words),
      missing > 0 ? t('alternative.missing', { n: format.number(missing) }) : null,
    ]
      .filter((text) => text !== null)
      .join(' · '),
    clocks: [
      waterText(secondsToWater, secondsOfAgent, words),
      t('closer.crew', { clock: format.clock(secondsToCrew) }),
    ],
  };
}

/** How long first attack lasts, or that it gets no water to the door at all. */
function agentText({ secondsOfAgent, reelMeters }: Closer, { t, format }: Words): string | null {
  if (reelMeters !== null) return t('closer.reel', { meters: format.number(reelMeters) });
  return secondsOfAgent === null
    ? null
    : t('closer.agent', { clock: format.lasts(secondsOfAgent) });
}

function className(vehicleClass: string, words: Words): string {
  return words.maybe(`unit.class.${vehicleClass}`) ?? vehicleClass;
}

function waterText(
  secondsToWater: number | null,
  secondsOfAgent: number | null,
  { t, format }: Words,
): string {
  if (secondsOfAgent !== null) return t('unit.firstAttack.short');
  if (secondsToWater === null) return t('closer.noWater');
  return t('closer.water', { clock: format.clock(secondsToWater) });
}
