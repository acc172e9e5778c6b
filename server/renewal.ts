import type { Services } from './app.ts';
import { closureTables } from './closures/queries.ts';
import { concerns, type DataChanges } from './data-changes/changes.ts';
import { driveTableTables } from './drive-table/drive-tables.ts';
import { nameTables } from './places/read-gazetteer.ts';
import { createReloader } from './reloader.ts';
import { settingsTables } from './response/read-settings.ts';
import { graphTables } from './road-graph/load-city.ts';

type Remembering = Pick<
  Services,
  'tileCache' | 'roadGraph' | 'driveTables' | 'placeSearch' | 'closures' | 'forgetSettings' | 'log'
>;

/**
 * What this server does when data changed: it forgets the tiles that show the change, at once, and loads
 * graph, names and closures anew when one of their tables was changed; the old ones answer until then.
 */
export function createRenewal({
  tileCache,
  roadGraph,
  driveTables,
  placeSearch,
  closures,
  forgetSettings,
  log,
}: Remembering): (changes: DataChanges) => void {
  const onError = (error: unknown) => log.error({ err: error }, 'the city did not load');
  const reloadGraph = createReloader(() => roadGraph.reload(), { onError });
  const followClosures = createReloader(() => closures.follow(), { onError });
  const reloadNames = createReloader(() => placeSearch.reload(), { onError });
  return (changes) => {
    const tiles = tileCache.drop(changes);
    if (concerns(changes, settingsTables)) forgetSettings();
    if (concerns(changes, closureTables)) followClosures();
    if (concerns(changes, graphTables)) reloadGraph();
    if (concerns(changes, nameTables)) reloadNames();
    if (concerns(changes, driveTableTables)) driveTables.refresh();
    const tables = changes.isGap ? 'any' : [...new Set(changes.tables.map(({ table }) => table))];
    log.debug({ version: changes.version, tables, tiles }, 'data changed');
  };
}
