/** What a unit may be, as a register and as who reports it say. Only available ones are ranked. */
export const unitStatuses = [
  'available',
  'busy',
  'out-of-service',
  'maintenance',
  'on-call',
] as const;
