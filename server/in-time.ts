import { RequestError } from './errors.ts';
import { tooLate, within } from './within.ts';

/** A dispatcher has an answer within 1.5 s, also one that there is none; what is left is for the way there and back. */
export const answerMillis = 1_200;

/** What `work` reads of the database; throws that the database does not answer when that takes longer. */
export async function inTime<T>(work: Promise<T>, millis = answerMillis): Promise<T> {
  const answer = await within(work, millis);
  return answer === tooLate ? refuseLate() : answer;
}

export function refuseLate(): never {
  throw new RequestError(503, 'database-down', 'The database does not answer in time');
}
