import type { JSX, ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { BaseSigns } from './base-signs.ts';
import { LegendSign } from './legend-sign.tsx';
import { StyleIcon } from './style-icon.tsx';

/** A weak, a middling and a strong hydrant beside each other, in pixels. */
const flowSizes = [12, 16, 22];

type BaseLegendProps = {
  signs: BaseSigns;
  /** Folded away while an answer has signs of its own to explain. */
  isOpen: boolean;
};

/** What the signs of the base map mean, in plain words; only those in view. */
export function BaseLegend({ signs, isOpen }: BaseLegendProps): JSX.Element | null {
  const { t } = useWords();
  const { shapes, states, flows, unknownFlow, station, assumed, path, widths, limitAssumed } =
    signs;
  const isEmpty = shapes.length === 0 && !station && !assumed && !path && widths.length === 0;
  if (isEmpty) return null;
  return (
    <details
      className="legend base-legend card"
      open={isOpen || widths.length > 0}
      data-testid="base-legend"
    >
      <summary>{t('legend.base')}</summary>
      <ul className="sign-pairs">
        {shapes.map(({ shape, state }) => (
          <Sign key={shape} text={t(`legend.shape.${shape}`)}>
            <StyleIcon name={`${shape}-${state}`} />
          </Sign>
        ))}
        {station && (
          <Sign text={t('legend.station')}>
            <StyleIcon name="station" />
          </Sign>
        )}
      </ul>
      <ul>
        {states.map(({ state, shape }) => (
          <Sign key={state} text={t(`legend.state.${state}`)}>
            <StyleIcon name={`${shape}-${state}`} />
          </Sign>
        ))}
        {flows && (
          <Sign text={t('legend.flow')}>
            {flowSizes.map((size) => (
              <StyleIcon key={size} name="circle-usable" size={size} />
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
        {widths.map((known) => (
          <Sign key={known} text={t(`legend.width.${known}`)}>
            <LegendSign name={`width-${known}`} />
          </Sign>
        ))}
        {limitAssumed && (
          <Sign text={t('legend.limit.assumed')}>
            <LegendSign name="limit-assumed" />
          </Sign>
        )}
        {path && (
          <Sign text={t('legend.path')}>
            <LegendSign name="path" />
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
