import { fetchWhole } from './measure.ts';

export function askResponse(url: string, [lon, lat]: [number, number]): Promise<Buffer> {
  return fetchWhole(`${url}/api/response`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ lon, lat }),
  });
}
