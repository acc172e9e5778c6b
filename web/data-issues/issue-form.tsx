import { type FormEvent, type JSX, type KeyboardEvent, useRef, useState } from 'react';
import { NameField } from '../author/name-field.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { DataIssuesTool } from './use-data-issues.ts';

type IssueFormProps = {
  issues: DataIssuesTool;
  name: string;
  onName: (name: string) => void;
  onClose: () => void;
};

/** As many characters as the server takes. */
const longestNote = 2_000;

/** The keyboard is in the note at once: a key, a few words, Enter. */
export function IssueForm({ issues, name, onName, onClose }: IssueFormProps): JSX.Element {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const { renew } = issues;
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (!issues.subject) return;
    issues.write({ note, by: name });
    onClose();
  };
  const pressed = (event: KeyboardEvent) => {
    // While an input method still composes a word, Enter is its own.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <form className="issue-form" onSubmit={save}>
      <Subjects issues={issues} />
      <div role="status">
        {renew && (
          <>
            <p className="doubt">{t('issues.changed')}</p>
            <button
              type="button"
              className="plain-button"
              onClick={() => {
                renew();
                // The button goes away, and letters without a field are keys of the screen.
                field.current?.focus();
              }}
              data-testid="issue-renew"
            >
              {t('issues.renew')}
            </button>
          </>
        )}
      </div>
      <p className="secondary">{t('issues.hint')}</p>
      <label className="tool-field">
        {t('issues.note')}
        <textarea
          ref={field}
          autoFocus
          rows={3}
          maxLength={longestNote}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          onKeyDown={pressed}
          data-testid="issue-note"
        />
      </label>
      <NameField name={name} onName={onName} testId="issue-by" />
      <div className="tool-buttons">
        <button
          type="submit"
          className="plain-button issue-save"
          disabled={!issues.subject}
          data-testid="issue-save"
        >
          {t('issues.save')}
        </button>
        <button type="button" className="plain-button" onClick={onClose}>
          {t('issues.cancel')}
        </button>
      </div>
      <p className="secondary">{t('issues.keys')}</p>
    </form>
  );
}

function Subjects({ issues }: { issues: DataIssuesTool }): JSX.Element {
  const { t } = useWords();
  const { subjects, subject, chooseSubject } = issues;
  return (
    <fieldset className="issue-subjects">
      <legend>{t('issues.subject')}</legend>
      {subjects.map(({ kind, label }) => (
        <label key={kind}>
          <input
            type="radio"
            name="issue-subject"
            checked={kind === subject?.kind}
            onChange={() => chooseSubject(kind)}
            data-testid={`issue-subject-${kind}`}
          />
          <span>
            {t(`issues.subject.${kind}`)}
            {label !== null && <span className="secondary">{label}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
