// npm run dev: the product as with npm start, but the web page by vite with hot reload, and the
// server started again whenever its source changes. The browser talks to vite on PORT, which passes
// /api and /tiles on to the server.

import { watch } from 'node:fs';
import { join } from 'node:path';
import { claimAddress } from './address.ts';
import { spawnGuarded } from './child-process.ts';
import { ensureCity, ensureRoutingData } from './city.ts';
import { chooseDataFolder, makeFolder, root } from './folders.ts';
import { findFreePort } from './free-port.ts';
import { KeptChild } from './keep-alive.ts';
import { runCommand, type Lifetime } from './lifetime.ts';
import { pulseOf, untilFirstAnswer } from './pulse.ts';
import { startServer } from './server-child.ts';
import { setUp } from './set-up.ts';
import { lockStart } from './start-lock.ts';
import { runStep } from './step.ts';

const serverSources = ['server', 'geo', 'sql', 'tiles'];
// Editors write a file in several steps.
const settleMilliseconds = 200;

function watchServerSources(onChange: () => void, life: Lifetime): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of serverSources) {
    const watcher = watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || /\.test\.tsx?$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, settleMilliseconds);
    });
    life.onEnd(`watch of ${folder}`, async () => watcher.close());
  }
}

async function develop(life: Lifetime): Promise<number> {
  await lockStart(makeFolder(chooseDataFolder()), life);
  const page = await claimAddress(process.env);
  const product = await setUp(life, { restartsDatabase: true });
  await runStep('City', (step) => ensureCity(product, step, life.signal));
  await runStep('Routing data', (step) => ensureRoutingData(product, step, life.signal));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const server = startServer(product, { host: '127.0.0.1', port, isLoopback: true, url }, life);
  watchServerSources(() => {
    console.log('… server: source changed, starting it again');
    void server.restart();
  }, life);
  const launch = () =>
    spawnGuarded(process.execPath, {
      args: [join(root, 'node_modules/vite/bin/vite.js'), '--host', page.host],
      cwd: root,
      env: { ...product.environment, PORT: String(port), WEB_PORT: String(page.port) },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  const vite = new KeptChild({ name: 'vite', launch, life });
  life.onEnd('vite', () => vite.stop());
  // Vite may listen later than the server.
  const answers = pulseOf(page.url, { patienceMilliseconds: 15_000 });
  if ((await server.untilAnswering()) && (await untilFirstAnswer(answers, life)))
    console.log(`\nFirepoint for development: ${page.url} (API: ${url})\n`);
  await life.untilEnd();
  return 0;
}

await runCommand(develop);
