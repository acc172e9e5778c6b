import { describe, expect, it } from 'vitest';
import { trackObedience } from './obedience.ts';

const version = '20260305T100000000Z';
const wanted = (closures: string, closedClasses: string[]) => ({
  closures,
  closedClasses,
  version,
});
const routers = (conditions: string, closures: string) => ({ version, conditions, closures });

describe('routers that', () => {
  it('are behind with traffic alone obey', () => {
    const obedience = trackObedience(() => true);
    obedience.setWanted(wanted('bridge', ['large']));
    obedience.setGeneration(routers('bridge and an old jam', 'bridge'));
    expect(obedience.obeys('large')).toBe(true);
  });

  it('know nothing of a closure yet do not obey, whatever traffic they know of', () => {
    const obedience = trackObedience((vehicleClass) => vehicleClass === 'large');
    obedience.setWanted(wanted('bridge', ['large']));
    obedience.setGeneration(routers('jam', ''));
    expect(obedience.obeys('large')).toBe(false);
    expect(obedience.obeys('small')).toBe(true);
  });

  it('nobody keeps obey no closure', async () => {
    const obedience = trackObedience(() => true);
    obedience.setWanted(undefined);
    expect(obedience.obeys('large')).toBe(false);
    await obedience.untilObeyed(50);
  });

  it('obey at last are told to all who wait, and to nobody before', async () => {
    const obedience = trackObedience(() => true);
    obedience.setWanted(wanted('bridge', ['large']));
    obedience.setGeneration(routers('', ''));
    let told = 0;
    const waiting = Array.from({ length: 200 }, () =>
      obedience.untilObeyed(60_000).then(() => (told += 1)),
    );
    obedience.setGeneration(routers('jam', ''));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBe(0);
    obedience.setGeneration(routers('bridge', 'bridge'));
    await Promise.all(waiting);
  });
});
