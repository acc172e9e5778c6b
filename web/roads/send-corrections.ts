import { ApiError, enterCorrection } from '../api.ts';
import { type Faults, faultsOf, type Part, type Written } from './road-draft.ts';

export type Sent = {
  saved: Part[];
  faults: Faults;
  /** Of what is about no field, the first. */
  failure: ApiError | null;
};

/** Sends one after the other: each is taken or refused by itself, and none is lost for another. */
export async function sendCorrections(parts: Written['parts']): Promise<Sent> {
  const sent: Sent = { saved: [], faults: {}, failure: null };
  for (const { part, entered } of parts) {
    try {
      await enterCorrection(entered);
      sent.saved.push(part);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const faults = faultsOf(part, error);
      if (Object.keys(faults).length === 0) sent.failure ??= error;
      Object.assign(sent.faults, faults);
    }
  }
  return sent;
}
