import { describe, expect, it } from 'vitest';
import type { PlaceCard } from '../../server/places/schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import {
  destinationForTest,
  shuttleForTest,
  supplyForTest,
  unitForTest,
  waterForTest,
} from './answers-for-test.ts';
import { dispatchScene, framedPositions, type SceneInput, wayPositions } from './dispatch-scene.ts';

const words = wordsOf(createTexts('vi'));
const nothing: SceneInput = {
  candidates: [],
  activeCandidate: 0,
  card: null,
  point: null,
  response: null,
  unit: null,
};
const response = {
  destination: destinationForTest({
    water: {
      status: 'found' as const,
      reachMeters: 400,
      supply: null,
      points: [waterForTest('water:1'), waterForTest('water:2')],
      unverified: [waterForTest('water:3', { status: 'unverified', litersPerSecond: null })],
    },
  }),
  units: [],
  support: null,
  notRanked: [],
  notes: [],
  degraded: false,
  set: null,
  synthetic: true,
  dataVersion: '1',
};

/** Water so far east, with its hose. */
const eastTo = (lon: number) => ({
  lon,
  geometry: {
    type: 'LineString' as const,
    coordinates: [
      [105.82, 21],
      [lon, 21],
    ],
  },
});

describe('what the map shows', () => {
  it('is nothing before anything is asked', () => {
    expect(framedPositions(dispatchScene(nothing, words))).toEqual([]);
  });

  it('is every candidate, with the active one marked, before one is chosen', () => {
    const place = {
      id: 'address:1',
      kind: 'address' as const,
      label: '',
      context: null,
      hint: null,
      lon: 105.8,
      lat: 21,
      match: 'exact' as const,
      confidence: 1,
      source: 'osm',
    };
    const scene = dispatchScene(
      { ...nothing, candidates: [place, { ...place, id: 'address:2' }], activeCandidate: 1 },
      words,
    );
    expect(scene.candidates.map(({ rank, active }) => [rank, active])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('tells hose from feet: a first attack lays no hose line', () => {
    const hose = dispatchScene({ ...nothing, response, unit: unitForTest() }, words);
    expect(hose.leg?.kind).toBe('hose');
    const feet = dispatchScene(
      { ...nothing, response, unit: unitForTest({ role: 'first-attack' }) },
      words,
    );
    expect(feet.leg?.kind).toBe('foot');
  });

  it('names the width that stops the engine, with the sign of an assumption', () => {
    const scene = dispatchScene({ ...nothing, response, unit: unitForTest() }, words);
    expect(scene.stop?.label).toBe('Dừng · 2,1\u00A0m*');
  });

  it('names what stops the engine where that is not the width of the road', () => {
    const { stop } = unitForTest();
    const reason = { code: 'barrier', params: { kind: 'bollard' } };
    const unit = unitForTest({ stop: { ...stop!, reason } });
    const scene = dispatchScene({ ...nothing, response, unit }, words);
    expect(scene.stop?.label).toBe('Dừng · cọc chắn');
  });

  it('says that a flow is unknown and marks what is unverified, with the signs of the base map', () => {
    const { water } = dispatchScene({ ...nothing, response }, words);
    expect(water.map(({ icon, label }) => [icon, label])).toEqual([
      ['circle-usable', '15 L/s'],
      ['circle-usable', '15 L/s'],
      ['circle-unverified', '? L/s'],
    ]);
  });

  it('draws the hose path to the nearest usable water only', () => {
    const { water } = dispatchScene({ ...nothing, response }, words);
    expect(water.map(({ path }) => path.length > 0)).toEqual([true, false, false]);
  });

  it('draws no hose to water that was measured dry, and shows at once the nearest that was not', () => {
    const near = waterForTest('water:1', { litersPerSecond: 0, lon: 105.9 });
    const empty = waterForTest('water:2', {
      kind: 'tank',
      litersPerSecond: null,
      volumeM3: 0,
      lon: 105.91,
    });
    const wet = waterForTest('water:4', { litersPerSecond: null, lon: 105.92 });
    const water = { ...response.destination.water, points: [near, empty, wet] };
    const sceneOf = (points: typeof water.points) =>
      dispatchScene(
        {
          ...nothing,
          response: {
            ...response,
            destination: destinationForTest({ water: { ...water, points } }),
          },
        },
        words,
      );
    const scene = sceneOf([near, empty, wet]);
    expect(scene.water.map(({ path }) => path.length > 0)).toEqual([false, false, true, false]);
    expect(framedPositions(scene)).toContainEqual([wet.lon, wet.lat]);
    expect(framedPositions(scene)).not.toContainEqual([near.lon, near.lat]);
    const dry = sceneOf([near, empty]);
    expect(dry.water.every(({ path }) => path.length === 0)).toBe(true);
    expect(framedPositions(dry)).not.toContainEqual([near.lon, near.lat]);
  });

  it('draws instead the paths of what feeds the fire, and the pumps on them', () => {
    const pump = { lon: 105.82, lat: 21.0001, meters: 0, broughtBy: null };
    const relay = {
      lines: 1,
      hoseLengths: 4,
      missingLengths: 0,
      lossBar: 1,
      pumps: 1,
      litersPerSecond: 10,
      pumpPlaces: [{ ...pump, at: 'water' as const }],
      others: [],
    };
    const { destination } = response;
    const unit = unitForTest({
      water: {
        ...destination.water,
        supply: {
          litersPerSecond: 10,
          availableLitersPerSecond: 10,
          missingLitersPerSecond: 0,
          feeds: [{ waterId: 'water:2', litersPerSecond: 10, relay }],
          unused: [],
          shuttle: null,
          provenance: 'estimated',
        },
      },
    });
    const { water, pumps } = dispatchScene({ ...nothing, response, unit }, words);
    expect(water.map(({ path }) => path.length > 0)).toEqual([false, true, false]);
    expect(pumps).toEqual([{ id: '0', position: [105.82, 21.0001], isAtWater: true, label: '?' }]);
  });

  it('shows at once every water that feeds the fire and every pump, not the nearest that does not', () => {
    const points = [
      waterForTest('water:1', { litersPerSecond: null, ...eastTo(105.9) }),
      waterForTest('water:2', eastTo(105.91)),
      waterForTest('water:3', eastTo(105.92)),
    ];
    const supply = supplyForTest(['water:2', 'water:3']);
    const place = { lon: 105.93, lat: 21, meters: 40, at: 'path' as const, broughtBy: null };
    supply.feeds[0]!.relay = { ...supply.feeds[0]!.relay, pumpPlaces: [place] };
    const unit = unitForTest({ water: { ...response.destination.water, points, supply } });
    const answer = { ...response, destination: destinationForTest() };
    const framed = framedPositions(dispatchScene({ ...nothing, response: answer, unit }, words));
    expect(framed.map(([lon]) => lon)).toEqual(expect.arrayContaining([105.91, 105.92, 105.93]));
    expect(framed.map(([lon]) => lon)).not.toContain(105.9);
  });

  it('marks where tankers fetch water, also where a hose from the door would reach it', () => {
    const supply = supplyForTest([], { shuttle: shuttleForTest({ waterId: 'water:2' }) });
    const sceneOf = (points: (typeof response.destination.water)['points']) => {
      const unit = unitForTest({ water: { ...response.destination.water, points: [], supply } });
      const destination = destinationForTest({ water: { ...response.destination.water, points } });
      return dispatchScene({ ...nothing, response: { ...response, destination }, unit }, words);
    };
    for (const points of [[], response.destination.water.points]) {
      const scene = sceneOf(points);
      expect(scene.water.filter(({ id }) => id === 'water:2')).toMatchObject([
        {
          position: [105.84, 21.01],
          icon: 'circle-usable',
          label: 'xe chở nước lấy ở đây',
          isFetched: true,
        },
      ]);
      expect(scene.water.filter(({ isFetched }) => isFetched)).toHaveLength(1);
      expect(framedPositions(scene)).not.toContainEqual([105.84, 21.01]);
      expect(wayPositions(scene)).toContainEqual([105.84, 21.01]);
    }
  });

  it('draws the wind at the fire, in words as well', () => {
    const wind = { fromDegrees: 45, speedMps: 3, ageSeconds: 0, isStale: false, source: null };
    const point = { lon: 105.8, lat: 21 };
    expect(dispatchScene({ ...nothing, point, wind }, words).wind).toEqual({
      at: [105.8, 21],
      fromDegrees: 45,
      label: 'gió từ Đông Bắc, 3\u00A0m/s',
    });
    expect(dispatchScene({ ...nothing, wind }, words).wind).toBeNull();
  });

  it('marks the spot that the answer is for, where only the street is known', () => {
    const street: PlaceCard = {
      id: 'street:1',
      kind: 'street',
      label: 'Phố Hàng Bạc',
      lon: 105.9,
      lat: 21.1,
      houseNumber: null,
      ward: null,
      street: null,
      alleyPath: [],
      building: null,
      lifecycle: 'imported',
      source: 'osm',
      synthetic: false,
      retiredAt: null,
      retirement: null,
    };
    const { lon, lat } = response.destination.door ?? { lon: 0, lat: 0 };
    expect(dispatchScene({ ...nothing, card: street, response }, words).fire).toEqual([lon, lat]);
    expect(dispatchScene({ ...nothing, card: street }, words).fire).toEqual([105.9, 21.1]);
  });

  it('marks the fire itself where no building is known', () => {
    const scene = dispatchScene({ ...nothing, point: { lon: 105.8, lat: 21 } }, words);
    expect(scene.fire).toEqual([105.8, 21]);
  });
});
