import type { Note } from '../../server/response/schema.ts';
import { nameInSentence } from '../i18n/road-name.ts';
import type { Params, Words } from '../i18n/words.ts';
import { barrierName } from '../roads/barrier-name.ts';

/** The sentence of a code that the server sent; the code itself when this screen is older than it. */
export function wordNote(note: Note, words: Words): string {
  const params = wordParams(note, words);
  return words.maybe(`note.${variant(note)}`, params) ?? bareCode(note);
}

/** Why a unit stops where it stops, said beside the name of the road that stops it. */
export function wordReason(reason: Note, words: Words): string {
  const { code, params } = reason;
  const values = wordParams(reason, words);
  return (
    words.maybe(`why.${code}.${String(params['kind'])}`, values) ??
    words.maybe(`why.${code}`, values) ??
    bareCode(reason)
  );
}

/** The same as a thing to stop before: "cọc chắn", "chỗ hẹp (2,1 m*)". */
export function wordObstacle(reason: Note, width: string, words: Words): string {
  return wordHeld('before', reason, { width, words });
}

/** The same in a word or two, for the map: the width only where that decides. */
export function wordObstacleShort(reason: Note, width: string, words: Words): string {
  return wordHeld('map.stop', reason, { width, words });
}

type HeldBy = { width: string; words: Words };

function wordHeld(
  style: 'before' | 'map.stop',
  { code, params }: Note,
  { width, words }: HeldBy,
): string {
  const values = { ...wordParams({ code, params }, words), width };
  return (
    words.maybe(`${style}.${code}.${String(params['kind'])}`, values) ??
    words.maybe(`${style}.${code}`, values) ??
    words.t(`${style}.something`)
  );
}

/** Other sentences where a value changes what is said. */
function variant({ code, params }: Note): string {
  if (code === 'if-wider') return variantIfWider(params);
  if (code === 'held-up-on-foot') return variantHeldUp(params);
  if (code === 'blocks-road' && params['provenance'] === 'assumed') return 'blocks-road-assumed';
  return code === 'hose-short' && params['broughtBy'] === null ? 'hose-short-alone' : code;
}

function variantIfWider({ hoseMeters, savedSeconds }: Note['params']): string {
  const code = savedSeconds === null ? 'if-wider-water' : 'if-wider';
  return hoseMeters === 0 ? `${code}-to-door` : code;
}

/** Who lays no hose is on foot; what only one of the two clocks loses is said of that one. */
function variantHeldUp({ crewSeconds, waterSeconds }: Note['params']): string {
  if (waterSeconds === null) return 'held-up-on-foot-crew';
  if (crewSeconds === 0) return 'held-up-on-foot-water';
  return crewSeconds === waterSeconds ? 'held-up-on-foot' : 'held-up-on-foot-each';
}

/** The note's values as text, with `road` and `width` for notes about one road. */
function wordParams({ params: values }: Note, words: Words): Params {
  const params: Params = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number') params[name] = wordNumber(name, value, words);
    else params[name] = wordText(name, value, words);
  }
  params['mark'] = isLimitAssumed(values) ? '*' : '';
  if ('name' in values) params['road'] = wordRoad(values, words);
  if (typeof values['widthMeters'] === 'number') {
    const sign = values['provenance'] === 'assumed' ? '*' : '';
    params['width'] = `${words.format.limit(values['widthMeters'])}\u00A0m${sign}`;
  }
  const count = values['lengths'] ?? values['count'];
  return typeof count === 'number' ? { ...params, n: count } : params;
}

/** What stops it is lower, weaker or narrower by somebody's eye only. */
export function isLimitAssumed({ limitProvenance }: Note['params']): boolean {
  return limitProvenance === 'assumed';
}

function wordRoad(values: Note['params'], words: Words): string {
  const { name, class: roadClass } = values;
  if (typeof name === 'string' && name !== '') return nameInSentence(name, words.language);
  return words.maybe(`road.${String(roadClass)}`) ?? words.t('road.unnamed');
}

function wordNumber(name: string, value: number, words: Words): string {
  if (name === 'ageSeconds') return words.format.age(value);
  if (/seconds$/i.test(name)) return words.format.clock(value);
  if (name.startsWith('needed')) return words.format.need(value);
  return /width|height|weight|clear/i.test(name)
    ? words.format.limit(value)
    : words.format.number(value);
}

function wordText(name: string, value: string | boolean | null, words: Words): string {
  if (value === null) return name === 'stopName' ? words.t('road.unnamed') : '–';
  const text = String(value);
  if (name === 'vehicleClass') return words.maybe(`unit.class.${text}`) ?? text;
  if (name === 'status') return words.maybe(`unit.status.${text}`) ?? text;
  if (name === 'stopName') return nameInSentence(text, words.language);
  if (name === 'waterKind')
    return words.maybe(`water.kind.${text}`)?.toLocaleLowerCase(words.language) ?? text;
  if (name === 'kind') return barrierName(text, words);
  if (name === 'kinds')
    return text
      .split(', ')
      .map((kind) => barrierName(kind, words))
      .join(', ');
  return text;
}

function bareCode(note: Note): string {
  const values = Object.entries(note.params).map(([name, value]) => `${name} ${String(value)}`);
  return values.length === 0 ? note.code : `${note.code} (${values.join(', ')})`;
}
