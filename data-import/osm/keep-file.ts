// The OSM files of the city in force and of the one before it, in `$FIREPOINT_DATA/osm`, named by their SHA-256. Which
// of them is in force, the last applied batch says: so no moment exists in which city and file disagree.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../sql/pool.ts';
import { ImportError } from '../batches/import-error.ts';
import { osmExtension } from './check-file.ts';

export function keptFolder(dataFolder: string): string {
  return join(dataFolder, 'osm');
}

function keptName(file: string, sha256: string): string {
  const extension = (osmExtension.exec(basename(file))?.[1] ?? 'osm.pbf').toLowerCase();
  return `${sha256}.${extension === 'pbf' ? 'osm.pbf' : extension}`;
}

async function listKept(dataFolder: string): Promise<string[]> {
  return readdir(keptFolder(dataFolder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** Copies the imported file beside the one in force, whole or not at all; it must still be what was read. */
export async function keepOsmFile(
  dataFolder: string,
  { file, sha256 }: { file: string; sha256: string },
): Promise<void> {
  const folder = keptFolder(dataFolder);
  const kept = join(folder, keptName(file, sha256));
  if ((await listKept(dataFolder)).includes(basename(kept))) return;
  const partial = join(folder, `.${process.pid}.partial`);
  const hash = createHash('sha256');
  try {
    await mkdir(folder, { recursive: true });
    await pipeline(
      createReadStream(file),
      async function* read(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(partial),
    );
    if (hash.digest('hex') !== sha256)
      throw new ImportError(`${basename(file)} was changed while it was read; import it again.`);
    await rename(partial, kept);
  } catch (cause) {
    await rm(partial, { force: true });
    if (cause instanceof ImportError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOSPC' || code === 'EFBIG' ? 'the disk is full' : (code ?? message);
    throw new ImportError(
      `${basename(file)} cannot be kept in ${folder} (${why}); nothing was changed.`,
      { cause },
    );
  }
}

/** SHA-256 of the OSM files of the last applied city batches, the one in force first. */
async function readCityFiles(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ sha256: string }>(
    `select file_sha256 as sha256 from import_batches where kind = 'city' and status = 'applied' order by id desc limit 2`,
  );
  return rows.map(({ sha256 }) => sha256);
}

/** The kept file with this hash; undefined when it is not kept. */
export async function findKeptFile(
  dataFolder: string,
  sha256: string,
): Promise<string | undefined> {
  const name = (await listKept(dataFolder)).find((candidate) => candidate.startsWith(sha256));
  return name === undefined ? undefined : join(keptFolder(dataFolder), name);
}

/** Whether the OSM file of the loaded city is where it belongs. */
export async function hasCityFile(database: Database, dataFolder: string): Promise<boolean> {
  const [sha256] = await readCityFiles(database);
  return sha256 !== undefined && (await findKeptFile(dataFolder, sha256)) !== undefined;
}

/** The OSM file of the loaded city. Throws ImportError when there is none. */
export async function findCityFile(database: Database, dataFolder: string): Promise<string> {
  const [sha256] = await readCityFiles(database);
  if (sha256 === undefined) throw new ImportError('No city is loaded yet; import one first.');
  const file = await findKeptFile(dataFolder, sha256);
  if (file !== undefined) return file;
  throw new ImportError(
    `The OSM file of the loaded city is not in ${keptFolder(dataFolder)}; import it again.`,
  );
}

/** Drops the files of cities before the last two, and what killed imports left. */
export async function pruneOsmFiles(database: Database, dataFolder: string): Promise<void> {
  const needed = await readCityFiles(database);
  for (const name of await listKept(dataFolder))
    if (!needed.some((sha256) => name.startsWith(sha256)))
      await rm(join(keptFolder(dataFolder), name), { force: true });
}
