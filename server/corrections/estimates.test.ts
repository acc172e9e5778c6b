import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCorrectionsBench, way, type CorrectionsBench } from './corrections-for-test.ts';

let bench: CorrectionsBench;
beforeAll(async () => {
  bench = await openCorrectionsBench();
}, 60_000);
afterAll(() => bench.database.drop());

const said = (field: string, value: number | null, provenance: string) => ({
  target: `way:${way}`,
  field,
  value,
  provenance,
});

test.each([
  ['width_m', 2.1, 3.5],
  ['width_m', 2.1, 2.1],
  ['max_height_m', 2.8, null],
])(
  '%s measured %f is not replaced by %s by eye, and says what to mend',
  async (field, measured, guess) => {
    const { id } = await bench.enter(said(field, measured, 'measured'));
    const { status, body } = await bench.post('', { by: 'Minh', ...said(field, guess, 'assumed') });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      code: 'better-known',
      message: expect.stringMatching(
        new RegExp(`${measured} \\(Lan, .*enter it as measured, or withdraw correction ${id}`),
      ),
    });
    expect(await bench.readRoad()).toMatchObject({ [field]: measured });
    await bench.withdraw(id);
    const { id: guessed } = await bench.enter(said(field, guess, 'assumed'));
    const { id: again } = await bench.enter(said(field, guess, 'measured'));
    await bench.withdraw(again);
    await bench.withdraw(guessed);
  },
);

test('a guess that lets less through is taken, but opens the way for no wider one', async () => {
  const measured = await bench.enter(said('width_m', 2.1, 'measured'));
  const narrow = await bench.enter(said('width_m', 1.6, 'assumed'));
  const wider = await bench.enter(said('width_m', 1.9, 'assumed'));
  const { status, body } = await bench.post('', { by: 'Lan', ...said('width_m', 3.5, 'assumed') });
  expect({ status, code: body.error?.code }).toEqual({ status: 409, code: 'better-known' });
  expect(await bench.readRoad()).toMatchObject({ width_m: 1.9, width_provenance: 'assumed' });
  const newer = await bench.enter(said('width_m', 2.6, 'measured'));
  const later = await bench.enter(said('width_m', 2.3, 'assumed'));
  for (const { id } of [later, newer]) await bench.withdraw(id);
  for (const { id } of [wider, narrow, measured]) await bench.withdraw(id);
});

test.each([
  ['width_m', 2.3, 2.9, 2.1],
  ['max_weight_t', 5, null, 3],
])(
  '%s seen as %f is not replaced by %s of an older sheet, but by what lets less through or was seen since',
  async (field, seen, older, less) => {
    const on = (observedOn: string, value: number | null, provenance = 'measured') => ({
      ...said(field, value, provenance),
      observedOn,
    });
    const refusal = async (entered: object) => {
      const { status, body } = await bench.post('', { by: 'Minh', ...entered });
      return `${status} ${body.error?.code}: ${body.error?.message}`;
    };
    const { id } = await bench.enter(on('2026-03-01', seen));
    expect(await refusal(on('2026-02-01', older))).toMatch(
      new RegExp(
        `409 seen-later: .* was measured later: ${seen} \\(Lan, 2026-03-01\\); .* day .* withdraw correction ${id} first`,
      ),
    );
    const narrower = await bench.enter(on('2026-01-01', less));
    expect(await refusal(on('2026-02-01', older))).toMatch(/seen-later: .* 2026-03-01/);
    const sameDay = await bench.enter(on('2026-03-01', older));
    const now = await bench.enter(said(field, seen, 'measured'));
    expect(await refusal(on('2026-03-02', older))).toMatch(/seen-later/);
    for (const each of [now, sameDay, narrower]) await bench.withdraw(each.id);
    expect(await bench.readRoad()).toMatchObject({ [field]: seen });
    await bench.withdraw(id);
  },
);

test('what was entered without a day an hour after midnight is of the new day, by the clock of the city', async () => {
  const { id } = await bench.enter(said('width_m', 2.3, 'measured'));
  // Still the 5th by the clock of London.
  await bench.database.pool.query('update corrections set entered_at = $2 where id = $1', [
    id,
    '2026-02-05T18:00:00Z',
  ]);
  const earlier = { ...said('width_m', 2.9, 'measured'), observedOn: '2026-02-05' };
  const { body } = await bench.post('', { by: 'Minh', ...earlier });
  expect(body.error).toMatchObject({
    code: 'seen-later',
    message: expect.stringMatching('2.3 \\(Lan, 2026-02-06\\)'),
  });
  const guess = await bench.post('', { by: 'Minh', ...said('width_m', 2.9, 'assumed') });
  expect(guess.body.error?.message).toMatch('(Lan, 2026-02-06)');
  await bench.withdraw(id);
});

test.each([
  ['width_m', `width_m = 2.0, width_provenance = 'tagged'`, 3.5, 2],
  ['max_height_m', 'max_height_m = 2.2', null, 2.2],
])(
  '%s that the map has from its tags is not replaced by a wider one by eye',
  async (field, tagged, guess, value) => {
    const { pool } = bench.database;
    const { rows } = await pool.query(
      'select width_m, width_provenance, max_height_m from roads where osm_way_id = $1',
      [way],
    );
    await pool.query(`update roads set ${tagged} where osm_way_id = $1`, [way]);
    const { status, body } = await bench.post('', { by: 'Minh', ...said(field, guess, 'assumed') });
    expect(status).toBe(409);
    expect(body.error?.message).toMatch(/\(OpenStreetMap\); enter it as measured$/);
    const narrower = await bench.enter(said(field, 1.8, 'assumed'));
    const again = await bench.post('', { by: 'Minh', ...said(field, guess, 'assumed') });
    expect(again.status).toBe(409);
    const measured = await bench.enter(said(field, guess, 'measured'));
    for (const { id } of [measured, narrower]) await bench.withdraw(id);
    expect(await bench.readRoad()).toMatchObject({ [field]: value });
    const { width_m: width, width_provenance: provenance, max_height_m: height } = rows[0];
    await pool.query(
      'update roads set width_m = $2, width_provenance = $3, max_height_m = $4 where osm_way_id = $1',
      [way, width, provenance, height],
    );
  },
);
