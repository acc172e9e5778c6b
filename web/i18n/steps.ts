// Turn-by-turn wording. Vietnamese as spoken in Hanoi: "Rẽ", never "Quẹo".

import type { Step } from '../../server/response/schema.ts';
import type { Language } from './language.ts';
import { nameInSentence, signedGoal } from './road-name.ts';

type Wording = {
  turns: Record<string, string>;
  depart: string;
  /** Which way that is, by the wind's name. */
  heading: (wind: string) => string;
  /** From north on, clockwise. */
  winds: string[];
  arrive: string;
  /** Behind the arrival: the goal itself, or what leads on to it on foot. */
  goal: Record<'place' | 'alley' | 'way', string>;
  onSide: (what: string, side: Side) => string;
  /** Between a manoeuvre and the road that it leads onto. */
  onto: string;
  along: string;
  /** Before what a sign says, where the ramp has no other name. */
  towards: string;
  /** Where the road stays the same. */
  on: string;
  goOn: string;
  /** `turn`: into the street; null where it lies straight ahead. */
  contraflow: (turn: string | null) => string;
  /** With its exit, or its exit not being known; `onto` a road, or to somewhere on the ring. */
  roundabout: (exit: number | null, onto: string) => string;
  merge: (side: Side | null) => string;
  endOfRoad: (turn: string) => string;
  fork: (side: Side | null) => string;
  /** Before a landmark: at the corner, and not far from it. */
  beside: string;
  near: string;
  /** Behind the rest of the step. */
  tight: string;
};
type Side = 'left' | 'right';

const vietnameseSide = { left: 'trái', right: 'phải' };

const vietnamese: Wording = {
  turns: {
    left: 'Rẽ trái',
    right: 'Rẽ phải',
    'slight left': 'Chếch sang trái',
    'slight right': 'Chếch sang phải',
    'sharp left': 'Rẽ ngoặt sang trái',
    'sharp right': 'Rẽ ngoặt sang phải',
    straight: 'Đi thẳng',
    uturn: 'Quay đầu',
  },
  depart: 'Xuất phát',
  heading: (wind) => `về hướng ${wind}`,
  winds: ['Bắc', 'Đông Bắc', 'Đông', 'Đông Nam', 'Nam', 'Tây Nam', 'Tây', 'Tây Bắc'],
  arrive: 'Đến nơi',
  goal: { place: 'điểm đến', alley: 'ngõ', way: 'lối vào' },
  onSide: (what, side) => `${what} ở bên ${vietnameseSide[side]}`,
  onto: 'vào',
  along: 'theo',
  towards: 'theo hướng',
  on: 'trên',
  goOn: 'Đi tiếp',
  contraflow: (turn) => (turn ? `${turn}, đi ngược chiều` : 'Đi ngược chiều'),
  roundabout: (exit, onto) => {
    if (exit === null) return onto ? `Vào vòng xuyến, ra lối${onto}` : 'Vào vòng xuyến';
    return `Vào vòng xuyến, ra lối thứ ${exit === 1 ? 'nhất' : exit}${onto}`;
  },
  merge: (side) => (side ? `Nhập làn bên ${vietnameseSide[side]}` : 'Nhập làn'),
  endOfRoad: (turn) => `Đến cuối đường, ${lowerFirst(turn)}`,
  fork: (side) =>
    side ? `Đến chỗ rẽ nhánh, đi nhánh bên ${vietnameseSide[side]}` : 'Đến chỗ rẽ nhánh, đi thẳng',
  beside: 'cạnh',
  near: 'gần',
  tight: 'khúc rẽ hẹp, có thể phải tiến lùi',
};

const english: Wording = {
  turns: {
    left: 'Turn left',
    right: 'Turn right',
    'slight left': 'Bear left',
    'slight right': 'Bear right',
    'sharp left': 'Turn sharp left',
    'sharp right': 'Turn sharp right',
    straight: 'Go straight',
    uturn: 'Make a U-turn',
  },
  depart: 'Set off',
  heading: (wind) => `heading ${wind}`,
  winds: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  arrive: 'Arrive',
  goal: { place: 'the destination', alley: 'the alley', way: 'the way in' },
  onSide: (what, side) => `${what} on the ${side}`,
  onto: 'onto',
  along: 'along',
  towards: 'towards',
  on: 'on',
  goOn: 'Continue',
  contraflow: (turn) => `${turn ?? 'Drive'} against the one-way traffic`,
  roundabout: (exit, onto) => {
    if (exit === null)
      return onto ? `At the roundabout take the exit${onto}` : 'Enter the roundabout';
    return `At the roundabout take the ${ordinal(exit)} exit${onto}`;
  },
  merge: (side) => (side ? `Merge ${side}` : 'Merge'),
  endOfRoad: (turn) => `At the end of the road ${lowerFirst(turn)}`,
  fork: (side) => (side ? `At the fork keep ${side}` : 'At the fork go straight'),
  beside: 'by',
  near: 'near',
  tight: 'tight turn, may need shunting',
};

type Told = Pick<Step, 'code' | 'modifier' | 'heading' | 'exit' | 'roadName' | 'goal'>;

/** One step as a sentence without its full stop; a road without a name is left out. */
export function wordStep(step: Told & Pick<Step, 'near' | 'tight'>, language: Language): string {
  const { beside, near, tight } = language === 'vi' ? vietnamese : english;
  const words = [wordManoeuvre(step, language)];
  if (step.near) {
    const word = step.near.meters <= besideMeters ? beside : near;
    words.push(`, ${word} ${lowerFirstWord(step.near.name, language)}`);
  }
  if (step.tight) words.push(` — ${tight}`);
  return words.join('');
}

/** Nearer than this a landmark stands at the corner itself. */
const besideMeters = 15;

/** "chợ Khương Hạ" in a Vietnamese sentence; names that begin with no common noun stay. */
function lowerFirstWord(name: string, language: Language): string {
  if (language !== 'vi') return name;
  return name.replace(/^(Chợ|Chùa|Đình|Đền|Trường|Bệnh viện|Nhà thờ|Công viên)(?= )/, (word) =>
    word.toLocaleLowerCase('vi'),
  );
}

function wordManoeuvre(step: Told, language: Language): string {
  const words = language === 'vi' ? vietnamese : english;
  const turn = words.turns[step.modifier ?? 'straight'] ?? words.goOn;
  const goal = step.roadName === null ? null : signedGoal(step.roadName);
  const road = step.roadName === null ? null : nameInSentence(goal ?? step.roadName, language);
  const join = (text: string, word: string): string =>
    road ? `${text} ${goal ? words.towards : word} ${road}` : text;
  const along = (text: string): string => join(text, words.along);
  const onto = (text: string): string => join(text, words.onto);
  switch (step.code) {
    case 'depart':
      return along(words.depart) + wordHeading(step, words);
    case 'arrive':
      return words.arrive + wordGoal(step, language);
    case 'continue':
      return sideOf(step.modifier)
        ? `${turn}, ${lowerFirst(along(words.goOn))}`
        : along(words.turns['straight'] ?? turn);
    case 'roundabout':
      return words.roundabout(step.exit, onto(''));
    case 'contraflow':
      return onto(words.contraflow(isAhead(step.modifier) ? null : turn));
    case 'merge':
      return onto(words.merge(sideOf(step.modifier)));
    case 'end-of-road':
      return onto(words.endOfRoad(turn));
    case 'fork':
      return onto(words.fork(sideOf(step.modifier)));
    default:
      if (step.modifier === 'uturn' && road) return join(turn, words.on);
      return onto(turn);
  }
}

/** ", về hướng Đông Bắc": the eighth of the compass in which it lies. */
function wordHeading({ heading }: Told, { winds, heading: word }: Wording): string {
  if (heading === undefined) return '';
  return `, ${word(winds[Math.round(heading / 45) % winds.length]!)}`;
}

/** ", ngõ 29 Khương Hạ ở bên phải". */
function wordGoal({ goal }: Told, language: Language): string {
  if (!goal) return '';
  const words = language === 'vi' ? vietnamese : english;
  const { kind, side, road } = goal;
  const unnamed = kind === 'way' && road && road.alleyLevel > 0 ? 'alley' : kind;
  const what = road?.name ? nameInSentence(road.name, language) : words.goal[unnamed];
  return `, ${words.onSide(what, side)}`;
}

function isAhead(modifier: string | null): boolean {
  return modifier === null || modifier === 'straight';
}

function sideOf(modifier: string | null): Side | null {
  if (modifier?.endsWith('left')) return 'left';
  return modifier?.endsWith('right') ? 'right' : null;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

function ordinal(count: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
  const form = new Intl.PluralRules('en', { type: 'ordinal' }).select(count);
  return `${count}${endings[form] ?? 'th'}`;
}
