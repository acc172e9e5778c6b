import type { Health } from '../../server/health/schema.ts';
import type { Words } from '../i18n/words.ts';
import { wordTraffic } from '../traffic/traffic-words.ts';

/** What the screen knows of the server. */
export type KnownHealth = {
  health: Health | undefined;
  /** The server did not answer when it was asked last. */
  isLost: boolean;
  /** When it last did, in milliseconds since 1970; 0 for never. */
  answeredAt: number;
};

/** `unknown` while nobody can tell: the server is lost, or has not answered yet. */
export type PartState = 'ok' | 'bad' | 'unknown';
export type StatusPart = { name: string; state: PartState };
export type StatusRow = { name: string; text: string; state: PartState };

/** The parts in one line: server, routers, database. */
export function statusParts({ health, isLost }: KnownHealth, { t }: Words): StatusPart[] {
  const told = (isWell: boolean | undefined): PartState =>
    isLost || isWell === undefined ? 'unknown' : isWell ? 'ok' : 'bad';
  const routers = health && Object.values(health.routers);
  return [
    { name: t('status.server'), state: isLost ? 'bad' : told(health && true) },
    { name: 'OSRM', state: told(routers?.every((router) => router === 'osrm')) },
    { name: t('status.database'), state: told(health && health.database === 'ok') },
  ];
}

/** When the data changed last and how long ago that is: also of a server that is lost. */
export function dataAge({ health }: KnownHealth, now: Date, { t, format }: Words): string {
  if (!health?.dataChangedAt) return t('status.noData');
  return `${t('status.data')} ${momentAndAge(health.dataChangedAt, now, { t, format })}`;
}

function momentAndAge(iso: string, now: Date, { t, format }: Pick<Words, 't' | 'format'>): string {
  const when = new Date(iso);
  return `${format.moment(when, now)} (${format.ago(when, now) || t('status.now')})`;
}

/** Every part by itself, as far as it is known. */
export function statusRows(known: KnownHealth, now: Date, words: Words): StatusRow[] {
  const { health, isLost } = known;
  const server = serverRow(known, words);
  if (!health) return [server];
  const { t } = words;
  const state = (isWell: boolean): PartState => (isLost ? 'unknown' : isWell ? 'ok' : 'bad');
  return [
    server,
    {
      name: t('status.database.name'),
      text: t(`status.database.${health.database}`),
      state: state(health.database === 'ok'),
    },
    ...Object.entries(health.routers).map(([vehicleClass, router]) => ({
      name: t('status.router', {
        vehicleClass: words.maybe(`unit.class.${vehicleClass}`) ?? vehicleClass,
      }),
      text: t(`status.router.${router}`),
      state: state(router === 'osrm'),
    })),
    {
      name: t('status.graph'),
      text: t(`status.graph.${health.roadGraph}`),
      state: state(health.roadGraph === 'ready'),
    },
    { name: t('status.traffic'), text: wordTraffic(health.traffic, now, words), state: 'ok' },
    ...dataRows(health, now, words),
  ];
}

function serverRow({ health, isLost, answeredAt }: KnownHealth, { t, format }: Words): StatusRow {
  const time = format.time(new Date(answeredAt));
  if (!health) return { name: t('status.server'), text: t('status.server.never'), state: 'bad' };
  return {
    name: t('status.server.version', { version: health.version }),
    text: t(isLost ? 'status.server.lost' : 'status.server.answered', { time }),
    state: isLost ? 'bad' : 'ok',
  };
}

function dataRows(health: Health, now: Date, words: Words): StatusRow[] {
  const { t } = words;
  const { dataChangedAt, lastImport, city } = health;
  const osm = city?.osmTimestamp;
  return [
    {
      name: t('status.version', { version: health.dataVersion }),
      text: dataChangedAt
        ? t('status.changed', { moment: momentAndAge(dataChangedAt, now, words) })
        : t('status.noData'),
      state: 'ok',
    },
    {
      name: t('status.osm'),
      text: osm
        ? momentAndAge(osm, now, words)
        : t(city?.synthetic ? 'status.osm.synthetic' : 'status.osm.unknown'),
      state: 'ok',
    },
    {
      name: t('status.import'),
      text: lastImport
        ? `${lastImport.fileName}, ${momentAndAge(lastImport.at, now, words)}`
        : t('status.import.none'),
      state: 'ok',
    },
  ];
}
