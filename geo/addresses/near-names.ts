// Names one slip of the finger away: a letter wrong, missing, doubled or swapped.

/** Whether one insertion, deletion, substitution or swap of neighbours turns one text into the other. */
export function isOneSlipApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let oneEnd = one.length;
  let otherEnd = other.length;
  while (oneEnd > start && otherEnd > start && one[oneEnd - 1] === other[otherEnd - 1]) {
    oneEnd -= 1;
    otherEnd -= 1;
  }
  const [left, right] = [oneEnd - start, otherEnd - start];
  if (left <= 1 && right <= 1) return true;
  const swapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return left === 2 && right === 2 && swapped;
}

// A letter may be missing or too many in what is typed so far.
function beginsOneSlipApart(name: string, typed: string): boolean {
  return (
    typed.length >= 6 &&
    name.length > typed.length &&
    [0, 1, -1].some((more) => isOneSlipApart(name.slice(0, typed.length + more), typed))
  );
}

/**
 * The folded names one slip away from what was typed; when `typed` may be unfinished, also those
 * that begin one slip away from it. Short names stay out: there every name is near another.
 */
export function findNearNames(
  names: Iterable<string>,
  typed: string,
  unfinished: boolean,
): string[] {
  if (typed.length < 4) return [];
  const found: string[] = [];
  for (const name of names) {
    if (isOneSlipApart(name, typed) || (unfinished && beginsOneSlipApart(name, typed)))
      found.push(name);
  }
  return found;
}
