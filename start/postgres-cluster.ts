// A PostgreSQL cluster of our own, in our data folder, on a loopback port that it keeps.
// All commands of one checkout share it: the first that needs it starts it, and the others find it
// through postmaster.pid. A product that still needs it when its keeper ends takes it over; a command
// that works with it once, as an import does, ends with it.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync, statSync, truncateSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { restartDelayMilliseconds } from './backoff.ts';
import { isRunning, spawnGuarded, stopChild } from './child-process.ts';
import { chooseClusterPort, keepClusterPort } from './cluster-port.ts';
import { tryPort } from './free-port.ts';
import type { Lifetime } from './lifetime.ts';
import { ensureClusterFiles, superuser, type ClusterFiles } from './postgres-init.ts';
import { findPostmaster, killCluster } from './postmaster.ts';
import { listClusterArguments } from './postgres-settings.ts';
import { untilLost } from './pulse.ts';
import { SetUpError } from './set-up-error.ts';

export type ClusterUse = {
  /** Whether what is written must survive a loss of power. */
  durable: boolean;
  /** Whether it is started again whenever it ends; else whoever began with it ends with it. */
  restarts: boolean;
};

export type Cluster = { environment: Record<string, string>; port: number; shared: boolean };

const databaseName = 'firepoint';
const databaseLockKey = 4_114_130;
const startPatienceMilliseconds = 60_000;
// After kill -9 the old postmaster may still be on its way out; more failures have another reason.
const mostLaunches = 5;
const mostServingTries = 2;
const keepLogBytes = 10_000_000;
/** Longer than a checkpoint or a busy disk keeps it from letting a client in. */
const silenceMilliseconds = 20_000;
/** At the start it says within moments that it starts up. */
const startSilenceMilliseconds = 10_000;

function launch(files: ClusterFiles, port: number, durable: boolean): ChildProcess {
  if (existsSync(files.log) && statSync(files.log).size > keepLogBytes) truncateSync(files.log);
  const log = openSync(files.log, 'a', 0o600);
  const child = spawnGuarded(join(files.programs.bin, 'postgres'), {
    args: ['-D', files.folder, ...listClusterArguments(files.programs, port, durable)],
    user: files.user,
    // INT asks PostgreSQL for its fast shutdown; TERM would wait for all clients.
    deathSignal: 'INT',
    cwd: '/',
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', (error) => console.error(`PostgreSQL: ${error.message}`));
  return child;
}

/** Connects once; undefined when that worked, else what stands in the way. */
async function findObstacle(config: pg.ClientConfig): Promise<Error | undefined> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Whether PostgreSQL spoke at all: that it starts up, or has no connection left, is an answer too. */
function isAnswer(obstacle: Error | undefined): boolean {
  return obstacle === undefined || obstacle instanceof pg.DatabaseError;
}

function isShuttingDown(obstacle: Error | undefined): boolean {
  return obstacle instanceof pg.DatabaseError && obstacle.message.includes('shutting down');
}

/** Finds the cluster or runs it, until the end; on wish starts it whenever nobody runs it. */
class ClusterKeeper {
  readonly #files: ClusterFiles;
  readonly #use: ClusterUse;
  readonly #life: Lifetime;
  #own: ChildProcess | undefined;
  #launches = 0;
  /** Whether somebody was told the port, and would not hear of another one. */
  #isPortTold = false;
  port = 0;

  constructor(files: ClusterFiles, use: ClusterUse, life: Lifetime) {
    this.#files = files;
    this.#use = use;
    this.#life = life;
  }

  get shared(): boolean {
    return this.#own === undefined || !isRunning(this.#own);
  }

  async #choosePort(): Promise<number> {
    if (this.port === 0) return chooseClusterPort(this.#files.port);
    // Servers know the database by its port, so a restart keeps it, and waits for it if it must.
    await tryPort('127.0.0.1', this.port);
    return this.port;
  }

  /** One round: finds the postmaster, or starts one. */
  async findOrStart(): Promise<void> {
    const running = findPostmaster(this.#files.folder);
    if (running) {
      if (this.#isPortTold && running.port !== this.port)
        throw new Error(`another command runs it on port ${running.port}, not ${this.port}`);
      // Ours is not it when another command was quicker: then it ended at once.
      this.port = running.port;
      return;
    }
    if (this.#own && isRunning(this.#own)) return;
    this.port = await this.#choosePort();
    this.#launches += 1;
    this.#own = launch(this.#files, this.port, this.#use.durable);
  }

  async #tryOnce(): Promise<Error | undefined> {
    try {
      await this.findOrStart();
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
    return this.#findObstacle();
  }

  #findObstacle(): Promise<Error | undefined> {
    return findObstacle({
      host: '127.0.0.1',
      port: this.port,
      user: superuser,
      password: this.#files.password,
      database: 'postgres',
    });
  }

  async untilReady(): Promise<void> {
    const deadline = performance.now() + startPatienceMilliseconds;
    let obstacle: Error | undefined;
    let heardAt = performance.now();
    while (performance.now() < deadline && this.#launches <= mostLaunches) {
      this.#life.signal.throwIfAborted();
      obstacle = await this.#tryOnce();
      if (!obstacle) {
        keepClusterPort(this.#files.port, this.port);
        this.#isPortTold = true;
        return;
      }
      const own = this.#own;
      const failed = own && !isRunning(own);
      if (failed || isAnswer(obstacle)) heardAt = performance.now();
      else if (own && performance.now() - heardAt > startSilenceMilliseconds) {
        const ended = once(own, 'exit');
        this.#endFrozen(own);
        await ended;
        heardAt = performance.now();
      }
      await this.#life.pause(failed ? restartDelayMilliseconds(this.#launches) : 100);
    }
    throw new SetUpError(
      `PostgreSQL does not answer (${obstacle?.message ?? 'no reason given'}); its log is ${this.#files.log}.`,
    );
  }

  /** Waits for the end of our cluster, and brings it about when it stands still; or for our own end. */
  async #untilEnd(own: ChildProcess): Promise<void> {
    const over = new AbortController();
    const ended = once(own, 'exit');
    const pulse = {
      answers: async () => {
        const obstacle = await this.#findObstacle();
        // Somebody sent TERM, for which PostgreSQL waits until the last client has gone.
        if (isShuttingDown(obstacle) && isRunning(own)) own.kill('SIGINT');
        return isAnswer(obstacle);
      },
      patienceMilliseconds: silenceMilliseconds,
    };
    void untilLost(pulse, AbortSignal.any([over.signal, this.#life.signal])).then(
      (isLost) => isLost && isRunning(own) && this.#endFrozen(own),
    );
    await Promise.race([ended, this.#life.untilEnd()]);
    over.abort();
  }

  #endFrozen({ pid }: ChildProcess): void {
    console.error('✗ PostgreSQL stands still; it is ended');
    if (pid !== undefined) killCluster(pid);
  }

  /** Goes on for ever where it restarts: waits for an end, ours or another's, and starts it again. */
  async keep(): Promise<void> {
    let failures = 0;
    while (!this.#life.ending) {
      const own = this.#own;
      if (own && isRunning(own)) {
        const since = performance.now();
        await this.#untilEnd(own);
        if (this.#life.ending || !this.#use.restarts) return;
        failures = performance.now() - since > 60_000 ? 1 : failures + 1;
        if (!this.#isOthers())
          console.error(
            `✗ PostgreSQL ended by itself; starting it again (log: ${this.#files.log})`,
          );
        await this.#life.pause(restartDelayMilliseconds(failures));
      } else if (this.#use.restarts) await this.#life.pause(500);
      else return;
      if (this.#life.ending) return;
      try {
        await this.findOrStart();
      } catch (error) {
        failures += 1;
        console.error(`✗ PostgreSQL: ${error instanceof Error ? error.message : String(error)}`);
        await this.#life.pause(restartDelayMilliseconds(failures));
      }
    }
  }

  /** Another command of this checkout was quicker to start it. */
  #isOthers(): boolean {
    try {
      return findPostmaster(this.#files.folder) !== undefined;
    } catch {
      // It is being written.
      return true;
    }
  }

  async stop(): Promise<void> {
    if (this.#own) await stopChild(this.#own, 'SIGINT', 30_000);
  }
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password,
    database: 'postgres',
    connectionTimeoutMillis: startSilenceMilliseconds,
    query_timeout: startPatienceMilliseconds,
  });
  // What is asked of it fails as well, and says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Of two commands that start at once the second finds it made; the lock ends with the connection.
    await client.query('select pg_advisory_lock($1)', [databaseLockKey]);
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** It may stand still, or somebody may end it, between its first answer and what is asked of it next. */
async function untilServing(
  keeper: ClusterKeeper,
  { password, log }: ClusterFiles,
  life: Lifetime,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    await keeper.untilReady();
    try {
      return await ensureDatabase(keeper.port, password);
    } catch (cause) {
      if (tries < mostServingTries && !life.ending) continue;
      const said = cause instanceof Error ? cause.message : String(cause);
      throw new SetUpError(`PostgreSQL went away (${said}); its log is ${log}.`, { cause });
    }
  }
}

/** Finds or starts the cluster of this data folder and keeps it until the end of the command. */
export async function openCluster(
  dataFolder: string,
  { life, ...use }: ClusterUse & { life: Lifetime },
): Promise<Cluster> {
  const files = await ensureClusterFiles(dataFolder, life.signal);
  const keeper = new ClusterKeeper(files, use, life);
  life.onEnd('PostgreSQL', () => keeper.stop());
  await untilServing(keeper, files, life);
  void keeper.keep();
  return {
    port: keeper.port,
    shared: keeper.shared,
    environment: {
      // The password stays out of the address, which programs may show on their command line.
      DATABASE_URL: `postgres://${superuser}@127.0.0.1:${keeper.port}/${databaseName}`,
      PGPASSWORD: files.password,
    },
  };
}
