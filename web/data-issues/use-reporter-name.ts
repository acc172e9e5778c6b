import { useState } from 'react';

const storageKey = 'firepoint.reporterName';

/** The name last typed on this machine: there are no accounts, so it proves nothing. */
export function useReporterName(): [name: string, setName: (name: string) => void] {
  const [name, setName] = useState(() => localStorage.getItem(storageKey) ?? '');
  return [
    name,
    (next) => {
      if (next.trim() === '') localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, next.trim());
      setName(next);
    },
  ];
}
