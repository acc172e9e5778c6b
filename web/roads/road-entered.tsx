import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { SureButton } from '../ui/sure-button.tsx';
import { correctionText, countOthers, whoAndWhen } from './correction-words.ts';
import type { Roads } from './use-roads.ts';

type RoadEnteredProps = { roads: Roads; isNamed: () => boolean };

/** What people entered of this road and what holds, each of them to be taken back. */
export function RoadEntered({ roads, isNamed }: RoadEnteredProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { pick, isSending, withdraw } = roads;
  if (pick.entered.length === 0) return <p className="secondary">{t('roads.nothing-entered')}</p>;
  return (
    <section aria-label={t('roads.entered-list')}>
      <h3>{t('roads.entered-list')}</h3>
      <ul className="road-entered" data-testid="road-entered">
        {pick.entered.map((correction) => {
          const what = correctionText(correction, words);
          const others = countOthers(correction, pick.road.data?.target);
          return (
            <li key={correction.id} data-field={correction.field}>
              <b>{what}</b>
              <span className="secondary">{whoAndWhen(correction, words)}</span>
              {correction.note !== null && <span>{correction.note}</span>}
              {others > 0 && (
                <span className="secondary" data-testid="road-also-on">
                  {t('roads.also-on', { n: others })}
                </span>
              )}
              <SureButton
                text={t('roads.withdraw')}
                sureText={
                  others > 0
                    ? t('roads.withdraw.sure-all', { n: others + 1 })
                    : t('roads.withdraw.sure')
                }
                label={t('roads.withdraw.of', { what })}
                isDisabled={isSending}
                isReady={isNamed}
                onSure={() => withdraw(correction.id)}
                testId="road-withdraw"
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
