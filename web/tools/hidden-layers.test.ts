import { expect, it } from 'vitest';
import { defaultHidden, missingLayers, readHidden, toggled, writeHidden } from './hidden-layers.ts';

it('an untouched map misses nothing, and draws nothing that has to be asked for', () => {
  const hidden = readHidden(null);
  expect(missingLayers(hidden)).toEqual([]);
  expect(hidden.has('roadWidths')).toBe(true);
  expect(writeHidden(hidden)).toBe('');
});

it('what was switched is kept, and read again as it was', () => {
  const hidden = toggled(toggled(readHidden(null), 'roadWidths'), 'landmarks');
  expect(writeHidden(hidden)).toBe('landmarks,+roadWidths');
  expect(readHidden('landmarks,+roadWidths')).toEqual(hidden);
  expect(readHidden('landmarks,nonsense').has('landmarks')).toBe(true);
});

it('showing all brings back what is missed, and leaves alone what was asked for', () => {
  const hidden = readHidden('landmarks,+roadWidths');
  expect(missingLayers(hidden)).toEqual(['landmarks']);
  expect(writeHidden(defaultHidden(hidden))).toBe('+roadWidths');
});
