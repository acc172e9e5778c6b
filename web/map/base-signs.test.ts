import { describe, expect, it } from 'vitest';
import { buildStyle } from '../../tiles/build-style.ts';
import { paintIcons } from '../../tiles/icons/icon-paint.ts';
import { day } from '../../tiles/palettes/day.ts';
import { baseSigns, noSigns, type SeenFeature, signLayers } from './base-signs.ts';

function water(properties: Record<string, unknown>): SeenFeature {
  return { layer: { id: 'water-points' }, properties };
}

const road = (id: string): SeenFeature => ({ layer: { id }, properties: {} });

describe('the legend of the base map', () => {
  it('is empty where no sign is in view', () => {
    expect(noSigns.shapes).toEqual([]);
    expect(Object.values(noSigns).some((value) => value === true)).toBe(false);
  });

  it('names each kind of water and each state once, in one order', () => {
    const signs = baseSigns([
      water({ kind: 'river', state: 'usable' }),
      water({ kind: 'hydrant', state: 'out-of-order' }),
      water({ kind: 'cistern', state: 'usable', volume_m3: 100 }),
      water({ kind: 'hydrant', state: 'usable', flow_band: 10, flow_lps: 12 }),
      water({ kind: 'hydrant', state: 'usable', flow_band: 10, flow_lps: 11 }),
    ]);
    expect(signs.shapes).toEqual([
      { shape: 'circle', state: 'usable' },
      { shape: 'square', state: 'usable' },
      { shape: 'diamond', state: 'usable' },
    ]);
    expect(signs.states).toEqual([
      { state: 'usable', shape: 'circle' },
      { state: 'out-of-order', shape: 'circle' },
    ]);
    expect(signs.flows).toBe(false);
    expect(signs.unknownFlow).toBe(false);
  });

  it('explains sizes only where they differ, and “? L/s” only where it stands', () => {
    const weak = water({ kind: 'hydrant', state: 'usable', flow_band: 5, flow_lps: 6 });
    const strong = water({ kind: 'hydrant', state: 'usable', flow_band: 20, flow_lps: 25 });
    expect(baseSigns([weak, strong]).flows).toBe(true);
    const unknown = { kind: 'hydrant', state: 'usable' };
    expect(baseSigns([water(unknown)]).unknownFlow).toBe(false);
    const written = { layer: { id: 'water-point-flows' }, properties: unknown };
    expect(baseSigns([water(unknown), written]).unknownFlow).toBe(true);
  });

  it('explains a limit that was judged by eye where one is drawn', () => {
    expect(baseSigns([road('width-measured')]).limitAssumed).toBe(false);
    expect(baseSigns([road('width-measured'), road('limit-assumed')]).limitAssumed).toBe(true);
  });

  it('knows the layers and the icons that the style really has', () => {
    const layers = buildStyle({ palette: day }).layers.map(({ id }) => id);
    expect(layers).toEqual(expect.arrayContaining(Object.keys(signLayers)));
    const shapes = baseSigns([water({ kind: 'tank', state: 'unknown' })]).states;
    const icons = shapes.map(({ state, shape }) => `${shape}-${state}`);
    expect([...paintIcons(day).keys()]).toEqual(expect.arrayContaining([...icons, 'station']));
  });
});
