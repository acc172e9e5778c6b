// What an address text says, part by part.

export type NamedPart = { type: string | null; name: string };
export type AlleyStep = { level: number; type: string; number: string };

export type AddressReading = {
  house_number: string | null;
  /** Top-down: ngõ, then ngách, then hẻm. */
  alley_path: AlleyStep[];
  street: NamedPart | null;
  ward: NamedPart | null;
  district: NamedPart | null;
  city: string | null;
  complex?: NamedPart;
  building?: string;
  floor?: string;
  unit?: { type: string; number: string };
  settlement?: NamedPart[];
  /** Set when the text names a thing beside the target; the target itself is not that thing. */
  relative_to?: { relation: string; name: string; house_number?: string };
  confidence: number;
};
