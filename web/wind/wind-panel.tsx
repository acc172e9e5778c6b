import './wind.css';
import { type JSX, type SubmitEvent, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { ToolPanel } from '../tools/tool-panel.tsx';
import { readWind } from './read-wind.ts';
import { type WindChoice, windText } from './wind-words.ts';
import { WindLine } from './wind-line.tsx';

/** One field for the direction, and what was understood of it. */
export function WindPanel({
  wind,
  onClose,
}: {
  wind: WindChoice;
  onClose: () => void;
}): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  const [text, setText] = useState('');
  const reading = readWind(text, language);
  const isGood = typeof reading !== 'string';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isGood) return;
    wind.choose({ ...reading, typedAt: Math.floor(Date.now() / 1_000) });
    onClose();
  };
  return (
    <ToolPanel title={t('wind.title')} onClose={onClose} testId="wind-panel">
      {wind.shown ? <WindLine wind={wind.shown} /> : <p className="secondary">{t('wind.none')}</p>}
      <form className="wind-form" onSubmit={submit}>
        <input
          autoFocus
          value={text}
          maxLength={60}
          aria-label={t('wind.label')}
          aria-describedby="wind-understood"
          placeholder={t('wind.placeholder')}
          onChange={({ target }) => setText(target.value)}
          data-testid="wind-input"
        />
        <button type="submit" className="plain-button" disabled={!isGood}>
          {t('wind.set')}
        </button>
      </form>
      <p id="wind-understood" role="status" className={isGood ? '' : 'secondary'}>
        {isGood && windText(reading, words)}
        {!isGood && (text.trim() === '' ? t('wind.hint') : t(`wind.${reading}`))}
      </p>
      {wind.set && (
        <button type="button" className="plain-button" onClick={() => wind.choose(null)}>
          {t('wind.clear')}
        </button>
      )}
    </ToolPanel>
  );
}
