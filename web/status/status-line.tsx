import './status.css';
import type { UseQueryResult } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { Health } from '../../server/health/schema.ts';
import type { ApiError } from '../api.ts';
import { useWords } from '../i18n/use-words.ts';
import {
  type PartState,
  type StatusRow,
  dataAge,
  statusParts,
  statusRows,
} from './status-words.ts';
import { useNow } from './use-now.ts';

const detailsId = 'status-details';

/** Different shapes: nobody has to tell them by colour. */
const signs: Record<PartState, string> = { ok: '✓', bad: '✕', unknown: '?' };

/** How the parts are and how old the data is, quietly and always; all of it behind one press. */
export function StatusLine({ health }: { health: UseQueryResult<Health, ApiError> }): JSX.Element {
  const words = useWords();
  const now = useNow();
  const [isOpen, setIsOpen] = useState(false);
  const known = {
    health: health.data,
    isLost: health.isError,
    answeredAt: health.dataUpdatedAt,
  };
  return (
    <section className="status" aria-label={words.t('status.label')}>
      {isOpen && <StatusDetails rows={statusRows(known, now, words)} />}
      <button
        type="button"
        className="status-line"
        aria-expanded={isOpen}
        aria-controls={detailsId}
        title={words.t('status.label')}
        onClick={() => setIsOpen((open) => !open)}
        data-testid="status"
      >
        {statusParts(known, words).map(({ name, state }) => (
          <span key={name} className={`status-${state}`}>
            {name} <StateSign state={state} />
          </span>
        ))}
        <span className="status-age">{dataAge(known, now, words)}</span>
      </button>
    </section>
  );
}

function StateSign({ state }: { state: PartState }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <b aria-hidden="true">{signs[state]}</b>
      <span className="fp-unseen">{t(`status.${state}`)}</span>
    </>
  );
}

function StatusDetails({ rows }: { rows: StatusRow[] }): JSX.Element {
  return (
    <dl id={detailsId} className="status-details" data-testid="status-details">
      {rows.map(({ name, text, state }) => (
        <div key={name} className={`status-${state}`}>
          <dt>{name}</dt>
          <dd>
            {text} <StateSign state={state} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
