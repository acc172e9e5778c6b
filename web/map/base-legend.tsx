import type { JSX, ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { BaseSigns } from './base-signs.ts';
import { LegendSign } from './legend-sign.tsx';
import { StyleIcon } from './style-icon.tsx';

/** How large a weak, a middling and a strong hydrant stand beside each other. */
const flowScales = [0.55, 0.75, 0.95];

type BaseLegendProps = {
  signs: BaseSigns;
  /** Folded away while an answer has signs of its own to explain. */
  isOpen: boolean;
};

/** What the signs of the base map mean, in plain words; only those in view. */
export function BaseLegend({ signs, isOpen }: BaseLegendProps): JSX.Element | null {
  const { t } = useWords();
  const { shapes, states, flows, unknownFlow, station, assumed, path, boundary } = signs;
  const isEmpty = shapes.length === 0 && !station && !assumed && !path && !boundary;
  if (isEmpty) return null;
  return (
    <details className="legend base-legend card" open={isOpen} data-testid="base-legend">
      <summary>{t('legend.base')}</summary>
      <ul className="sign-pairs">
        {shapes.map((shape) => (
          <Sign key={shape} text={t(`legend.shape.${shape}`)}>
            <StyleIcon name={`${shape}-usable`} />
          </Sign>
        ))}
        {station && (
          <Sign text={t('legend.station')}>
            <StyleIcon name="station" />
          </Sign>
        )}
      </ul>
      <ul className="sign-pairs">
        {states.map(({ state, shape }) => (
          <Sign key={state} text={t(`legend.state.${state}`)}>
            <StyleIcon name={`${shape}-${state}`} />
          </Sign>
        ))}
      </ul>
      <ul>
        {flows && (
          <Sign text={t('legend.flow')}>
            {flowScales.map((scale) => (
              <StyleIcon key={scale} name="circle-usable" scale={scale} />
            ))}
          </Sign>
        )}
        {unknownFlow && (
          <Sign text={t('legend.unknownFlow')}>
            <b className="sign-text">? L/s</b>
          </Sign>
        )}
        {assumed && (
          <Sign text={t('legend.assumed')}>
            <LegendSign name="assumed-width" />
          </Sign>
        )}
        {path && (
          <Sign text={t('legend.path')}>
            <LegendSign name="path" />
          </Sign>
        )}
        {boundary && (
          <Sign text={t('legend.boundary')}>
            <LegendSign name="boundary" />
          </Sign>
        )}
      </ul>
    </details>
  );
}

function Sign({ text, children }: { text: string; children: ReactNode }): JSX.Element {
  return (
    <li>
      {children}
      {text}
    </li>
  );
}
