// What the other doors of a house are told apart by.

import { bearingOf } from '../../geo/bearing.ts';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import { roadName } from '../dispatch/road-words.ts';
import type { Words } from '../i18n/words.ts';
import { directionText } from '../wind/wind-words.ts';

type Door = ResponseResult['destination']['door'];

/** Per alternative its road; where another of these doors has the same words, also how far off and which way from the door in use. */
export function otherDoorNames(door: Door, words: Words): string[] {
  const names = door.alternatives.map(({ road }) => roadName(road, words));
  const all = door.road ? [...names, roadName(door.road, words)] : names;
  return door.alternatives.map(({ lon, lat }, index) => {
    const road = names[index]!;
    if (all.filter((name) => name === road).length === 1) return road;
    const way: [Position, Position] = [
      [door.lon, door.lat],
      [lon, lat],
    ];
    return words.t('door.apart', {
      road,
      meters: words.format.number(metersBetween(...way)),
      direction: directionText(bearingOf(way) + 360, words),
    });
  });
}
