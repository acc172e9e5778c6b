import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConditions } from './customised-roads.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firepoint-conditions-'));
  mkdirSync(join(folder, 'osrm'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  writeFileSync(join(folder, 'osrm', 'conditions.json'), text);
  return readConditions(folder, '1');
}

describe('what the server wrote for the routers', () => {
  const told = { key: 'a', closures: 'b', version: '1', speeds: {} };

  it('holds for the routing data that it was written for', () => {
    expect(read(JSON.stringify(told))).toEqual(told);
    expect(read(JSON.stringify({ ...told, version: '0' }))).toMatchObject({ key: '' });
  });

  it('counts as nothing where a power cut left no whole text, and that is told', () => {
    const none = { key: '', closures: '', version: '', speeds: {} };
    for (const torn of ['', '{"key":"a', '\0\0'])
      expect(read(torn)).toEqual({
        ...none,
        problem: expect.stringContaining('conditions.json cannot be read') as string,
      });
    expect(read('null')).toEqual(none);
  });
});
