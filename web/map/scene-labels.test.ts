import { describe, expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { besideLeg } from './scene-labels.ts';

const at: Position = [105.8, 21];
const stop = { position: at, label: 'Dừng' };
const east: Position = [105.801, 21];
const west: Position = [105.799, 21];

describe('the label of the stop point', () => {
  it('stands on the side that the hose does not leave by', () => {
    const building = null;
    expect(besideLeg({ stop, building, leg: { kind: 'hose', line: [at, east] } }).anchor).toBe(
      'end',
    );
    expect(besideLeg({ stop, building, leg: { kind: 'hose', line: [at, west] } }).anchor).toBe(
      'start',
    );
  });

  it('does not cover the house where the engine stops at its door', () => {
    const building = { rings: [], number: '62', center: east };
    expect(besideLeg({ stop, building, leg: { kind: 'hose', line: [at, at] } }).anchor).toBe('end');
    expect(besideLeg({ stop, building: { ...building, center: west }, leg: null }).anchor).toBe(
      'start',
    );
  });
});
