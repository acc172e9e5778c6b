import { describe, expect, it } from 'vitest';
import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { at, largePumper, miniGraph, motorbike } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { findReachable } from '../../geo/graph/reachable.ts';
import { Search } from '../../geo/graph/search.ts';
import { accessFor, type Belief, type Vehicle } from '../../geo/graph/vehicle-access.ts';
import { findStops, walkFromDoor, type Stop } from './find-stops.ts';
import { drawHoseLeg } from './hose-leg.ts';

type Case = {
  station: [number, number];
  door: [number, number];
  vehicle?: Vehicle;
  belief?: Belief;
};

function stopsFor(
  graph: RoadGraph,
  { station, door, vehicle = largePumper, belief = 'stated' }: Case,
): Stop[] {
  const access = accessFor(graph, vehicle)[belief];
  const start = findNearestEdge(graph, at(...station), {
    maxMeters: 100,
    accepts: (edge) => access[edge] !== 0,
  })!;
  const reachable = findReachable(graph, { vehicle, access }, [start]);
  const doorPoint = findNearestEdge(graph, at(...door), { maxMeters: 50, accepts: () => true })!;
  const walk = new Search(graph);
  walkFromDoor(graph, walk, {
    door: doorPoint,
    limitMeters: 1000,
    stairsFactor: 2,
    pace: { by: 'laying', metersPerSecond: 0.33 },
  });
  return findStops(graph, walk, {
    door: doorPoint,
    vehicle,
    access,
    reachable,
    minute: null,
    stairsFactor: 2,
    pace: { by: 'laying', metersPerSecond: 0.33 },
    limitMeters: 1000,
    atMost: 24,
  });
}

const alley = { class: 'alley', alleyLevel: 3, widthMeters: 1.2, name: 'Hẻm 29/70/5' };

describe('the stop point', () => {
  it('is the mouth of an alley that is too narrow, with its width as the reason', () => {
    const graph = miniGraph({ west: [0, 0], mouth: [200, 0], east: [400, 0], end: [200, 150] }, [
      { through: ['west', 'mouth', 'east'], name: 'Khương Hạ' },
      { through: ['mouth', 'end'], ...alley },
    ]);
    const [stop, ...others] = stopsFor(graph, { station: [0, 0], door: [200, 100] });
    expect(others).toEqual([]);
    expect(stop!.meters).toBeCloseTo(100, 0);
    expect(stop!.reason).toEqual({ code: 'too-narrow', neededMeters: 3.1 });
    expect(graph.roads[stop!.road]!.name).toBe('Khương Hạ');
    expect(graph.roads[stop!.blockedBy!]!.name).toBe('Hẻm 29/70/5');
    const door = findNearestEdge(graph, at(200, 100), { maxMeters: 50, accepts: () => true })!;
    expect(drawHoseLeg(graph, door, stop!).length).toBe(2);
  });

  it('is the door itself, without hose, on a street that takes the vehicle', () => {
    const graph = miniGraph({ west: [0, 0], east: [400, 0] }, [{ through: ['west', 'east'] }]);
    const stops = stopsFor(graph, { station: [0, 0], door: [250, 8] });
    expect(stops.map(({ reason, meters }) => [reason.code, meters])).toEqual([['at-door', 0]]);
  });

  it('lets a motorbike through where the pumper must stop', () => {
    const graph = miniGraph({ west: [0, 0], mouth: [200, 0], east: [400, 0], end: [200, 150] }, [
      { through: ['west', 'mouth', 'east'] },
      { through: ['mouth', 'end'], ...alley },
    ]);
    const request = { station: [0, 0], door: [200, 100] } satisfies Case;
    expect(stopsFor(graph, { ...request, vehicle: motorbike })[0]!.reason.code).toBe('at-door');
  });

  it('offers both mouths of one alley', () => {
    const graph = miniGraph(
      { west: [0, 0], mouth: [200, 0], far: [200, 300], east: [400, 0], loop: [400, 300] },
      [
        { through: ['west', 'mouth', 'east', 'loop', 'far'] },
        { through: ['mouth', 'far'], ...alley },
      ],
    );
    const meters = stopsFor(graph, { station: [0, 0], door: [200, 120] }).map(
      (stop) => stop.meters,
    );
    expect(meters.map(Math.round)).toEqual([120, 180]);
  });

  it('gives both ends of a one-way street it may not drive against', () => {
    const graph = miniGraph({ west: [0, 0], a: [100, 0], b: [300, 0] }, [
      { through: ['west', 'a'] },
      { through: ['b', 'a'], oneway: 1 },
    ]);
    const [stop] = stopsFor(graph, { station: [0, 0], door: [200, 0] });
    expect(stop!.reason.code).toBe('against-oneway');
    expect(stop!.meters).toBeCloseTo(100, 0);
  });

  it('never stands on a wide street that no station can reach', () => {
    const graph = miniGraph(
      { west: [0, 0], mouth: [200, 0], inner: [200, 200], yard: [260, 200], door: [200, 260] },
      [
        { through: ['west', 'mouth'] },
        { through: ['mouth', 'inner'], ...alley },
        { through: ['inner', 'yard'] },
        { through: ['inner', 'door'], ...alley },
      ],
    );
    const stops = stopsFor(graph, { station: [0, 0], door: [200, 250] });
    expect(stops.map((stop) => Math.round(stop.meters))).toEqual([250]);
  });

  it('stops at a bollard and says so', () => {
    const graph = miniGraph(
      { west: [0, 0], post: [200, 0], east: [400, 0] },
      [{ through: ['west', 'post', 'east'] }],
      { post: 'bollard' },
    );
    const [stop] = stopsFor(graph, { station: [0, 0], door: [300, 0] });
    expect(stop!.reason).toEqual({ code: 'barrier', kind: 'bollard' });
  });

  it('takes the hose round a wall, never through it', () => {
    const graph = miniGraph(
      {
        west: [0, 0],
        mouth: [200, 0],
        wall: [200, 50],
        end: [200, 100],
        back: [100, 100],
        far: [100, 0],
      },
      [
        { through: ['west', 'far', 'mouth'] },
        { through: ['mouth', 'wall', 'end'], ...alley },
        { through: ['end', 'back', 'far'], ...alley },
      ],
      { wall: 'wall' },
    );
    const [stop] = stopsFor(graph, { station: [0, 0], door: [200, 90] });
    expect(stop!.meters).toBeCloseTo(10 + 100 + 100, 0);
  });

  it('is never on the far side of a wall, to which an engine can drive', () => {
    const places = {
      west: [0, 0],
      mouth: [200, 0],
      wall: [200, 50],
      end: [200, 100],
      back: [100, 100],
      far: [100, 0],
    } satisfies Record<string, [number, number]>;
    const roads = [
      { through: ['west', 'far', 'mouth'] },
      { through: ['mouth', 'wall', 'end'], ...alley, widthMeters: 5 },
      { through: ['end', 'back', 'far'], ...alley },
    ];
    const request = { station: [0, 0], door: [200, 90] } satisfies Case;
    const metersPast = (kind: string, foot: boolean) =>
      stopsFor(miniGraph(places, roads, { wall: { kind, foot } }), request).map((stop) =>
        Math.round(stop.meters),
      );
    expect(metersPast('wall', false)).toEqual([210]);
    expect(metersPast('bollard', true)).toEqual([40]);
  });

  it('stays out of an alley of assumed width when only what is certain counts', () => {
    const graph = miniGraph({ west: [0, 0], mouth: [200, 0], end: [200, 150] }, [
      { through: ['west', 'mouth'] },
      { through: ['mouth', 'end'], alleyLevel: 1, widthMeters: 4, widthProvenance: 'assumed' },
    ]);
    const request = { station: [0, 0], door: [200, 100] } satisfies Case;
    expect(stopsFor(graph, request)[0]!.reason.code).toBe('at-door');
    const [stop] = stopsFor(graph, { ...request, belief: 'certain' });
    expect(stop!.reason.code).toBe('assumed-width');
    expect(stop!.meters).toBeCloseTo(100, 0);
  });

  it('counts stairs double for the effort, not for the hose', () => {
    const graph = miniGraph({ west: [0, 0], foot: [200, 0], top: [200, 50] }, [
      { through: ['west', 'foot'] },
      { through: ['foot', 'top'], class: 'steps', motor: false },
    ]);
    const [stop] = stopsFor(graph, { station: [0, 0], door: [200, 40] });
    expect(stop!.meters).toBeCloseTo(40, 0);
    expect(stop!.effortMeters).toBeCloseTo(80, 0);
    expect(stop!.reason.code).toBe('not-for-vehicles');
  });
});
