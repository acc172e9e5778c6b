import { addresses } from './addresses.ts';
import { boundaries } from './boundaries.ts';
import { contacts } from './contacts.ts';
import { mobilisedVehicles } from './mobilised-vehicles.ts';
import type { Register } from './register.ts';
import { roadLimits } from './road-limits.ts';
import { stations } from './stations.ts';
import { units } from './units.ts';
import { waterMains } from './water-mains.ts';
import { waterPoints } from './water-points.ts';

/** Every kind of register file, by its name on the command line. */
export const registers: readonly Register[] = [
  stations,
  units,
  waterPoints,
  waterMains,
  addresses,
  boundaries,
  roadLimits,
  contacts,
  mobilisedVehicles,
];
