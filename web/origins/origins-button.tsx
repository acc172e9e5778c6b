import './origins.css';
import { type JSX, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { listOrigins } from './list-origins.ts';
import type { Planned } from './origin-words.ts';

/** Where the numbers of an answer come from, for who has no mouse to rest on them: a list, behind a button and `O`. */
export function OriginsButton(planned: Planned): JSX.Element | null {
  const { unitId, callSign } = planned.unit;
  // Of another unit that takes its place it must be asked for anew.
  const [shownId, setShownId] = useState<string | null>(null);
  const words = useWords();
  const { t } = words;
  const rows = listOrigins(planned, words);
  const open = (): void => setShownId(unitId);
  useScreenKey('o', open, { isOn: rows.length > 0 });
  if (rows.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className="origins-open"
        title={`${t('origins.help')} (O)`}
        aria-keyshortcuts="O"
        onClick={open}
        data-testid="origins-open"
      >
        {t('origins.button')}
      </button>
      <Dialog
        isOpen={shownId === unitId}
        onClose={() => setShownId(null)}
        title={t('origins.title', { callSign })}
        close={t('origins.close')}
      >
        <dl className="origins" data-testid="origins">
          {rows.map(({ what, value, origin }, index) => (
            <div key={index}>
              <dt>
                {what} {value && <b>{value}</b>}
              </dt>
              <dd>{origin}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
