import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { market, round, street } from './block-for-test.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import type { CityGraph } from './city-graph.ts';
import { closeCity, type CityClosure } from './close-city.ts';
import type { StopsRequest } from './door-plan.ts';
import { planStopsAt } from './plan-door.ts';

const bridge: CityClosure = {
  id: 1,
  shape: { type: 'Point', coordinates: at(300, 0) },
  effect: 'impassable',
  vehicleClasses: null,
  onFoot: true,
  reason: 'sập cầu',
  by: 'Lan',
};
const eastBank = { door: at(404, 90), roadId: 3, classes: ['large'] };
const onEastBank = { id: -1, position: at(390, 100) };

function stopsAt(city: CityGraph, asked: StopsRequest) {
  return planStopsAt(city, asked)[0]!.stops.map(({ reason, hoseMeters }) => [
    reason.code,
    Math.round(hoseMeters),
  ]);
}

describe('an engine that stands beyond the only bridge, which is closed,', () => {
  const town = cityForTest({ station: [0, 0], roads: [street, round] });
  const closed = () => closeCity(town, [bridge]).city;

  it('drives to a fire on its own side', () => {
    const city = closed();
    expect(stopsAt(city, eastBank)).toEqual([]);
    expect(stopsAt(city, { ...eastBank, starts: [onEastBank] })).toEqual([['at-door', 0]]);
    const chosen = { ...eastBank, starts: [onEastBank], stop: at(400, 60) };
    expect(stopsAt(city, chosen)).toEqual([['chosen', 30]]);
  });

  it('leaves the stop before the bridge to those on the other side', () => {
    const { city } = closeCity(town, [{ ...bridge, onFoot: false }]);
    const starts = [onEastBank];
    expect(stopsAt(city, { ...eastBank, starts })).toEqual([
      ['closed', 191],
      ['at-door', 0],
    ]);
  });

  it('opens that side to nobody else once it has left', () => {
    stopsAt(town, { ...eastBank, starts: [onEastBank] });
    expect(stopsAt(closed(), eastBank)).toEqual([]);
  });
});

it('an engine behind a market that is held drives to a fire there', () => {
  const alley: MiniCityRoad = {
    id: 2,
    through: [
      [2, [200, 0]],
      [4, [200, 100]],
    ],
  };
  const behind: MiniCityRoad = { ...round, through: round.through.slice(1) };
  const city = cityForTest({ roads: [street, alley, behind], obstacles: [market] });
  const asked = { ...eastBank, door: at(300, 103), minute: 360 };
  expect(stopsAt(city, asked).map(([code]) => code)).toEqual(['closed-hours']);
  const starts = [{ id: -1, position: at(390, 100) }];
  expect(stopsAt(city, { ...asked, starts })).toContainEqual(['at-door', 0]);
});
