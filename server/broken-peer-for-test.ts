// A TCP proxy before a real peer (OSRM, PostgreSQL) that passes on, or does what a broken network does.

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Harm =
  | 'none'
  /** Takes everything, answers nothing. */
  | 'silent'
  /** Answers after three seconds. */
  | 'slow'
  /** Other bytes in the place of some. */
  | 'garbled'
  /** Only the beginning of each answer, then the end of the connection. */
  | 'cut'
  /** Ends every connection at once. */
  | 'refusing';

export type Peer = {
  port: number;
  /** From now on, also on connections that are open. */
  hurt: (harm: Harm) => void;
  close: () => Promise<void>;
};

const slowMillis = 3_000;

export async function startPeer(targetPort: number): Promise<Peer> {
  let harm: Harm = 'none';
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    if (harm === 'refusing') return void client.destroy();
    const target = connect(targetPort, '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A broken connection is what this is for; the other side is ended with it.
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (chunk) => target.write(chunk));
    target.on('data', (chunk) => passOn(client, chunk, harm));
    client.on('close', () => target.destroy());
    target.on('close', () => client.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    hurt: (next) => {
      harm = next;
      if (harm === 'refusing') for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function passOn(client: Socket, chunk: Buffer, harm: Harm): void {
  if (harm === 'silent') return;
  if (harm === 'slow') return void setTimeout(() => client.write(chunk), slowMillis).unref();
  if (harm === 'cut') return void client.end(chunk.subarray(0, Math.floor(chunk.length / 2)));
  client.write(harm === 'garbled' ? garble(chunk) : chunk);
}

/** The head of an HTTP answer stays, so that it is the body that makes no sense. */
function garble(chunk: Buffer): Buffer {
  const body = Math.max(0, chunk.indexOf('\r\n\r\n'));
  return Buffer.from(chunk.map((byte, at) => (at > body + 4 && at % 7 === 0 ? 0x23 : byte)));
}
