import type { JSX } from 'react';
import { closureSigns } from '../map/closure-signs.ts';
import { failureText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { SureButton } from '../ui/sure-button.tsx';
import { ClosesLines } from './closes-lines.tsx';
import { whenAndWho } from './closure-words.ts';
import type { Closures } from './use-closures.ts';

/** In force and to come, with who said so; opened again after a second press. */
export function ClosureList({
  closures,
  vehicleClasses,
  isNamed,
}: {
  closures: Closures;
  vehicleClasses: string[];
  isNamed: () => boolean;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { all, current, stretches, isSending, withdraw } = closures;
  const failure = failureText(current, 'closures.unknown', words);
  return (
    <>
      {failure !== null && (
        <p className="doubt" role="alert">
          {failure}
        </p>
      )}
      {current.data?.length === 0 && <p className="secondary">{t('closures.none')}</p>}
      {all.length > 0 && (
        <ul className="closure-list" aria-label={t('closures.list')} data-testid="closure-list">
          {all.map((closure) => (
            <li key={closure.id}>
              <b>
                <span aria-hidden="true">{closureSigns[closure.effect]}</span>{' '}
                {t(`closures.effect.${closure.effect}`)}
              </b>
              <span>{closure.reason}</span>
              <ClosesLines
                seen={stretches.get(closure.id)}
                effect={closure.effect}
                classes={vehicleClasses}
              />
              <span className="secondary">{whenAndWho(closure, words)}</span>
              <SureButton
                text={t('closures.withdraw')}
                sureText={t('closures.withdraw.sure')}
                label={t('closures.withdraw.of', { reason: closure.reason })}
                isDisabled={isSending}
                isReady={isNamed}
                onSure={() => withdraw(closure.id)}
                testId="closure-withdraw"
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
