import { expect, test } from 'vitest';
import { chooseDataFolder, hashCheckout } from './folders.ts';

test('a user keeps the data in the checkout', () => {
  expect(chooseDataFolder({}, { userId: 1000, checkout: '/home/an/firepoint' })).toBe(
    '/home/an/firepoint/.data',
  );
});

test('root keeps the data outside of the checkout, apart for each checkout', () => {
  const one = chooseDataFolder({}, { userId: 0, checkout: '/root/one' });
  const two = chooseDataFolder({}, { userId: 0, checkout: '/root/two' });
  expect(one).toBe(`/var/lib/firepoint/${hashCheckout('/root/one')}`);
  expect(two).not.toBe(one);
});

test('FIREPOINT_DATA decides for everybody', () => {
  const environment = { FIREPOINT_DATA: '/srv/firepoint' };
  expect(chooseDataFolder(environment, { userId: 0, checkout: '/root/one' })).toBe(
    '/srv/firepoint',
  );
});
