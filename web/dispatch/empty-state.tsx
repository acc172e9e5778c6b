import { useQueries } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { Health } from '../../server/health/schema.ts';
import type { PlaceResult } from '../../server/places/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { placesQuery } from './use-answers.ts';

/** Texts tried as examples; only those that this city's data resolves are offered. */
const tries = [
  '37 ngách 29/70 Khương Hạ',
  '62 Ngọc Hà',
  'ngõ 43/98/31 Trung Kính',
  '12 Hàng Bông',
  '5 Phố Huế',
  'số 9 ngõ 1',
  // Any city has these.
  'số 12',
  'số 25',
  'số 8',
];
const mostShown = 3;
const tryAgainMs = 2_000;

/** A shop that happens to be called like a street is no example. */
function isAddress({ kind }: PlaceResult): boolean {
  return kind === 'address' || kind === 'alley' || kind === 'street';
}

type EmptyStateProps = {
  health: Health | undefined;
  onExample: (text: string, placeId: string) => void;
};

/** Before anything is typed: what to do, and three real examples to press. */
export function EmptyState({ health, onExample }: EmptyStateProps): JSX.Element {
  const { t } = useWords();
  const answers = useQueries({
    queries: tries.map((q) => ({
      ...placesQuery(q),
      retry: false,
      // A server that has just begun may not know the city's names yet.
      refetchInterval: ({ state }: { state: { status: string } }) =>
        state.status === 'error' ? tryAgainMs : false,
      enabled: Boolean(health?.city),
    })),
  });
  const examples = answers
    .map((answer) => answer.data?.results[0])
    .filter((place): place is PlaceResult => place !== undefined && isAddress(place))
    .toSorted((a, b) => Number(b.match === 'exact') - Number(a.match === 'exact'))
    .slice(0, mostShown);
  return (
    <section className="empty" data-testid="empty">
      <p className="empty-sentence">{t('empty.sentence')}</p>
      {examples.length > 0 && (
        <>
          <h2>{t('empty.examples')}</h2>
          <ul>
            {examples.map((place) => (
              <li key={place.id}>
                <button
                  type="button"
                  className="example"
                  onClick={() => onExample(place.label, place.id)}
                  data-testid="example"
                >
                  {place.label}
                  {place.context && <span className="secondary">{place.context}</span>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {health && (health.city || health.database === 'ok') && <CityCounts city={health.city} />}
    </section>
  );
}

/** What the data holds, zeros included: a city without stations is not an error, but must be said. */
function CityCounts({ city }: { city: Health['city'] }): JSX.Element {
  const { t, format } = useWords();
  if (!city) return <p className="doubt">{t('city.empty')}</p>;
  const { addresses, stations, units, waterPoints } = city.counts;
  return (
    <>
      <p className="secondary" data-testid="city-counts">
        {t('city.counts', {
          city: city.name,
          addresses: format.number(addresses),
          stations: format.number(stations),
          units: format.number(units),
          water: format.number(waterPoints),
        })}
      </p>
      {stations === 0 && <p className="doubt">{t('note.no-stations')}</p>}
      {waterPoints === 0 && <p className="doubt">{t('water.none-in-register')}</p>}
    </>
  );
}
