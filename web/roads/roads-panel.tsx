import './roads.css';
import type { JSX } from 'react';
import { useNeededName } from '../author/use-needed-name.ts';
import { failureText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { ToolPanel } from '../tools/tool-panel.tsx';
import type { LayerSwitches } from '../tools/use-hidden-layers.ts';
import { LateSkeleton } from '../ui/late-skeleton.tsx';
import { RoadEntered } from './road-entered.tsx';
import { RoadFacts } from './road-facts.tsx';
import { RoadForm } from './road-form.tsx';
import { RoadSaid } from './road-said.tsx';
import { SurveyList } from './survey-list.tsx';
import type { Roads } from './use-roads.ts';

type RoadsPanelProps = { roads: Roads; layers: LayerSwitches; onClose: () => void };

/** What is known of one road and how to say more; or where the next ones to be measured are. */
export function RoadsPanel({ roads, layers, onClose }: RoadsPanelProps): JSX.Element {
  const { t } = useWords();
  const { tab, setTab } = roads;
  return (
    <ToolPanel title={t('roads.title')} onClose={onClose} testId="roads-panel" isWide>
      <div className="segments" role="group" aria-label={t('roads.title')}>
        {(['road', 'survey'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === tab}
            onClick={() => setTab(each)}
            data-testid={`roads-${each}`}
          >
            {t(`roads.tab.${each}`)}
          </button>
        ))}
      </div>
      {tab === 'road' ? (
        <OneRoad roads={roads} />
      ) : (
        <SurveyList
          roads={roads}
          showsWidths={!layers.hidden.has('roadWidths')}
          onShowWidths={() => layers.toggle('roadWidths')}
        />
      )}
    </ToolPanel>
  );
}

function OneRoad({ roads }: { roads: Roads }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { at, pick } = roads;
  const name = useNeededName(roads.by);
  const road = pick.road.data;
  const failure = failureText(pick.road, 'roads.failed', words);
  if (at === null) return <p className="secondary">{t('roads.hint')}</p>;
  if (pick.road.isPending) return <LateSkeleton lines={4} />;
  return (
    <>
      {failure !== null && (
        <p className="doubt" role="alert" data-testid="road-failed">
          {failure}
        </p>
      )}
      {road === null && (
        <p className="doubt" role="status" data-testid="road-none">
          {t('roads.none')}
        </p>
      )}
      {road && <RoadFacts road={road} />}
      {/* The same form for another road: who is typing keeps the field, and letters without one are keys of the screen. */}
      {road && <RoadForm roads={roads} road={road} name={name} />}
      {road && <RoadSaid roads={roads} />}
      {road && <RoadEntered roads={roads} isNamed={name.ask} />}
    </>
  );
}
