import { type JSX, useMemo } from 'react';
import { encode } from 'uqr';
import { useWords } from '../i18n/use-words.ts';
import { geoUri } from './navigation-link.ts';

/** What a phone scans to be led to the stop point, and what its navigation does not know. */
export function CrewCode({ stop }: { stop: { lon: number; lat: number } }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <figure className="crew-code">
        <Code text={geoUri(stop)} />
        <figcaption>{t('crew.scan')}</figcaption>
      </figure>
      <p className="crew-warning">{t('crew.navigateHelp')}</p>
    </>
  );
}

/** A QR code that stays sharp on paper. */
function Code({ text }: { text: string }): JSX.Element {
  const { t } = useWords();
  const { data, size } = useMemo(() => encode(text, { ecc: 'M', border: 2 }), [text]);
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`${t('crew.scan')}: ${text}`}
      data-testid="crew-code"
    >
      <path d={path} />
    </svg>
  );
}
