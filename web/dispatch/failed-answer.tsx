import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useLate } from '../ui/use-late.ts';
import { mayPass } from './ask-again.ts';
import { errorText } from './error-words.ts';
import { keptStage } from './kept-stage.ts';
import type { AskedResponse } from './use-answers.ts';

type FailedProps = { response: AskedResponse; typed: string; onSearchAgain: () => void };

/** Why there is no answer, and what can be done about it. */
export function Failed({ response, typed, onSearchAgain }: FailedProps): JSX.Element | null {
  const words = useWords();
  const { error } = response;
  if (!error) return null;
  return (
    <div className="message" role="alert">
      <p>{words.t('answer.failed', { why: errorText(error, words) })}</p>
      {!mayPass(error) && typed !== '' && (
        <button type="button" className="plain-button" onClick={onSearchAgain}>
          {words.t('answer.searchAgain', { text: typed })}
        </button>
      )}
      {mayPass(error) && <AskAgain response={response} />}
    </div>
  );
}

/** Slower than the server ever is: without a word the choice would seem to be answered. */
const slowMs = 2_000;

/** The answer below is to what was asked before the last choice, or could not be had anew: since when, and why. */
export function KeptAnswer({ response }: { response: AskedResponse }): JSX.Element | null {
  const words = useWords();
  const { t, format } = words;
  const { error, dataUpdatedAt, isKept } = response;
  const isLate = useLate(true, slowMs);
  if (keptStage(error, isLate) === 'again')
    return (
      <p className="answer-again" role="status" data-testid="answer-again">
        <span>{t('answer.again')}</span>
      </p>
    );
  return (
    <div className="message" role="alert" data-testid="kept-answer">
      <p>
        {t(isKept ? 'answer.kept' : 'answer.old', {
          why: error ? errorText(error, words) : t('answer.kept.waiting'),
          time: format.time(new Date(dataUpdatedAt)),
        })}
      </p>
      <AskAgain response={response} />
    </div>
  );
}

function AskAgain({ response }: { response: AskedResponse }): JSX.Element {
  const { t } = useWords();
  return (
    <button type="button" className="plain-button" onClick={() => void response.refetch()}>
      {t('answer.retry')}
    </button>
  );
}
