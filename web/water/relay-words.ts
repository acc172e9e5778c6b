// One line of hose and its pumps, in words: on the screen, on paper, and for those who cannot see the map.

import type { UnitResponse } from '../../server/response/schema.ts';
import type { RelayPlan } from '../../server/response/water-schema.ts';
import type { Words } from '../i18n/words.ts';

type Pump = RelayPlan['pumpPlaces'][number];

/** Where a line begins: its pumps are counted from there. */
type From = 'water' | 'engine';

export function relayText(
  relay: RelayPlan,
  words: Words,
  { isFull, from, isUnmeasured = false }: { isFull: boolean; from: From; isUnmeasured?: boolean },
): string {
  const { t, format } = words;
  const pumps = relay.pumpPlaces
    .map((pump) => {
      // Why one stands at a hydrant.
      const why = isUnmeasured && pump.at === 'water' ? t('supply.pump.unmeasured') : '';
      return pumpText(pump, from, words) + why;
    })
    .join('; ');
  const text = t('supply.relay', {
    lines: relay.lines,
    hose: relay.hoseLengths,
    loss: format.number(relay.lossBar, 1),
    missing:
      relay.missingLengths > 0 ? ` (${t('supply.missingHose', { n: relay.missingLengths })})` : '',
    pumps: pumps === '' ? t('supply.noPump') : pumps,
  });
  // Another way is worth a word only where this one takes more than one pump or line.
  const isLong = isFull && (relay.pumps > 1 || relay.lines > 1);
  const [other] = isLong ? relay.others : [];
  if (!other) return `${text}.`;
  const { lines, hoseLengths: hose, pumps: count } = other;
  return `${text} (${t('supply.or', { lines, pumps: count, hose })}).`;
}

function pumpText({ at, meters, broughtBy }: Pump, from: From, { t, format }: Words): string {
  if (at === 'engine') return t('supply.pump.engine', { who: broughtBy?.callSign ?? '' });
  const who = broughtBy
    ? t(`supply.by.${broughtBy.means}`, { callSign: broughtBy.callSign })
    : t('supply.by.nobody');
  if (at === 'water') return t('supply.pump.water', { who });
  return t(`supply.pump.from.${from}`, { who, meters: format.number(meters) });
}

/** The pumps that the map marks, one by one. */
export function pumpTexts({ water, hose }: UnitResponse, words: Words): string[] {
  const textsOf = ({ pumpPlaces }: RelayPlan, from: From): string[] =>
    pumpPlaces.filter(({ at }) => at !== 'engine').map((pump) => pumpText(pump, from, words));
  return [
    ...(water?.supply?.feeds ?? []).flatMap(({ relay }) => textsOf(relay, 'water')),
    ...(hose?.relay ? textsOf(hose.relay, 'engine') : []),
  ];
}
