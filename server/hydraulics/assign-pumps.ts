// Who brings the pumps of a relay. Pure.

export type PumpPlace = {
  /** engine: the one that the hose is planned for stands there and pumps itself. */
  at: 'water' | 'path' | 'engine';
  litersPerSecond: number;
  /** Classes that can drive up to it; none along an alley that only people walk. */
  reachedBy: string[];
};

/** A unit that comes, soonest first. */
export type PumpCarrier = {
  unitId: string;
  callSign: string;
  vehicleClass: string;
  pumpLitersPerSecond: number;
  portablePumps: number;
};

export type PumpBringer = { unitId: string; callSign: string; means: 'engine' | 'portable' };

/**
 * One bringer per place, null where nobody is left to bring one. At water that an engine can drive
 * to, the soonest other engine stands; everywhere else a portable pump is set down, the unit's own
 * first. `portableLitersPerSecond` is what such a pump gives.
 */
export function assignPumps(
  places: PumpPlace[],
  { own, others }: { own: PumpCarrier | null; others: PumpCarrier[] },
  portableLitersPerSecond: number,
): (PumpBringer | null)[] {
  const engines = [...others];
  const portable = new Map<PumpCarrier, number>(
    [...(own ? [own] : []), ...others].map((carrier) => [carrier, carrier.portablePumps]),
  );
  const takeEngine = ({ litersPerSecond, reachedBy }: PumpPlace): PumpBringer | null => {
    const index = engines.findIndex(
      (engine) =>
        reachedBy.includes(engine.vehicleClass) && engine.pumpLitersPerSecond >= litersPerSecond,
    );
    const [engine] = index < 0 ? [] : engines.splice(index, 1);
    return engine ? toBringer(engine, 'engine') : null;
  };
  const takePortable = ({ litersPerSecond }: PumpPlace): PumpBringer | null => {
    if (litersPerSecond > portableLitersPerSecond) return null;
    const carrier = [...portable.keys()].find((each) => (portable.get(each) ?? 0) > 0);
    if (!carrier) return null;
    portable.set(carrier, (portable.get(carrier) ?? 0) - 1);
    return toBringer(carrier, 'portable');
  };
  return places.map((place) => {
    if (place.at === 'engine') return own && toBringer(own, 'engine');
    return takeEngine(place) ?? takePortable(place);
  });
}

function toBringer({ unitId, callSign }: PumpCarrier, means: PumpBringer['means']): PumpBringer {
  return { unitId, callSign, means };
}
