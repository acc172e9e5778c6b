import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportError } from '../batches/import-error.ts';

export const osmExtension = /\.(osm\.pbf|pbf|osm\.gz|osm)$/i;

type Format = { extension: string; fits: (head: Buffer) => boolean };

const formats: Format[] = [
  // A PBF begins with the length of its first block header and the type `OSMHeader`.
  { extension: '.pbf', fits: (head) => head.subarray(0, 32).includes('OSMHeader') },
  { extension: '.gz', fits: (head) => head[0] === 0x1f && head[1] === 0x8b },
  { extension: '.osm', fits: (head) => /^\uFEFF?\s*</.test(head.toString('utf8')) },
];

/** Throws ImportError when the file is missing, empty or plainly not what its name says. */
export async function checkOsmFile(file: string): Promise<void> {
  const name = basename(file);
  const info = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw new ImportError(`${file} cannot be read (${cause.code ?? cause.message}).`, { cause });
  });
  if (!info.isFile()) throw new ImportError(`${file} is not a file.`);
  if (info.size === 0) throw new ImportError(`${name} is empty.`);
  const format = formats.find(({ extension }) => name.toLowerCase().endsWith(extension));
  if (format === undefined || !osmExtension.test(name))
    throw new ImportError(`${name} is not an .osm, .osm.gz or .osm.pbf file.`);
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    if (!format.fits(buffer))
      throw new ImportError(
        `${name} is not OpenStreetMap data of the format ${format.extension}, or is damaged.`,
      );
  } finally {
    await handle.close();
  }
}
