import type { WordKey } from '../i18n/words.ts';

type KeyRow = {
  /** As the browser names them, letters small. */
  heard: readonly string[];
  /** As they stand on the keyboard; a text where it is no key. */
  shown: readonly string[] | { text: WordKey };
  meaning: WordKey;
};

/**
 * Every key of the screens, in the order of the help. No screen can listen to one that is not here:
 * so the help can leave none out.
 */
export const keyTable = [
  { heard: ['/'], shown: ['/'], meaning: 'help.search' },
  { heard: ['ArrowUp', 'ArrowDown'], shown: ['↑', '↓'], meaning: 'help.arrows' },
  { heard: ['Enter'], shown: ['Enter'], meaning: 'help.enter' },
  { heard: ['Escape'], shown: ['Esc'], meaning: 'help.escape' },
  { heard: ['n'], shown: ['N'], meaning: 'appearance.help' },
  { heard: ['p'], shown: ['P'], meaning: 'print.help' },
  { heard: ['x'], shown: ['X'], meaning: 'crew.help' },
  { heard: ['c'], shown: ['C'], meaning: 'readBack.help' },
  { heard: ['o'], shown: ['O'], meaning: 'origins.help' },
  { heard: ['s'], shown: ['S'], meaning: 'stop.help.move' },
  { heard: ['u'], shown: ['U'], meaning: 'stop.help.undo' },
  { heard: ['r'], shown: ['R'], meaning: 'byHand.help' },
  { heard: ['i'], shown: ['I'], meaning: 'set.help.type' },
  { heard: ['b'], shown: ['B'], meaning: 'set.help.level' },
  { heard: ['t'], shown: ['T'], meaning: 'set.help.markSent' },
  { heard: ['l'], shown: ['L'], meaning: 'layers.help' },
  { heard: ['m'], shown: ['M'], meaning: 'measure.help' },
  { heard: ['Backspace'], shown: ['⌫'], meaning: 'measure.help.back' },
  { heard: ['g'], shown: ['G'], meaning: 'wind.help' },
  { heard: ['d'], shown: ['D'], meaning: 'roads.help' },
  { heard: ['w'], shown: ['W'], meaning: 'issues.help' },
  { heard: ['k'], shown: ['K'], meaning: 'closures.help' },
  { heard: ['?'], shown: ['?'], meaning: 'help.help' },
  { heard: [], shown: { text: 'help.press.key' }, meaning: 'help.press' },
  { heard: [], shown: ['← ↑ ↓ →', '+', '−', 'Enter'], meaning: 'help.map' },
] as const satisfies readonly KeyRow[];

export type ScreenKey = (typeof keyTable)[number]['heard'][number];
