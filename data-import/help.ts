import { registers } from './registers/all.ts';
import { keepsNotes, type Register } from './registers/register.ts';

export const generalHelp = `Imports a city, or a register that OpenStreetMap lacks.

  npm run import -- area.osm.pbf            a city (.osm, .osm.gz, .osm.pbf); a newer extract merges
  npm run import -- REGISTER FILE           ${registers.map(({ kind }) => kind).join(', ')}
                                            (CSV or GeoJSON; REGISTER --help lists the columns)
  npm run import -- batches                 the last imports, and what each changed
  npm run import -- undo                    takes the last one back; undo ID that one, if nothing came after it
  npm run import -- corrections             what people corrected that matches nothing any more
  npm run import -- osrm                    rebuilds the routing data of the loaded city
  npm run demo                              makes the demo city

  --dry-run         shows what would change, and changes nothing
  --yes             applies without asking; only a terminal is ever asked
  --replace         lets another place replace the loaded city
  --name NAME       the city's name, where the data has none
  --complete        the register file is whole: rows that it lacks are retired; no row may be wrong
  --skip-rejected   loads the right rows although others are wrong
  --houses N        size of the demo city, about 5000
  --seed N          another demo city

One import runs at a time; the old data is served until a new one is complete. What a file still has keeps its
identity, what it lacks is retired with the date, never deleted.`;

/** The columns of a register file, as `REGISTER --help` prints them. */
export function describeColumns(register: Register): string {
  const { kind, about, columns } = register;
  const others = keepsNotes(register) ? 'kept as notes' : 'not read, and the import names them';
  const lines = columns.map(
    ({ name, isRequired, help }) =>
      `  ${name.padEnd(16)}${(isRequired ? 'required' : 'optional').padEnd(10)}${help}`,
  );
  return [
    `${kind}: ${about}`,
    'CSV with a header (comma or semicolon, UTF-8), or GeoJSON with the same property names;',
    `a Point gives lon and lat. Other columns are ${others}.`,
    '',
    ...lines,
  ].join('\n');
}
