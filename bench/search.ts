import { fetchWhole, printSpread, timeEach } from './measure.ts';
import type { World } from './world.ts';

const typed = [
  '37 ngách 29/70 Khương Hạ',
  'so 5 ngach 29/70 khuong ha',
  'Ng. 29/70 K.Hạ',
  '62 ngoc ha',
  'ngo 119 trung kinh',
  'soos 37 ngachs 29/70 khuwowng haj',
  '37/29/70 Khương Hạ',
  'trug kinh',
  'chua',
];

/** Every text, and what it was while it was being typed. */
function listTyping(): string[] {
  return typed.flatMap((text) =>
    [0.4, 0.6, 0.8, 1].map((share) => text.slice(0, Math.ceil(share * text.length))),
  );
}

export async function benchSearch({ url }: World): Promise<void> {
  const ask = (q: string) => fetchWhole(`${url}/api/places?q=${encodeURIComponent(q)}`);
  for (const q of typed) await ask(q);
  const texts = Array.from({ length: 6 }, listTyping).flat();
  printSpread('search, whole and half-typed texts', await timeEach(texts, ask));
}
