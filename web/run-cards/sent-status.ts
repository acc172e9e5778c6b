// What an answer says of the status of those who come by hand, or were sent already. Pure.

import type { Note } from '../../server/response/schema.ts';

/** The server does not know which of those that it was asked with were sent: of them it is no news that they are busy. */
export function wordStatusOfSent(notes: Note[], sentIds: readonly string[]): Note[] {
  return notes.flatMap((note) => {
    if (note.code !== 'sent-status') return [note];
    if (!sentIds.includes(String(note.params['unitId']))) return [{ ...note, code: 'also-status' }];
    return note.params['status'] === 'busy' ? [] : [note];
  });
}
