import './caller.css';
import type { JSX } from 'react';
import type {
  Bounds,
  ParsedPosition,
  StatedPosition,
} from '../../geo/positions/stated-position.ts';
import { useWords } from '../i18n/use-words.ts';
import { kilometersOutside, positionText } from './position-words.ts';

type PositionOfferProps = {
  parsed: ParsedPosition;
  bounds: Bounds | null;
  onChoose: (at: StatedPosition) => void;
};

/** In place of search results, when a position was typed or pasted; Enter takes it. */
export function PositionOffer({ parsed, bounds, onChoose }: PositionOfferProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  if (parsed.kind !== 'position') {
    const text = parsed.kind === 'short-link' ? 'caller.shortLink' : 'caller.linkWithoutPosition';
    return (
      <p className="message" role="status" data-testid="link-refused">
        {t(text, { host: parsed.host })}
      </p>
    );
  }
  const km = bounds ? kilometersOutside(parsed, bounds) : 0;
  return (
    <section className="position-offer" role="status">
      <button
        type="button"
        className="example"
        onClick={() => onChoose(parsed)}
        data-testid="position-offer"
      >
        <span>
          {t('caller.offer')} <kbd>Enter</kbd>
        </span>
        <span className="secondary">{positionText(parsed, words)}</span>
      </button>
      {km > 0 && <p className="doubt">{t('caller.outside', { km: format.number(km) })}</p>}
    </section>
  );
}
