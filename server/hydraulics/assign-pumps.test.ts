import { describe, expect, it } from 'vitest';
import { assignPumps, type PumpCarrier, type PumpPlace } from './assign-pumps.ts';

const carrier = (callSign: string, rest: Partial<PumpCarrier> = {}): PumpCarrier => ({
  unitId: `unit:${callSign}`,
  callSign,
  vehicleClass: 'large',
  pumpLitersPerSecond: 50,
  portablePumps: 1,
  ...rest,
});
const atHydrant: PumpPlace = { at: 'water', litersPerSecond: 10, reachedBy: ['large', 'small'] };
const inAlley: PumpPlace = { at: 'path', litersPerSecond: 10, reachedBy: [] };
const own = carrier('XE 01');
const bring = (places: PumpPlace[], others: PumpCarrier[]) =>
  assignPumps(places, { own, others }, 15).map(
    (bringer) => bringer && `${bringer.callSign} ${bringer.means}`,
  );

describe('who brings the pumps', () => {
  it('puts the next engine at a hydrant, and a portable pump into the alley', () => {
    expect(bring([atHydrant, inAlley], [carrier('XE 02')])).toEqual([
      'XE 02 engine',
      'XE 01 portable',
    ]);
  });

  it('sends no engine twice, and none where its class does not come', () => {
    const others = [carrier('XE 02', { vehicleClass: 'giant' }), carrier('XE 03')];
    expect(bring([atHydrant, atHydrant, atHydrant], others)).toEqual([
      'XE 03 engine',
      'XE 01 portable',
      'XE 02 portable',
    ]);
  });

  it('says that nobody brings one, rather than a pump that is too weak', () => {
    expect(bring([{ ...atHydrant, litersPerSecond: 25 }], [])).toEqual([null]);
    expect(bring([inAlley, inAlley], [])).toEqual(['XE 01 portable', null]);
  });

  it('needs nobody for the engine that stands there already', () => {
    expect(bring([{ at: 'engine', litersPerSecond: 30, reachedBy: [] }], [])).toEqual([
      'XE 01 engine',
    ]);
  });
});
