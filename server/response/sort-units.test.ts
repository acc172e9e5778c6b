import { expect, it } from 'vitest';
import type { ResponseSettings } from '../planner/settings.ts';
import type { UnitRow } from './queries.ts';
import type { ResponseRequest } from './schema.ts';
import { findGaps, sortUnits } from './sort-units.ts';

const settings = { classes: [{ code: 'small' }] } as ResponseSettings;
const anywhere = { lon: 105.8, lat: 21 };

function unit(id: number, changes: Partial<UnitRow> = {}): UnitRow {
  return {
    unit_id: `unit:${id}`,
    call_sign: `XE 0${id}`,
    vehicle_class: 'small',
    status: 'available',
    station_name: 'Đội 1',
    ...changes,
  } as UnitRow;
}

const units = [
  unit(1),
  unit(2, { status: 'busy' }),
  unit(3, { status: 'out-of-service' }),
  unit(4, { vehicle_class: 'airship' }),
];

const mobilised = [{ vehicle_id: 'mobilised:3' }];

function sort(request: ResponseRequest) {
  const sorted = sortUnits(units, request, settings);
  const { ranked, notRanked } = sorted;
  const asked = { units, sorted, city: { hasStations: true }, mobilised, request };
  const notes = findGaps(asked, { isOffRoad: false });
  return {
    ranked: ranked.map(({ unit_id: id }) => id),
    notRanked: notRanked.map(({ unitId, why }) => [unitId, why.code]),
    notes,
  };
}

it('sends nobody who is not available, unless somebody decides so', () => {
  expect(sort(anywhere)).toEqual({
    ranked: ['unit:1'],
    notRanked: [
      ['unit:2', 'status'],
      ['unit:3', 'status'],
      ['unit:4', 'unknown-class'],
    ],
    notes: [],
  });
});

it('plans for a unit that the dispatcher chose whatever its status, beside all others', () => {
  expect(sort({ ...anywhere, chosen: { unitId: 'unit:2', insteadOf: 'unit:1' } })).toMatchObject({
    ranked: ['unit:1', 'unit:2'],
    notes: [{ code: 'status-now', params: { unitId: 'unit:2', status: 'busy' } }],
  });
});

it('plans for those sent already whatever their status, and says the status of each that is not available', () => {
  const withUnitIds = ['unit:3', 'unit:2', 'mobilised:3', 'mobilised:4'];
  expect(sort({ ...anywhere, withUnitIds })).toMatchObject({
    ranked: ['unit:1', 'unit:2', 'unit:3'],
    notes: [
      unknown('mobilised:4', 'withUnitIds'),
      { code: 'sent-status', params: { unitId: 'unit:2', callSign: 'XE 02', status: 'busy' } },
      {
        code: 'sent-status',
        params: { unitId: 'unit:3', callSign: 'XE 03', status: 'out-of-service' },
      },
    ],
  });
});

function unknown(unitId: string, field: string) {
  return { code: 'unknown-unit', params: { unitId, field } };
}

it('says which of those that a request names are no units, as one retired since, and where it names them', () => {
  const request = {
    ...anywhere,
    withUnitIds: ['unit:1', 'unit:8'],
    withoutUnitIds: ['unit:9'],
    chosen: { unitId: 'unit:7', insteadOf: 'unit:6' },
  };
  expect(sort(request).notes).toEqual([
    unknown('unit:7', 'chosen.unitId'),
    unknown('unit:6', 'chosen.insteadOf'),
    unknown('unit:8', 'withUnitIds'),
    unknown('unit:9', 'withoutUnitIds'),
  ]);
});

it('says it once of each, and not that none is available where only such were asked for', () => {
  const withUnitIds = ['unit:5', 'unit:6', 'unit:6', 'unit:7'];
  const chosen = { unitId: 'unit:7' };
  expect(sort({ ...anywhere, unitIds: ['unit:5'], withUnitIds, chosen })).toMatchObject({
    ranked: [],
    notes: [
      unknown('unit:7', 'chosen.unitId'),
      unknown('unit:5', 'unitIds'),
      unknown('unit:6', 'withUnitIds'),
    ],
  });
  expect(sort({ ...anywhere, unitIds: ['unit:4', 'unit:5'] }).notes).toEqual([
    { code: 'no-available-units', params: {} },
    unknown('unit:5', 'unitIds'),
  ]);
});

it('plans for a unit that is named whatever its status, and says the status', () => {
  expect(sort({ ...anywhere, unitIds: ['unit:1', 'unit:2', 'unit:3', 'unit:4'] })).toEqual({
    ranked: ['unit:1', 'unit:2', 'unit:3'],
    notRanked: [['unit:4', 'unknown-class']],
    notes: [
      { code: 'status-now', params: { unitId: 'unit:2', callSign: 'XE 02', status: 'busy' } },
      {
        code: 'status-now',
        params: { unitId: 'unit:3', callSign: 'XE 03', status: 'out-of-service' },
      },
    ],
  });
});
