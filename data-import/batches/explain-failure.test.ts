import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';
import { ImportError } from './import-error.ts';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  ['a full disk', withCode('ENOSPC'), /^The disk is full/],
  ['a full disk of the database', withCode('53100'), /^The disk of the database is full/],
  ['a full disk, as programs say it', new Error('No space left on device'), /is full/],
  ['a wrong password', withCode('28P01'), /refuses the user or the password/],
  ['a server that shuts down', withCode('57P01'), /was shut down during the import/],
  [
    'a server that is starting',
    new Error('FATAL: the database system is starting up'),
    /try again/,
  ],
  ['a connection that died', new Error('Connection terminated unexpectedly'), /went away/],
  [
    'a connection that died before',
    new Error('Client has encountered a connection error and is not queryable'),
    /went away/,
  ],
  [
    'what a step was doing when it failed',
    new Error('stage-roads.sql failed', { cause: withCode('ECONNRESET') }),
    /went away/,
  ],
  [
    'a host with two addresses',
    new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]),
    /nothing listens there/,
  ],
  ['our own sentence', new ImportError('city.osm is empty.'), /^city.osm is empty\.$/],
])('%s is one sentence', (_name, error, sentence) => {
  expect(explainFailure(error)).toMatch(sentence);
  expect(explainFailure(error)).toMatch(/^[A-Zc][^\n]*\.$/);
});

test('a defect of ours is none: its whole error is wanted', () => {
  expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined();
  expect(explainFailure(withCode('42601', 'syntax error at or near "x"'))).toBeUndefined();
});
