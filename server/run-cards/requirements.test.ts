import { describe, expect, it } from 'vitest';
import { findRequirements, type RunCardRow } from './requirements.ts';

function card(changes: Partial<RunCardRow>): RunCardRow {
  return {
    incidentType: 'fire',
    fireGroup: '',
    floorsMin: 0,
    alarmLevel: 1,
    capability: 'crew',
    amount: 8,
    mark: 'assumed',
    source: 'invented',
    ...changes,
  };
}

const cards = [
  card({}),
  card({ fireGroup: 'F3', amount: 12 }),
  card({ alarmLevel: 2, amount: 16 }),
  card({ capability: 'ladder', floorsMin: 4, amount: 1 }),
  card({ incidentType: 'rescue', amount: 6 }),
  card({ incidentType: 'rescue', capability: 'rescue_tools', amount: 1 }),
];

const house = { incidentType: 'fire' as const, alarmLevel: 1, fireGroup: 'F1.4', floors: 3 };

function amounts(incident: Parameters<typeof findRequirements>[1]) {
  return findRequirements(cards, incident).map(({ capability, amount }) => [capability, amount]);
}

describe('what a run card asks for', () => {
  it('is the card of any building where none is for this one', () => {
    expect(amounts(house)).toEqual([['crew', 8]]);
  });

  it('is more for a hazardous use, and never less at a higher alarm', () => {
    expect(amounts({ ...house, fireGroup: 'F3' })).toEqual([['crew', 12]]);
    expect(amounts({ ...house, fireGroup: 'F3', alarmLevel: 2 })).toEqual([['crew', 16]]);
    expect(amounts({ ...house, alarmLevel: 3 })).toEqual([['crew', 16]]);
  });

  it('counts the ladder from its floor on', () => {
    expect(amounts({ ...house, floors: 4 })).toContainEqual(['ladder', 1]);
    expect(amounts({ ...house, floors: 3 })).not.toContainEqual(['ladder', 1]);
  });

  it('is another one for a rescue', () => {
    expect(amounts({ ...house, incidentType: 'rescue' })).toEqual([
      ['crew', 6],
      ['rescue_tools', 1],
    ]);
  });
});
