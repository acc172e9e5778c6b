import type { JSX } from 'react';
import type { Note } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { wordNote } from './note-words.ts';

/** What else must be known, one sentence each. */
export function Notes({ notes, className }: { notes: Note[]; className: string }): JSX.Element {
  const words = useWords();
  return (
    <>
      {notes.map((note, i) => (
        // Some codes come once for each unit.
        <p key={`${note.code} ${i}`} className={className} data-note={note.code}>
          {wordNote(note, words)}
        </p>
      ))}
    </>
  );
}
