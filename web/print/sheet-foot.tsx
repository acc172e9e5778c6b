import type { JSX } from 'react';
import type { Health } from '../../server/health/schema.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';

type SheetFootProps = {
  health: Health | undefined;
  response: ResponseResult;
  /** Milliseconds since 1970. */
  computedAt: number;
  attributions: string[];
};

/** How old all this is, what is assumed, and whose data it is. */
export function SheetFoot(props: SheetFootProps): JSX.Element {
  const { health, response, computedAt, attributions } = props;
  const { t, format } = useWords();
  const version = response.dataVersion;
  const mapDate = health?.city?.osmTimestamp;
  const computed = new Date(computedAt);
  return (
    <footer className="sheet-foot" data-testid="sheet-foot">
      <span>{t('assumed.sign')}</span>
      <span>
        {t('print.computed', {
          time: `${format.time(computed)}, ${format.date(computed.toISOString())}`,
        })}
      </span>
      <span>
        {mapDate
          ? t('print.dataOf', { version, date: format.date(mapDate) })
          : t('print.data', { version })}
      </span>
      {attributions.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </footer>
  );
}
