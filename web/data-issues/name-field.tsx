import type { JSX, KeyboardEvent, RefObject } from 'react';
import { useWords } from '../i18n/use-words.ts';

type NameFieldProps = {
  name: string;
  onName: (name: string) => void;
  onClose: () => void;
  field?: RefObject<HTMLInputElement | null>;
};

/** Who is at the screen: typed once, remembered, and proven by nothing. */
export function NameField({ name, onName, onClose, field }: NameFieldProps): JSX.Element {
  const { t } = useWords();
  return (
    <label className="issue-field">
      {t('issues.by')}
      <input
        ref={field}
        value={name}
        maxLength={80}
        autoComplete="off"
        onChange={({ currentTarget }) => onName(currentTarget.value)}
        onKeyDown={(event) => closeOnEscape(event, onClose)}
        data-testid="issue-by"
      />
    </label>
  );
}

/** Inside a field Esc belongs to the field, and must not reach the answer. */
export function closeOnEscape(event: KeyboardEvent, onClose: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  onClose();
}
