// Asks for tiles as fast as it can, as a process of its own: told by a message what and for how long, answers what it saw.

import { Client } from 'undici';

export type LoadOrder = {
  origin: string;
  paths: string[];
  headers: Record<string, string>;
  connections: number;
  millis: number;
};

export type LoadReport = {
  answers: number;
  wrong: number;
  bytes: number;
  encoding: string;
  p50: number;
  p95: number;
};

async function run({
  origin,
  paths,
  headers,
  connections,
  millis,
}: LoadOrder): Promise<LoadReport> {
  const times: number[] = [];
  let [next, wrong, bytes, encoding] = [0, 0, 0, 'none'];
  const end = performance.now() + millis;

  async function keepAsking(client: Client): Promise<void> {
    while (performance.now() < end) {
      const started = performance.now();
      const path = paths[next++ % paths.length]!;
      const answer = await client.request({ path, method: 'GET', headers });
      for await (const chunk of answer.body) bytes += (chunk as Buffer).length;
      if (answer.statusCode >= 400) wrong += 1;
      encoding = String(answer.headers['content-encoding'] ?? 'none');
      times.push(performance.now() - started);
    }
  }

  const clients = Array.from({ length: connections }, () => new Client(origin));
  await Promise.all(clients.map(keepAsking));
  await Promise.all(clients.map((client) => client.close()));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { answers: times.length, wrong, bytes, encoding, p50: at(0.5), p95: at(0.95) };
}

process.on('message', (order: LoadOrder) => {
  void run(order).then((report) => process.send?.(report));
});
