import './paper-map.css';
import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { Scene } from '../map/scene.ts';
import type { PaperClosure } from './closure-on-paper.ts';
import type { BaseMap } from './base-map.ts';
import type { NumberedWater } from './numbered-water.ts';
import { type PaperView, scaleBar } from './paper-view.ts';
import { SceneOnPaper } from './scene-on-paper.tsx';

type PaperMapProps = {
  title: string;
  view: PaperView;
  /** null while it is being drawn. */
  base: BaseMap | null;
  scene: Scene;
  water: NumberedWater[];
  closures: PaperClosure[];
  isOverview?: boolean;
};

/** One map of the page, with its scale and north. */
export function PaperMap(props: PaperMapProps): JSX.Element {
  const { title, view, base, isOverview = false, ...marks } = props;
  const { t } = useWords();
  return (
    <figure
      className="paper-map"
      style={{ width: view.width, height: view.height }}
      data-testid={isOverview ? 'paper-overview' : 'paper-map'}
    >
      {base?.url && <img src={base.url} alt={title} />}
      <SceneOnPaper
        {...marks}
        labelsUrl={base?.labelsUrl ?? null}
        view={view}
        isOverview={isOverview}
      />
      {isOverview && <figcaption className="paper-map-title">{title}</figcaption>}
      {base && !base.isComplete && !isOverview && (
        <p className="paper-map-doubt">
          {t(base.url ? 'print.mapIncomplete' : 'print.mapMissing')}
        </p>
      )}
      <ScaleBar view={view} longestPixels={isOverview ? 70 : 130} />
      {!isOverview && (
        <svg className="paper-north" viewBox="0 0 24 40" aria-hidden="true">
          <path d="M12 1 20 24 12 19 4 24z" />
          <text x="12" y="38">
            {t('print.north')}
          </text>
        </svg>
      )}
    </figure>
  );
}

function ScaleBar({
  view,
  longestPixels,
}: {
  view: PaperView;
  longestPixels: number;
}): JSX.Element {
  const { format } = useWords();
  const { meters, pixels } = scaleBar(view, longestPixels);
  return (
    <span className="paper-scale" style={{ width: pixels }}>
      {meters < 1000 ? `${format.number(meters)} m` : `${format.number(meters / 1000)} km`}
    </span>
  );
}
