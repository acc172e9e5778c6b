import type { JSX, RefObject } from 'react';
import { useWords } from '../i18n/use-words.ts';

type NameFieldProps = {
  name: string;
  onName: (name: string) => void;
  label?: string;
  /** Why it cannot stay as it is. */
  fault?: string | null;
  testId: string;
  field?: RefObject<HTMLInputElement | null>;
};

/** Who is at the screen: typed once, remembered, and proven by nothing. */
export function NameField(props: NameFieldProps): JSX.Element {
  const { name, onName, label, fault = null, testId, field } = props;
  const { t } = useWords();
  return (
    <label className="tool-field">
      {label ?? t('author.name')}
      <input
        ref={field}
        value={name}
        maxLength={80}
        autoComplete="off"
        aria-invalid={fault !== null}
        onChange={({ currentTarget }) => onName(currentTarget.value)}
        data-testid={testId}
      />
      {fault !== null && <span className="doubt">{fault}</span>}
    </label>
  );
}
