import type { JSX } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import type { LonLat } from '../stop/stop-moves.ts';
import { otherDoorNames } from './door-words.ts';

type DoorChoiceProps = {
  door: ResponseResult['destination']['door'];
  onDoor: (door: LonLat) => void;
};

/** The other ways that the house may open onto; pressing one asks again from there. */
export function DoorChoice({ door, onDoor }: DoorChoiceProps): JSX.Element | null {
  const words = useWords();
  if (door.alternatives.length === 0) return null;
  const names = otherDoorNames(door, words);
  return (
    <p className="doubt door-choice" data-testid="door-choice">
      {words.t('door.choose')}
      {door.alternatives.map(({ lon, lat }, index) => (
        <button
          key={`${lon} ${lat}`}
          type="button"
          className="plain-button"
          onClick={() => onDoor({ lon, lat })}
        >
          {names[index]}
        </button>
      ))}
    </p>
  );
}
