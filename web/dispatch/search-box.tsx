import { CloseButton } from '@mantine/core';
import type { JSX, KeyboardEvent, Ref } from 'react';
import { useWords } from '../i18n/use-words.ts';

export const resultListId = 'place-results';

export function optionId(placeId: string): string {
  return `place-${placeId.replace(':', '-')}`;
}

type SearchBoxProps = {
  ref: Ref<HTMLInputElement>;
  text: string;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  showsResults: boolean;
  activeId: string | null;
};

/** What was typed stays in it, whatever is chosen. */
export function SearchBox({
  ref,
  text,
  onType,
  onKeyDown,
  showsResults,
  activeId,
}: SearchBoxProps): JSX.Element {
  const { t } = useWords();
  return (
    <search className="search-box">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="8.5" cy="8.5" r="5.5" />
        <path d="m13 13 5 5" />
      </svg>
      <input
        ref={ref}
        autoFocus
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={showsResults}
        aria-controls={resultListId}
        aria-autocomplete="list"
        {...(activeId ? { 'aria-activedescendant': optionId(activeId) } : {})}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        // A pasted link is long.
        maxLength={2_000}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-testid="search"
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <CloseButton aria-label={t('search.clear')} onClick={() => onType('')} />
      )}
    </search>
  );
}
