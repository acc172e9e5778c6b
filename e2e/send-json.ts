import { expect } from 'vitest';

/** Asks the server itself, beside the page; fails where it refuses. */
export async function sendJson<Body>(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  body: unknown,
): Promise<Body> {
  const answer = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok, `${url}: ${answer.status}`).toBe(true);
  return (await answer.json()) as Body;
}
