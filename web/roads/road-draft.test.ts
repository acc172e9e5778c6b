import { describe, expect, it } from 'vitest';
import { newCorrection } from '../../server/corrections/schema.ts';
import {
  emptyDraft,
  faultsOf,
  type ObstacleKind,
  readNumber,
  type RoadDraft,
  saysNothing,
  withoutParts,
  writeCorrections,
} from './road-draft.ts';

const road = { target: 'way:7', lon: 105.8, lat: 21 };
const passes = { passesMotor: true, passesMotorbikes: true, passesFoot: true, delaySeconds: 0 };
const kinds: ObstacleKind[] = [
  { kind: 'bollard', place: 'point', limits: null, hasHours: false, ...passes },
  { kind: 'low_cable', place: 'point', limits: 'height', hasHours: false, ...passes },
  { kind: 'market', place: 'way', limits: null, hasHours: true, ...passes },
];

const write = (said: Partial<RoadDraft>, by = 'Lan') =>
  writeCorrections({ ...emptyDraft, isMeasured: true, ...said }, { road, kinds, by });

const unsaid = (said: Partial<RoadDraft>) => write({ isMeasured: null, ...said });

describe('what somebody says of a road', () => {
  it('is a number however it is written, also as it is spoken', () => {
    expect(['2,1', ' 2.1 m', '2m1', '3m', '12', '3,5 t'].map(readNumber)).toEqual([
      2.1, 2.1, 2.1, 3, 12, 3.5,
    ]);
    expect(['', 'hai mét', '-2', '2,1,1', '1e3', '12345'].map(readNumber)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });

  it('becomes one correction for each thing, all with who, when and how it is known', () => {
    const { parts, faults } = write(
      { width: '2m1', weight: '5', isMeasured: false, since: '2026-03-01', note: ' ở cột điện ' },
      ' Lan ',
    );
    expect(faults).toEqual({});
    const about = {
      target: 'way:7',
      by: 'Lan',
      provenance: 'assumed',
      observedOn: '2026-03-01',
      note: 'ở cột điện',
    };
    expect(parts.map(({ entered }) => entered)).toEqual([
      { ...about, field: 'width_m', value: 2.1 },
      { ...about, field: 'max_weight_t', value: 5 },
    ]);
  });

  it('puts an obstacle at the point that was meant, or on the whole way, as its kind asks', () => {
    const values = [
      { kind: 'low_cable', clear: '2,6' },
      { kind: 'market', from: '05:00', to: '08:00', clear: '3' },
      { kind: 'bollard', from: '05:00' },
    ].map((said) => write(said).parts[0]?.entered.value);
    expect(values).toEqual([
      { kind: 'low_cable', lon: 105.8, lat: 21, clearMeters: 2.6 },
      { kind: 'market', from: '05:00', to: '08:00' },
      { kind: 'bollard', lon: 105.8, lat: 21 },
    ]);
  });

  it('says that a limit of the map does not exist', () => {
    expect(write({ noHeight: true, height: '2' }).parts).toMatchObject([
      { part: 'height', entered: { field: 'max_height_m', value: null } },
    ]);
  });

  it('says how a figure was got, which nobody says for who writes; what merely stands there was seen', () => {
    for (const figure of [
      { width: '3' },
      { weight: '5' },
      { noHeight: true },
      { kind: 'low_cable', clear: '2,6' },
    ])
      expect(unsaid(figure).faults).toEqual({ how: { code: 'needed' } });
    const bollard = unsaid({ kind: 'bollard' });
    expect(bollard.faults).toEqual({});
    expect(bollard.parts).toMatchObject([{ entered: { provenance: 'measured' } }]);
    expect(emptyDraft.isMeasured).toBeNull();
  });

  it('is taken by the server as it is written', () => {
    const { parts } = write({
      width: '2',
      height: '3',
      weight: '5',
      kind: 'low_cable',
      clear: '2',
    });
    for (const { entered } of parts) expect(newCorrection.safeParse(entered).success).toBe(true);
    expect(parts).toHaveLength(4);
  });

  it('is not sent while a field cannot be understood; each says what it lacks', () => {
    expect(write({ width: 'rộng', kind: 'low_cable' }, ' ').faults).toEqual({
      width: { code: 'number' },
      clear: { code: 'needed' },
      by: { code: 'needed' },
    });
    expect(write({ kind: 'low_cable', clear: 'x' }).faults).toEqual({ clear: { code: 'number' } });
    expect(write({ kind: 'market', from: '05:00' }).faults).toEqual({ hours: { code: 'hours' } });
  });
});

function refused(path: string, bound = {}) {
  return { code: 'invalid-input', faults: [{ path, ...bound }] };
}

describe('what was sent', () => {
  const draft: RoadDraft = { ...emptyDraft, width: '2', kind: 'market', from: '05:00', note: 'n' };

  it('leaves what was refused, with its note, to be mended', () => {
    const rest = withoutParts(draft, { sent: draft, saved: ['width'] });
    expect(rest).toEqual({ ...draft, width: '' });
  });

  it('leaves nothing when all of it was taken', () => {
    const sent = { ...draft, isMeasured: false };
    const rest = withoutParts(sent, { sent, saved: ['width', 'obstacle'] });
    // Not how the figures were got either: the next one may be a guess.
    expect(rest).toEqual(emptyDraft);
    expect(saysNothing(rest)).toBe(true);
  });

  it('leaves what was typed while it was on its way', () => {
    const saved = ['width', 'obstacle'] as const;
    const typed = { ...draft, width: '2,5', height: '3' };
    expect(withoutParts(typed, { sent: draft, saved })).toEqual({
      ...typed,
      kind: '',
      from: '',
    });
    const noted = { ...draft, note: 'n, gần chợ' };
    expect(withoutParts(noted, { sent: draft, saved })).toEqual({
      ...emptyDraft,
      note: 'n, gần chợ',
    });
    const other = { ...draft, from: '06:00' };
    expect(withoutParts(other, { sent: draft, saved })).toEqual({ ...other, width: '' });
  });

  it('is refused at the field that the server names, with its bound', () => {
    expect(faultsOf('height', refused('value', { maximum: 30 }))).toEqual({
      height: { code: 'atMost', bound: 30 },
    });
    expect(faultsOf('obstacle', refused('value.clearMeters', { minimum: 0.3 }))).toEqual({
      clear: { code: 'atLeast', bound: 0.3 },
    });
    expect(faultsOf('width', refused('observedOn'))).toEqual({ since: { code: 'refused' } });
    expect(faultsOf('obstacle', { code: 'obstacle-too-far', faults: [] })).toEqual({
      kind: { code: 'far' },
    });
    expect(faultsOf('width', { code: 'import-running', faults: [] })).toEqual({});
  });
});
