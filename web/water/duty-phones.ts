// Whom to call at the water company.

import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';

type Destination = ResponseResult['destination'];
type Main = NonNullable<Destination['water']['points'][number]['main']>;

export type DutyPhone = { main: string; phone: string };

/** Of the mains in reach, each once: of the nearest water, of what is usable beyond, of what was not tested in time. */
export function dutyPhones(destination: Destination, unit: UnitResponse | null): DutyPhone[] {
  const waters = [...(unit?.water ? [unit.water] : []), destination.water];
  const all = [
    ...waters.flatMap(({ points }) => points),
    ...waters.flatMap(({ supply }) => supply?.unused ?? []),
    ...waters.flatMap(({ unverified }) => unverified),
  ];
  const phones = new Map<string, DutyPhone>();
  for (const { main } of all)
    if (main?.dutyPhone && !phones.has(main.id))
      phones.set(main.id, { main: mainName(main), phone: main.dutyPhone });
  return [...phones.values()];
}

export function mainName({ id, name, owner }: Main): string {
  return name ?? owner ?? id;
}
