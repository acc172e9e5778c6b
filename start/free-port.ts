import { createServer } from 'node:net';

/** Takes a port and lets it go again; 0 asks for any. Rejects with the system's code when it is taken. */
export function tryPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const free = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(free));
    });
  });
}

export function findFreePort(): Promise<number> {
  return tryPort('127.0.0.1', 0);
}
