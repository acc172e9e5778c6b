import './origins.css';
import { type JSX, useState } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { listOrigins } from './list-origins.ts';

type OriginsButtonProps = { unit: UnitResponse; destination: ResponseResult['destination'] };

/** Where the numbers of an answer come from, for who has no mouse to rest on them: a list, behind a button and `O`. */
export function OriginsButton({ unit, destination }: OriginsButtonProps): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  const words = useWords();
  const { t } = words;
  useScreenKey('o', () => setIsOpen(true));
  return (
    <>
      <button
        type="button"
        className="origins-open"
        title={`${t('origins.help')} (O)`}
        aria-keyshortcuts="O"
        onClick={() => setIsOpen(true)}
        data-testid="origins-open"
      >
        {t('origins.button')}
      </button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('origins.title', { callSign: unit.callSign })}
        close={t('origins.close')}
      >
        <dl className="origins" data-testid="origins">
          {listOrigins({ unit, destination }, words).map(({ what, value, origin }, index) => (
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
