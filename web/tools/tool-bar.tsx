import './tools.css';
import type { JSX, ReactNode } from 'react';
import type { Health } from '../../server/health/schema.ts';
import { IssueStatus } from '../data-issues/issue-status.tsx';
import { IssuesPanel } from '../data-issues/issues-panel.tsx';
import type { DataIssuesTool } from '../data-issues/use-data-issues.ts';
import { useWords } from '../i18n/use-words.ts';
import { ClosuresPanel } from '../closures/closures-panel.tsx';
import { missingLayers } from './hidden-layers.ts';
import { LayersPanel } from './layers-panel.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { RoadsPanel } from '../roads/roads-panel.tsx';
import { WindPanel } from '../wind/wind-panel.tsx';
import type { WindChoice } from '../wind/wind-words.ts';
import type { ToolName, Tools } from './use-tools.ts';

const icons: Record<ToolName, JSX.Element> = {
  layers: <path d="m10 3 7.5 4-7.5 4-7.5-4zM2.5 10.5 10 14.5l7.5-4M2.5 14 10 18l7.5-4" />,
  issues: <path d="M4.5 18V2.5M4.5 3.5h11l-2.5 3.75 2.5 3.75h-11" />,
  wind: <path d="M2 7h9.5a2.5 2.5 0 1 0-2.2-3.7M2 10.5h13.5a2.5 2.5 0 1 1-2.2 3.7M2 14h6" />,
  closures: (
    <path d="M3 6.5h14v5H3zM5.5 11.5V17M14.5 11.5V17M6 6.5l-2.5 5M11 6.5l-2.5 5M16 6.5l-2.5 5" />
  ),
  roads: <path d="M6 2.5 3 17.5M14 2.5l3 15M10 3v3M10 8.5v3M10 14v3" />,
  measure: <path d="M2 13.5 13.5 2 18 6.5 6.5 18zM5 10.5l2 2M8 7.5l2 2M11 4.5l2 2" />,
};

const keys: Record<ToolName, string> = {
  layers: 'L',
  measure: 'M',
  closures: 'K',
  roads: 'D',
  issues: 'W',
  wind: 'G',
};

type ToolBarProps = {
  tools: Tools;
  issues: DataIssuesTool;
  wind: WindChoice;
  vehicleClasses: string[];
  hasRoute: boolean;
  traffic: Health['traffic'] | undefined;
  /** What a closure or traffic changed of the answer. */
  change: string | null;
  children?: ReactNode;
};

/** The tools at the edge of the map, and the card of the one in hand. */
export function ToolBar(props: ToolBarProps): JSX.Element {
  const { t } = useWords();
  const { tools, issues, wind, vehicleClasses, hasRoute, traffic, change, children } = props;
  const { open, toggle, close, layers, measure, closures, roads } = tools;
  const hiddenCount = missingLayers(layers.hidden).length;
  return (
    <div className="tools">
      <div className="tool-bar card" role="group" aria-label={t('tools.name')}>
        {(['layers', 'measure', 'closures', 'roads', 'wind', 'issues'] as const).map((name) => (
          <button
            key={name}
            type="button"
            title={`${t(`${name}.title`)} (${keys[name]})`}
            aria-pressed={open === name}
            aria-keyshortcuts={keys[name]}
            onClick={() => toggle(name)}
            data-testid={`tool-${name}`}
          >
            <svg viewBox="0 0 20 20" aria-hidden="true">
              {icons[name]}
            </svg>
            {t(`${name}.button`)}
          </button>
        ))}
        {children}
      </div>
      {hiddenCount > 0 && (
        <p className="hidden-layers card" role="status" data-testid="layers-hidden">
          {t('layers.hidden', { n: hiddenCount })}
          <button type="button" className="plain-button" onClick={layers.showAll}>
            {t('layers.showAll')}
          </button>
        </p>
      )}
      <IssueStatus outbox={issues.outbox} />
      <div role="status" aria-live="polite">
        {change !== null && (
          <p className="route-change card" data-testid="route-change">
            {change}
          </p>
        )}
      </div>
      {open === 'closures' && (
        <ClosuresPanel
          closures={closures}
          vehicleClasses={vehicleClasses}
          hasRoute={hasRoute}
          onClose={close}
        />
      )}
      {open === 'roads' && <RoadsPanel roads={roads} layers={layers} onClose={close} />}
      {open === 'layers' && <LayersPanel layers={layers} traffic={traffic} onClose={close} />}
      {open === 'measure' && <MeasurePanel measure={measure} onClose={close} />}
      {open === 'wind' && <WindPanel wind={wind} onClose={close} />}
      {open === 'issues' && <IssuesPanel issues={issues} onClose={close} />}
    </div>
  );
}
