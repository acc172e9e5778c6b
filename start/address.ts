import { tryPort, findFreePort } from './free-port.ts';
import { SetUpError } from './set-up-error.ts';

export type Address = { host: string; port: number; isLoopback: boolean; url: string };

const explanations: Record<string, string | undefined> = {
  EADDRINUSE: 'it is taken by another program; stop that one, or choose another with PORT=…',
  EACCES: 'this user may not use it; choose one above 1023 with PORT=…',
  EADDRNOTAVAIL: 'this machine has no such address; choose another with HOST=…',
  ENOTFOUND: 'there is no such host; choose another with HOST=…',
};

/** Where to listen, from HOST and PORT: loopback 8080 unless told otherwise. */
export function readAddress(environment: NodeJS.ProcessEnv): Address {
  const host = environment['HOST'] || '127.0.0.1';
  const text = environment['PORT'] || '8080';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new SetUpError(`PORT must be a number from 0 to 65535, not "${text}".`);
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return { host, port, isLoopback, url: formatUrl(host, port) };
}

/** An address a browser on this machine can open. */
function formatUrl(host: string, port: number): string {
  const anywhere = host === '0.0.0.0' || host === '::';
  const name = anywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** The address, once it is known to be free; PORT=0 takes any free port. */
export async function claimAddress(environment: NodeJS.ProcessEnv): Promise<Address> {
  const address = readAddress(environment);
  const port = address.port || (await findFreePort());
  const obstacle = await findObstacle({ ...address, port });
  if (obstacle) throw obstacle;
  return { ...address, port, url: formatUrl(address.host, port) };
}

/** Why nobody can listen there now; undefined when one can. */
export async function findObstacle({
  host,
  port,
}: Pick<Address, 'host' | 'port'>): Promise<SetUpError | undefined> {
  try {
    await tryPort(host, port);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return new SetUpError(
      `Firepoint cannot listen on ${host} port ${port}: ${explanations[code] ?? code}.`,
      { cause: error },
    );
  }
}
