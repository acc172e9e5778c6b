import { type JSX, useState } from 'react';
import type { Closure } from '../../server/closures/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import type { Closures } from './use-closures.ts';

/** In force and to come, with who said so; opened again after a second press. */
export function ClosureList({ closures }: { closures: Closures }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const [asked, setAsked] = useState<number | null>(null);
  const { all, by, isSending, withdraw } = closures;
  const press = (id: number) => {
    if (asked === id) withdraw(id);
    setAsked(asked === id ? null : id);
  };
  if (all.length === 0) return <p className="secondary">{t('closures.none')}</p>;
  return (
    <ul className="closure-list" aria-label={t('closures.list')} data-testid="closure-list">
      {all.map((closure) => (
        <li key={closure.id}>
          <b>
            <span aria-hidden="true">{closure.effect === 'impassable' ? '✕' : '!'}</span>{' '}
            {t(`closures.effect.${closure.effect}`)}
          </b>
          <span>{closure.reason}</span>
          <span className="secondary">{whenAndWho(closure, words)}</span>
          <button
            type="button"
            className="plain-button"
            disabled={isSending || by.trim() === ''}
            aria-label={t('closures.withdraw.of', { reason: closure.reason })}
            onClick={() => press(closure.id)}
            data-testid="closure-withdraw"
          >
            {t(asked === closure.id ? 'closures.withdraw.sure' : 'closures.withdraw')}
          </button>
        </li>
      ))}
    </ul>
  );
}

function whenAndWho({ from, to, active, by, daily }: Closure, { t, format }: Words): string {
  const begin = active
    ? t('closures.active')
    : t('closures.begins', { time: dayTime(from, format) });
  const end = to === null ? t('closures.open') : t('closures.ends', { time: dayTime(to, format) });
  const hours = daily ? t('closures.daily', daily) : null;
  return [begin, end, hours, t('closures.saidBy', { by })]
    .filter((text) => text !== null)
    .join(' · ');
}

function dayTime(text: string, format: Words['format']): string {
  return format.moment(new Date(text), new Date());
}
