import { describe, expect, it } from 'vitest';
import type { OsrmStep } from './schema.ts';
import { writeSteps } from './write-steps.ts';

type Maneuver = { type: string; modifier?: string; exit?: number; bearing_after?: number };

function osrmStep(maneuver: Maneuver, name = '', distance = 100): OsrmStep {
  return {
    name,
    distance,
    duration: distance / 10,
    maneuver: { ...maneuver, location: [105.8, 21] },
  };
}

/** code, modifier, exit, road name, metres */
function brief(steps: OsrmStep[]): unknown[] {
  return writeSteps(steps).map(({ code, modifier, exit, roadName, meters }) => [
    code,
    modifier,
    exit,
    roadName,
    meters,
  ]);
}

describe('the steps of a drive', () => {
  it.each([
    [{ type: 'depart', modifier: 'left' }, 'depart', null],
    [{ type: 'arrive', modifier: 'right' }, 'arrive', null],
    [{ type: 'turn', modifier: 'sharp left' }, 'turn', 'sharp left'],
    [{ type: 'roundabout turn', modifier: 'right' }, 'turn', 'right'],
    [{ type: 'on ramp', modifier: 'slight right' }, 'turn', 'slight right'],
    [{ type: 'off ramp', modifier: 'slight right' }, 'fork', 'slight right'],
    [{ type: 'fork', modifier: 'slight left' }, 'fork', 'slight left'],
    [{ type: 'merge', modifier: 'slight left' }, 'merge', 'slight left'],
    [{ type: 'end of road', modifier: 'right' }, 'end-of-road', 'right'],
    [{ type: 'new name', modifier: 'straight' }, 'continue', 'straight'],
    [{ type: 'new name', modifier: 'slight left' }, 'continue', 'straight'],
    [{ type: 'continue', modifier: 'left' }, 'continue', 'left'],
    [{ type: 'continue', modifier: 'slight left' }, 'continue', 'slight left'],
    [{ type: 'continue', modifier: 'uturn' }, 'turn', 'uturn'],
    [{ type: 'something of a later OSRM', modifier: 'left' }, 'turn', 'left'],
  ])('reads %o', (maneuver: Maneuver, code, modifier) => {
    expect(brief([osrmStep(maneuver, 'Phố Huế')])).toEqual([
      [code, modifier, null, 'Phố Huế', 100],
    ]);
  });

  it('begins with the bearing in which one sets off, where it sets off at all', () => {
    const depart = { type: 'depart', bearing_after: 0 };
    const turn = { type: 'turn', modifier: 'left', bearing_after: 270 };
    const steps = writeSteps([osrmStep(depart, 'Phố Huế'), osrmStep(turn, 'Phố Vọng')]);
    expect(steps.map(({ heading }) => heading)).toEqual([0, undefined]);
    expect(writeSteps([osrmStep(depart, 'Phố Huế', 0)])[0]!.heading).toBeUndefined();
    expect(writeSteps([osrmStep({ type: 'depart' })])[0]!.heading).toBeUndefined();
  });

  it('tells a roundabout in one step: which exit, onto which road', () => {
    const steps = [
      osrmStep({ type: 'depart' }, 'Phố Huế'),
      osrmStep({ type: 'rotary', modifier: 'right', exit: 2 }, '', 40),
      osrmStep({ type: 'exit rotary', modifier: 'right' }, 'Phố Vọng', 300),
      osrmStep({ type: 'arrive' }, 'Phố Vọng', 0),
    ];
    expect(brief(steps)).toEqual([
      ['depart', null, null, 'Phố Huế', 100],
      ['roundabout', null, 2, 'Phố Vọng', 340],
      ['arrive', null, null, 'Phố Vọng', 0],
    ]);
  });

  it('tells by which exit to leave the roundabout that the way begins on, and only to enter the one that it ends on', () => {
    const leaving = writeSteps([
      osrmStep({ type: 'depart' }, 'Quảng trường Tròn', 100),
      osrmStep({ type: 'exit rotary', modifier: 'right', exit: 3 }, 'Phố Đông', 170),
      osrmStep({ type: 'arrive' }, 'Phố Đông', 0),
    ]);
    expect(
      leaving.map(({ code, modifier, exit, roadName }) => [code, modifier, exit, roadName]),
    ).toEqual([
      ['depart', null, null, 'Quảng trường Tròn'],
      ['roundabout', null, 3, 'Phố Đông'],
      ['arrive', null, null, 'Phố Đông'],
    ]);
    const entering = writeSteps([
      osrmStep({ type: 'depart' }, 'Phố Nam', 100),
      osrmStep({ type: 'rotary', modifier: 'right' }, 'Quảng trường Tròn', 60),
      osrmStep({ type: 'arrive' }, 'Quảng trường Tròn', 0),
    ]);
    expect(entering[1]).toMatchObject({
      code: 'roundabout',
      exit: null,
      roadName: null,
      meters: 60,
    });
  });

  it('tells a turn at a small roundabout after another one, which OSRM calls a way out alone', () => {
    const steps = [
      osrmStep({ type: 'depart' }, 'Phố Huế'),
      osrmStep({ type: 'roundabout', modifier: 'right', exit: 2 }, '', 40),
      osrmStep({ type: 'exit roundabout', modifier: 'right' }, 'Phố Vọng', 800),
      osrmStep({ type: 'exit roundabout', modifier: 'right' }, 'Phố Trạch', 300),
      osrmStep({ type: 'arrive' }, 'Phố Trạch', 0),
    ];
    expect(brief(steps)).toEqual([
      ['depart', null, null, 'Phố Huế', 100],
      ['roundabout', null, 2, 'Phố Vọng', 840],
      ['turn', 'right', null, 'Phố Trạch', 300],
      ['arrive', null, null, 'Phố Trạch', 0],
    ]);
  });

  it('leaves out what asks nothing of the driver, and keeps the whole length', () => {
    const steps = [
      osrmStep({ type: 'depart' }, 'Phố Huế'),
      osrmStep({ type: 'notification', modifier: 'straight' }, 'Phố Huế'),
      osrmStep({ type: 'use lane', modifier: 'straight' }, 'Phố Huế'),
      osrmStep({ type: 'new name', modifier: 'slight left' }, 'Phố Huế'),
      osrmStep({ type: 'continue', modifier: 'straight' }, 'Phố Huế'),
      osrmStep({ type: 'turn', modifier: 'straight' }, 'Phố Huế'),
      osrmStep({ type: 'new name', modifier: 'straight' }, ''),
      osrmStep({ type: 'new name', modifier: 'straight' }, 'Phố Vọng'),
      osrmStep({ type: 'arrive' }, 'Phố Vọng', 0),
    ];
    expect(brief(steps)).toEqual([
      ['depart', null, null, 'Phố Huế', 700],
      ['continue', 'straight', null, 'Phố Vọng', 100],
      ['arrive', null, null, 'Phố Vọng', 0],
    ]);
  });

  it('says which arm of a fork goes on by the same name', () => {
    const steps = [
      osrmStep({ type: 'depart' }, 'Ngõ 29'),
      osrmStep({ type: 'continue', modifier: 'slight left' }, 'Ngõ 29'),
    ];
    expect(brief(steps)).toEqual([
      ['depart', null, null, 'Ngõ 29', 100],
      ['continue', 'slight left', null, 'Ngõ 29', 100],
    ]);
  });

  it('says when a road without a name gets one', () => {
    const steps = [
      osrmStep({ type: 'turn', modifier: 'left' }, ''),
      osrmStep({ type: 'new name', modifier: 'straight' }, 'Phố Vọng'),
    ];
    expect(brief(steps)).toEqual([
      ['turn', 'left', null, null, 100],
      ['continue', 'straight', null, 'Phố Vọng', 100],
    ]);
  });
});
