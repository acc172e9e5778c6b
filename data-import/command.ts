// What the words of the command line ask for.

import { parseArgs } from 'node:util';
import { ImportError } from './batches/import-error.ts';
import { registers } from './registers/all.ts';
import type { Register } from './registers/register.ts';

export type Options = {
  dryRun: boolean;
  /** Applies without asking. */
  isAgreed: boolean;
  allowReplace: boolean;
  isComplete: boolean;
  skipRejected: boolean;
  name: string | undefined;
  houses: number | undefined;
  seed: number | undefined;
};

export type Command = Options &
  (
    | { what: 'osrm' | 'demo' | 'batches' | 'corrections' }
    | { what: 'undo'; batchId: number | undefined }
    | { what: 'register'; register: Register; file: string }
    | { what: 'city'; file: string }
  );

type Help = { what: 'help'; register: Register | undefined; isAsked: boolean };

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        replace: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', short: 'y', default: false },
        complete: { type: 'boolean', default: false },
        'skip-rejected': { type: 'boolean', default: false },
        name: { type: 'string' },
        houses: { type: 'string' },
        seed: { type: 'string' },
      },
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(`${why.split('. ')[0]}. See --help.`, { cause });
  }
}

function readCount(what: string, text: string | undefined, low: number): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count >= low && count <= 10_000_000) return count;
  throw new ImportError(`${what} wants a whole number from ${low} on, not "${text}".`);
}

function hasNoPreview(what: string): what is 'osrm' | 'demo' | 'batches' | 'corrections' {
  return ['osrm', 'demo', 'batches', 'corrections'].includes(what);
}

/** Reads the command line. Throws ImportError, with one sentence, when it makes no sense. */
export function readCommand(words: string[]): Command | Help {
  const { values, positionals } = parse(words);
  const [what, file] = positionals;
  const register = registers.find(({ kind }) => kind === what);
  if (values.help || what === undefined) return { what: 'help', register, isAsked: values.help };
  const expected = register || what === 'undo' ? 2 : 1;
  if (positionals.length > expected)
    throw new ImportError(
      `Too many arguments: ${positionals.slice(expected).join(' ')}. See --help.`,
    );
  if (values['dry-run'] && hasNoPreview(what))
    throw new ImportError(`There is no preview (--dry-run) of ${what}.`);
  const options: Options = {
    dryRun: values['dry-run'],
    isAgreed: values.yes,
    allowReplace: values.replace,
    isComplete: values.complete,
    skipRejected: values['skip-rejected'],
    name: values.name,
    houses: readCount('--houses', values.houses, 1),
    seed: readCount('--seed', values.seed, 0),
  };
  if (hasNoPreview(what)) return { ...options, what };
  if (what === 'undo') return { ...options, what, batchId: readCount('undo', file, 1) };
  if (!register) return { ...options, what: 'city', file: what };
  if (file === undefined)
    throw new ImportError(`${register.kind} wants a file. See ${register.kind} --help.`);
  return { ...options, what: 'register', register, file };
}
