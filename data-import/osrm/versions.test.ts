import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isWhole, publishVersion, pruneVersions, readCurrent, startVersion } from './versions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'versions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function build(): Promise<string> {
  const { version } = await startVersion(folder);
  await publishVersion(folder, { version, cityVersion: '1', factsKey: '', classes: {} });
  await pruneVersions(folder);
  return version;
}

const list = () => readdirSync(join(folder, 'osrm')).filter((name) => name !== 'current.json');

it('the two newest versions are kept', async () => {
  const versions = [await build(), await build(), await build()];
  expect(list()).toEqual(versions.slice(1));
});

it('what is built after the clock was set back is the newest nevertheless, and stays', async () => {
  const future = ['29991231T235959998Z', '29991231T235959999Z'];
  for (const name of future) mkdirSync(join(folder, 'osrm', name), { recursive: true });
  const version = await build();
  expect(version).toBe('30000101T000000000Z');
  expect(list()).toEqual([future[1], version]);
  expect((await readCurrent(folder))?.version).toBe(version);
});

it('is whole where the datasets that it names are there', async () => {
  const current = {
    version: await build(),
    cityVersion: '1',
    factsKey: '',
    classes: { large: 'city.osrm' },
  };
  expect(isWhole(folder, current)).toBe(false);
  writeFileSync(join(folder, 'osrm', 'city.osrm.mldgr'), '');
  expect(isWhole(folder, current)).toBe(true);
});
