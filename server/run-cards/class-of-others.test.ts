import { expect, it } from 'vitest';
import { shippedClass } from '../planner/settings-for-test.ts';
import { classOfOthers } from './set-for.ts';

const classes = ['large', 'small', 'ladder', 'tanker'].map(shippedClass);
const classOf = (kind: 'tanker' | 'crane' | 'ladder', code: string | null = null): string =>
  classOfOthers({ kind, vehicle_class: code }, classes);

it('a vehicle of others drives as its owner says, else as the class of its kind, else as the heaviest', () => {
  expect(classOf('crane', 'small')).toBe('small');
  expect(classOf('ladder')).toBe('ladder');
  const [large, small] = classes;
  expect(classOf('crane')).toBe('ladder');
  expect(classOfOthers({ kind: 'tanker', vehicle_class: null }, [small!, large!])).toBe('large');
});
