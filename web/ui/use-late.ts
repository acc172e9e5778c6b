import { useEffect, useState } from 'react';

/** Shorter waits are not worth a change on screen. */
const patienceMs = 300;

/** Whether something has been waited for longer than one should without a word. */
export function useLate(isWaiting: boolean, afterMs = patienceMs): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setIsLate(true), afterMs);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isWaiting, afterMs]);
  return isWaiting && isLate;
}
