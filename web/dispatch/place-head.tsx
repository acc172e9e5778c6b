import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { PlaceCard } from '../../server/places/schema.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { ApiError } from '../api.ts';
import { useWords } from '../i18n/use-words.ts';
import { nameInSentence } from '../i18n/road-name.ts';
import type { Words } from '../i18n/words.ts';
import type { PlanPins } from '../choices/unit-task.ts';
import { DoorChoice } from '../choices/door-choice.tsx';
import { otherDoorNames } from '../choices/door-words.ts';
import { PrintButton } from '../print/print-button.tsx';
import { failureText } from './error-words.ts';
import { readBackContext, readBackLine } from './read-back-words.ts';
import { ReadBack } from './read-back.tsx';
import { RetiredPlace } from './retired-place.tsx';
import { roadInSentence } from './road-words.ts';

type PlaceHeadProps = {
  card: UseQueryResult<PlaceCard, ApiError>;
  point: { lon: number; lat: number } | null;
  response: ResponseResult | null;
  /** That of the unit shown. */
  unitId: string | null;
  pins: PlanPins | null;
  onDoor: (door: { lon: number; lat: number }) => void;
};

/** What burns, how sure that is, and the line to read back to the caller. */
export function PlaceHead(props: PlaceHeadProps): JSX.Element {
  const { card, point, response, unitId, pins, onDoor } = props;
  const words = useWords();
  const place = card.data ?? null;
  const label = point
    ? words.t('place.point')
    : (place?.label ?? response?.destination.place?.label ?? '');
  const doubts = doubtsAbout(place, response, words);
  const failure = failureText(card, null, words);
  return (
    <header className="place-head">
      {label !== '' && (
        <h2 className="place-label" data-testid="place-label">
          {label} {point && <span className="secondary">{coordinatesText(point)}</span>}
        </h2>
      )}
      {failure !== null && response && (
        <p className="doubt" role="alert" data-testid="card-failed">
          {failure}
        </p>
      )}
      {response && <HeadReadBack response={response} point={point} unitId={unitId} pins={pins} />}
      <RetiredPlace place={place} />
      {doubts.map((doubt) => (
        <p key={doubt} className="doubt">
          {doubt}
        </p>
      ))}
      {response && <DoorChoice door={response.destination.door} onDoor={onDoor} />}
    </header>
  );
}

/** Latitude first, as maps and radios take them; the same in every language, to be copied. */
export function coordinatesText({ lat, lon }: { lat: number; lon: number }): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

function HeadReadBack({
  response,
  point,
  unitId,
  pins,
}: Pick<PlaceHeadProps, 'point' | 'unitId' | 'pins'> & { response: ResponseResult }): JSX.Element {
  const words = useWords();
  const { readBack } = response.destination;
  const context = readBackContext(readBack, words);
  // A point on the map has no name of its own: its read-back has, unless nothing is near.
  const isNamed = !point || readBack.label !== coordinatesText(point);
  if (isNamed && (!response.destination.place || context.length === 0))
    context.unshift(nameInSentence(readBack.label, words.language));
  return (
    <ReadBack line={readBackLine(readBack, words)} shown={context.join(', ')}>
      <PrintButton unitId={unitId} pins={pins} />
    </ReadBack>
  );
}

export function doubtsAbout(
  place: PlaceCard | null,
  response: ResponseResult | null,
  words: Words,
): string[] {
  const doubts: string[] = [];
  if (place && place.kind !== 'address') doubts.push(...nearDoubt(place.kind, words));
  if (place?.building?.link === 'nearest' && place.building.linkMeters !== null)
    doubts.push(
      words.t('place.building-nearest', {
        meters: words.format.number(place.building.linkMeters),
      }),
    );
  if (place?.kind === 'address' && !place.building) doubts.push(words.t('place.building-none'));
  const door = response?.destination.door;
  if (door?.provenance === 'none') doubts.push(words.t('door.none'));
  if (door?.provenance === 'nearest-way' && place) doubts.push(words.t('door.nearest-way'));
  if (door?.provenance === 'chosen' && door.road)
    doubts.push(words.t('door.chosen', { road: roadInSentence(door.road, words) }));
  return doubts;
}

/** Other ways that the house may open onto, where they cannot be pressed: on paper. */
export function otherDoorsText({ destination: { door } }: ResponseResult, words: Words): string[] {
  if (door.alternatives.length === 0) return [];
  const roads = otherDoorNames(door, words).map((name) => nameInSentence(name, words.language));
  return [words.t('door.alternatives', { roads: words.format.list(roads) })];
}

function nearDoubt(kind: PlaceCard['kind'], words: Words): string[] {
  if (kind !== 'alley' && kind !== 'street') return [];
  return [words.t(`match.warn.${kind}`)];
}
