/** What is said of an answer to an earlier choice: that it is worked out anew, then since when it stands. */
export function keptStage(error: unknown, isLate: boolean): 'again' | 'told' {
  return isLate || error ? 'told' : 'again';
}
