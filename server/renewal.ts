import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from './app.ts';
import { closureTables } from './closures/queries.ts';
import { concerns, type DataChanges, type TableChange } from './data-changes/changes.ts';
import { driveTableTables } from './drive-table/drive-tables.ts';
import { nameTables } from './places/read-gazetteer.ts';
import { createReloader } from './reloader.ts';
import { settingsTables } from './response/read-settings.ts';
import { graphTables } from './road-graph/load-city.ts';

type Remembering = Pick<
  Services,
  | 'tileCache'
  | 'roadGraph'
  | 'driveTables'
  | 'placeSearch'
  | 'closures'
  | 'traffic'
  | 'forgetSettings'
  | 'readSettings'
  | 'log'
> & {
  /** Another map is in force. */
  followCity: () => Promise<void>;
};

export type Renewal = {
  onChange: (changes: DataChanges) => void;
  onTraffic: () => void;
  /** To be called once in a while: what has become otherwise by the calendar alone is read anew. */
  onCalendar: () => void;
  /** Routers of new data are in use: soon the graph need not decide any more what the old ones did not know. */
  onNewRouters: () => void;
};

/**
 * What this server does when data changed: it forgets the tiles that show the change, at once, and loads
 * names and closures anew when one of their tables was changed, and of the graph what changed; the old ones
 * answer until then.
 */
export function createRenewal({
  tileCache,
  roadGraph,
  driveTables,
  placeSearch,
  closures,
  traffic,
  forgetSettings,
  readSettings,
  followCity,
  log,
}: Remembering): Renewal {
  const onError = (error: unknown) => log.error({ err: error }, 'the city did not load');
  const followInGraph = createFollower(roadGraph, onError);
  const followMap = createReloader(followCity, { onError });
  const followClosures = createReloader(() => closures.follow(), { onError });
  const followTraffic = createReloader(() => traffic.follow(), { onError });
  const reloadNames = createReloader(() => placeSearch.reload(), { onError });
  const onChange = (changes: DataChanges): void => {
    const tiles = tileCache.drop(changes);
    if (concerns(changes, ['cities'])) followMap();
    if (concerns(changes, settingsTables)) forgetSettings();
    // How long a speed counts is a setting.
    if (concerns(changes, settingsTables)) followTraffic();
    if (concerns(changes, closureTables)) followClosures();
    if (concerns(changes, graphTables)) followInGraph(changes);
    if (concerns(changes, nameTables)) reloadNames();
    if (concerns(changes, driveTableTables)) driveTables.refresh();
    const tables = changes.isGap ? 'any' : [...new Set(changes.tables.map(({ table }) => table))];
    log.debug({ version: changes.version, tables, tiles }, 'data changed');
  };
  const onCalendar = (): void => {
    forgetSettings();
    followInGraph({ isGap: false, tables: byCalendar });
  };
  const followRouters = async (): Promise<void> => {
    const { parameters } = await readSettings();
    const millis = 1_000 * (parameters.number('router_settles_after') + 1);
    await sleep(millis, undefined, { ref: false });
    await roadGraph.follow([{ table: 'router_builds', boxes: null, rowIds: null }]);
  };
  const onNewRouters = (): void => void followRouters().catch(onError);
  return { onChange, onTraffic: followTraffic, onCalendar, onNewRouters };
}

/** Tests of hydrants run out, and no row changes; with any change the graph looks whether its code lists still hold. */
const byCalendar: TableChange[] = [{ table: 'water_points', boxes: null, rowIds: [] }];

/** So many changes at once are as well loaded with the whole city. */
const mostChanges = 200;

/** Hands the graph what changed since the last time that it followed; after a failure, everything. */
function createFollower(
  roadGraph: Services['roadGraph'],
  onError: (error: unknown) => void,
): (changes: Pick<DataChanges, 'isGap' | 'tables'>) => void {
  /** null: anything may have changed. */
  let due: TableChange[] | null = null;
  const follow = createReloader(
    async () => {
      const taken = due;
      due = [];
      try {
        await (taken ? roadGraph.follow(taken) : roadGraph.reload());
      } catch (error) {
        due = null;
        throw error;
      }
    },
    { onError },
  );
  return ({ isGap, tables }) => {
    const touched = tables.filter(({ table }) => graphTables.includes(table));
    due = isGap || !due || due.length + touched.length > mostChanges ? null : [...due, ...touched];
    follow();
  };
}
