import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api.ts';

export type Telling<Done> = {
  isSending: boolean;
  failure: ApiError | null;
  /** What was done last, to be said. */
  done: Done | null;
};

/** Tells the server something, then has everything on the screen asked for again. */
export function useTelling<Done>(): {
  telling: Telling<Done>;
  tell: (what: () => Promise<Done>) => Promise<void>;
} {
  const client = useQueryClient();
  const [telling, setTelling] = useState<Telling<Done>>({
    isSending: false,
    failure: null,
    done: null,
  });
  const tell = async (what: () => Promise<Done>) => {
    setTelling({ isSending: true, failure: null, done: null });
    try {
      const done = await what();
      setTelling({ isSending: false, failure: null, done });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setTelling({ isSending: false, failure: error, done: null });
    }
    // The state of the server first: by it the screen knows why its answers changed.
    await client.invalidateQueries({ queryKey: ['health'] });
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'health' });
  };
  return { telling, tell };
}
