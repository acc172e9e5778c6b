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
export function SearchBox(props: SearchBoxProps): JSX.Element {
  const { t } = useWords();
  return (
    <search className="search-box">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="8.5" cy="8.5" r="5.5" />
        <path d="m13 13 5 5" />
      </svg>
      <input
        ref={props.ref}
        autoFocus
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={props.showsResults}
        aria-controls={resultListId}
        aria-autocomplete="list"
        {...(props.activeId ? { 'aria-activedescendant': optionId(props.activeId) } : {})}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t('search.placeholder')}
        value={props.text}
        onChange={(event) => props.onType(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
        data-testid="search"
      />
      {props.text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <CloseButton aria-label={t('search.clear')} onClick={() => props.onType('')} />
      )}
    </search>
  );
}
