import './caller.css';
import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { StatedPosition } from '../../geo/positions/stated-position.ts';
import type { NearbyPlaces } from '../../server/places/schema.ts';
import { type ApiError, fetchNearby } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';
import { failureText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { positionText } from './position-words.ts';

type CallerStripProps = {
  caller: StatedPosition;
  /** The answer on screen is for this very point: the houses around it are the next question. */
  isTarget: boolean;
  placeId: string | null;
  onPlace: (id: string) => void;
  onAsk: () => void;
  onForget: () => void;
};

/** Where the caller is, and the houses they may be speaking of. */
export function CallerStrip(props: CallerStripProps): JSX.Element {
  const { caller, isTarget, onAsk, onForget } = props;
  const words = useWords();
  const { t } = words;
  return (
    <section className="caller-strip" aria-label={t('caller.name')} data-testid="caller">
      <p className="caller-line">
        <span className="caller-dot" aria-hidden="true" />
        <strong>{t('caller.mark')}</strong>
        <span className="secondary">{positionText(caller, words)}</span>
        <CloseButton
          size="sm"
          aria-label={t('caller.forget')}
          title={t('caller.forget')}
          onClick={onForget}
          data-testid="caller-forget"
        />
      </p>
      <Nearby key={String(isTarget)} {...props} />
      {!isTarget && (
        <button type="button" className="plain-button" onClick={onAsk} data-testid="caller-ask">
          {t('caller.ask')}
        </button>
      )}
    </section>
  );
}

/** Houses nearer than this are listed even around a position that claims to be exact. */
const leastMeters = 100;
/** As far as the server looks; a circle beyond that says nothing about a house. */
const mostMeters = 2_000;

function Nearby(props: CallerStripProps): JSX.Element {
  const words = useWords();
  const { format } = words;
  const { caller } = props;
  const { lon, lat } = caller;
  const radius = Math.min(mostMeters, Math.max(leastMeters, caller.accuracyMeters ?? 0));
  const nearby = useQuery<NearbyPlaces, ApiError>({
    queryKey: ['nearby', lon, lat, radius],
    queryFn: ({ signal }) => fetchNearby({ lon, lat }, radius, signal),
    refetchInterval: afterFailure,
    staleTime: 30_000,
  });
  const failure = failureText(nearby, 'caller.nearbyFailed', words);
  return (
    <>
      {failure !== null && (
        <p className="doubt" role="alert">
          {failure}
        </p>
      )}
      {(nearby.data || nearby.isPending) && (
        <NearbyList nearby={nearby.data} meters={format.number(radius)} {...props} />
      )}
    </>
  );
}

type NearbyListProps = Pick<CallerStripProps, 'isTarget' | 'placeId' | 'onPlace'> & {
  /** undefined while it is asked. */
  nearby: NearbyPlaces | undefined;
  meters: string;
};

function NearbyList(props: NearbyListProps): JSX.Element {
  const { nearby, meters, isTarget, placeId, onPlace } = props;
  const { t, format } = useWords();
  const { total = 0, places = [] } = nearby ?? {};
  if (nearby && total === 0)
    return <p className="secondary">{t('caller.nearbyNone', { meters })}</p>;
  return (
    <details className="fold" open={isTarget} data-testid="nearby">
      <summary>{nearby ? t('caller.nearby', { n: total, meters }) : '…'}</summary>
      <ul className="nearby-list">
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              aria-current={place.id === placeId}
              onClick={() => onPlace(place.id)}
              data-testid="nearby-place"
            >
              {place.label}
              <span className="secondary">{format.number(place.meters)} m</span>
            </button>
          </li>
        ))}
      </ul>
      {total > places.length && (
        <p className="secondary">{t('caller.nearbyMore', { n: total - places.length })}</p>
      )}
    </details>
  );
}
