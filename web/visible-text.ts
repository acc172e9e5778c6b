/** What nobody sees in a text and what turns it round, as pasted text often holds; U+200D joins emoji. */
const hidden = /(?!\u200D)\p{Cf}/gu;

export function withoutHidden(text: string): string {
  return text.replaceAll(hidden, '');
}

/** As it is sent: the server would refuse a text for what nobody sees in it. */
export function writeJson(json: unknown): string {
  return JSON.stringify(json, (_key, value: unknown) =>
    typeof value === 'string' ? withoutHidden(value) : value,
  );
}
