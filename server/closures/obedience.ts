// Does OSRM obey the closures in force. Its supervisor customises new data with them and says when
// routers with those are in use; routers that nobody customises never obey any. Traffic that they do
// not know of yet makes nobody disobey: they only think the roads a little faster.

import type { RouterGeneration } from '../routing-conditions/router-orders.ts';
import type { RoutingConditions } from '../routing-conditions/routing-files.ts';
import { within } from '../within.ts';

type Wanted = Pick<RoutingConditions, 'closures' | 'closedClasses' | 'version'>;

export type Obedience = {
  setWanted: (wanted: Wanted | undefined) => void;
  /** True when the routers are of other routing data than the closures were written for. */
  setGeneration: (generation: RouterGeneration) => boolean;
  obeys: (vehicleClass: string) => boolean;
  /** Resolves when all routers obey; in the end also when they do not, or never will. */
  untilObeyed: (millis: number) => Promise<void>;
};

/** `affects`: is any road closed to the class now. */
export function trackObedience(affects: (vehicleClass: string) => boolean): Obedience {
  let wanted: Wanted | undefined;
  let generation: RouterGeneration | undefined;
  /** Classes whose data each set of closures changed. */
  const classesOf = new Map<string, string[]>([['', []]]);
  /** Shared by all who wait. */
  let change = Promise.withResolvers<void>();

  function tellWaiting(): void {
    change.resolve();
    change = Promise.withResolvers<void>();
  }

  function isCurrent(): boolean {
    if (!generation || !wanted) return false;
    return generation.closures === wanted.closures && generation.version === wanted.version;
  }

  /** OSRM has a supervisor, which has not done yet what was wanted. */
  function isBehind(): boolean {
    return generation !== undefined && wanted !== undefined && !isCurrent();
  }

  return {
    setWanted: (next) => {
      wanted = next;
      if (next) classesOf.set(next.closures, next.closedClasses);
      tellWaiting();
    },
    setGeneration: (next) => {
      generation = next;
      tellWaiting();
      return wanted !== undefined && wanted.version !== next.version;
    },
    obeys: (vehicleClass) => {
      if (isCurrent()) return true;
      if (affects(vehicleClass)) return false;
      const closedThere = classesOf.get(generation?.closures ?? '');
      return closedThere !== undefined && !closedThere.includes(vehicleClass);
    },
    untilObeyed: async (millis) => {
      const deadline = performance.now() + millis;
      for (let left = millis; isBehind() && left > 0; left = deadline - performance.now())
        await within(change.promise, left);
    },
  };
}
