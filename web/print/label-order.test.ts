import { expect, it } from 'vitest';
import { buildStyle } from '../../tiles/build-style.ts';
import { palettes } from '../../tiles/palettes/by-name.ts';
import { firstOfStreetNames, yieldingLabels } from './label-order.ts';

it('places no words of the base map before those of the answer but names of streets and of stations', () => {
  const { layers } = buildStyle({ palette: palettes.get('day')! });
  const first = layers.findIndex(({ id }) => id === firstOfStreetNames);
  const words = layers
    .slice(first)
    .filter(({ type, layout }) => type === 'symbol' && layout && 'text-field' in layout)
    .map(({ id }) => id);
  expect(words).toEqual(expect.arrayContaining([...yieldingLabels]));
  expect(words.filter((id) => !yieldingLabels.some((each) => each === id))).toEqual([
    'alley-names',
    'street-names',
    'main-street-names',
    'main-street-names-far',
    'stations',
  ]);
});
