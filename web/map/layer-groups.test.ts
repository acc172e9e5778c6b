import { describe, expect, it } from 'vitest';
import { buildStyle } from '../../tiles/build-style.ts';
import { day } from '../../tiles/palettes/day.ts';
import { layerGroups, layerLooks, onDemand, switchables } from './layer-groups.ts';

describe('the layer switches', () => {
  it('name layers that the style has', () => {
    const present = new Set(buildStyle({ palette: day }).layers.map(({ id }) => id));
    for (const { id } of layerLooks(new Set())) expect(present).toContain(id);
  });

  it('hide their own layers and no others', () => {
    const hidden = layerLooks(new Set(['landmarks'])).filter(({ isHidden }) => isHidden);
    expect(hidden.map(({ id }) => id)).toEqual(['landmarks-1', 'landmarks-2', 'landmarks-3']);
  });

  it('leave out what is drawn on demand as the style itself does', () => {
    const { layers } = buildStyle({ palette: day });
    const unasked = layers.flatMap(({ id, layout }) =>
      layout && 'visibility' in layout && layout.visibility === 'none' ? [id] : [],
    );
    const hidden = layerLooks(onDemand).filter(({ isHidden }) => isHidden);
    expect(hidden.map(({ id }) => id).toSorted()).toEqual(unasked.toSorted());
  });

  it('leave roads, streets and the answer itself alone', () => {
    const ids = layerLooks(new Set(switchables)).map(({ id }) => id);
    expect(ids.filter((id) => /road|street|bridge|path/.test(id))).toEqual([]);
    expect(Object.keys(layerGroups).every((group) => switchables.includes(group as never))).toBe(
      true,
    );
  });
});
