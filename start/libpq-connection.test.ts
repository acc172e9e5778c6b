import { expect, test } from 'vitest';
import { describeConnection } from './libpq-connection.ts';

test('the password of a given database goes to psql by environment, decoded', () => {
  expect(describeConnection('postgres://an:p%40ss@db.example:5433/city?sslmode=require')).toEqual({
    PGHOST: 'db.example',
    PGPORT: '5433',
    PGUSER: 'an',
    PGPASSWORD: 'p@ss',
    PGDATABASE: 'city',
    PGSSLMODE: 'require',
  });
});

test('what the address leaves out is left to the environment', () => {
  expect(describeConnection('postgres://firepoint@127.0.0.1:5433/firepoint')).not.toHaveProperty(
    'PGPASSWORD',
  );
});
