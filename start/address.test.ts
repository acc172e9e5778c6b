import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { claimAddress, readAddress } from './address.ts';

test('without HOST and PORT it listens on this machine only, on 8080', () => {
  expect(readAddress({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    isLoopback: true,
    url: 'http://127.0.0.1:8080',
  });
});

test('open to the network, the address to open is still one of this machine', () => {
  const address = readAddress({ HOST: '0.0.0.0', PORT: '9000' });
  expect(address).toMatchObject({ isLoopback: false, url: 'http://127.0.0.1:9000' });
});

test('a PORT that is no port is refused in a sentence', () => {
  expect(() => readAddress({ PORT: '80a' })).toThrow('PORT must be a number');
  expect(() => readAddress({ PORT: '70000' })).toThrow('PORT must be a number');
});

test('a port that another program holds is told in a sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(claimAddress({ PORT: String(port) })).rejects.toThrow(
    `cannot listen on 127.0.0.1 port ${port}: it is taken`,
  );
  other.close();
});
