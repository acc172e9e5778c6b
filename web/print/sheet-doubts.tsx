import type { JSX } from 'react';
import type { PlaceCard } from '../../server/places/schema.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { doubtsAbout, otherDoorsText } from '../dispatch/place-head.tsx';
import { useWords } from '../i18n/use-words.ts';
import { notesOnSheet, type Warned, warningsOf } from './sheet-warnings.ts';

/** How sure all that follows is, under the head of every sheet: paper has no banner. */
export function SheetDoubts({ place, of }: { place: PlaceCard | null; of: Warned }): JSX.Element {
  const words = useWords();
  const sentences = [
    ...warningsOf(of, words),
    ...doubtsAbout(place, of.response, words),
    ...otherDoorsText(of.response, words),
    ...notesOnSheet(of).map((note) => wordNote(note, words)),
  ];
  return (
    <>
      {[...new Set(sentences)].map((sentence) => (
        <p key={sentence} className="sheet-doubt">
          {sentence}
        </p>
      ))}
    </>
  );
}
