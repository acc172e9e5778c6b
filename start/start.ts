// npm start: all set-up, then the product, until Ctrl-C.
// 1. Debian packages, OSRM, the private database and its tables
// 2. a city (the demo city when there is none), its routing data, the web page
// 3. the server and the routers, kept alive

import { claimAddress, type Address } from './address.ts';
import { ensureCity, ensureRoutingData } from './city.ts';
import { chooseDataFolder, makeFolder } from './folders.ts';
import { runCommand, type Lifetime } from './lifetime.ts';
import { startServer } from './server-child.ts';
import { setUp } from './set-up.ts';
import { lockStart } from './start-lock.ts';
import { runStep } from './step.ts';
import { ensureWebBuild } from './web-build.ts';

function announce({ host, isLoopback, url }: Address): void {
  const who = isLoopback
    ? 'It listens on this machine only, because there are no accounts yet; HOST=0.0.0.0 opens it to the network.'
    : `It listens on ${host}, open to whoever reaches it: there are no accounts yet.`;
  console.log(`\nFirepoint is ready: ${url}\n${who}\n`);
}

async function start(life: Lifetime): Promise<number> {
  await lockStart(makeFolder(chooseDataFolder()), life);
  const address = await claimAddress(process.env);
  const product = await setUp(life, { restartsDatabase: true });
  const { signal } = life;
  await runStep('City', (step) => ensureCity(product, step, signal));
  await runStep('Routing data', (step) => ensureRoutingData(product, step, signal));
  await runStep('Web page', (step) => ensureWebBuild(step, signal));
  const server = startServer(product, address, life);
  while (!(await server.untilAnswering()) && !life.ending)
    console.error('✗ The server does not answer yet; see what it said above.');
  if (!life.ending) announce(address);
  await life.untilEnd();
  console.log('\nStopping …');
  return 0;
}

await runCommand(start);
