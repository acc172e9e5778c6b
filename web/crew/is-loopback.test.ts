import { expect, test } from 'vitest';
import { isLoopback } from './is-loopback.ts';

test.each(['127.0.0.1', '127.0.1.1', 'localhost', 'desk.localhost', '[::1]', '0.0.0.0'])(
  'a link to %s opens on no other device',
  (hostname) => expect(isLoopback(hostname)).toBe(true),
);

test.each(['192.168.1.20', '10.127.0.1', 'pccc.hanoi.vn', 'localhost.vn', '[fe80::1]'])(
  'a link to %s may open on others',
  (hostname) => expect(isLoopback(hostname)).toBe(false),
);
