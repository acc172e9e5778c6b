import type { JSX } from 'react';
import type { Scene } from '../map/scene.ts';
import { pumpBesideWater, windPixels } from '../map/scene-labels.ts';
import { At } from './paper-at.tsx';
import { paperShare } from './paper-boxes.ts';
import { PumpSign, StagingSign, SupplySign, WindSign } from './paper-signs.tsx';
import type { PaperView } from './paper-view.ts';

type SupportProps = { scene: Scene; view: PaperView };

/** The wind, the pumps of the relay, and where the engines behind stand. */
export function Support({ scene, view }: SupportProps): JSX.Element {
  const { wind, pumps, supply, staging } = scene;
  return (
    <>
      {wind && (
        <At view={view} position={wind.at}>
          <WindSign fromDegrees={wind.fromDegrees} length={paperShare * (windPixels - 4)} />
        </At>
      )}
      {pumps.map(({ id, position, isAtWater }) => (
        <At key={id} view={view} position={position}>
          <g transform={isAtWater ? `translate(${paperShare * pumpBesideWater[0]} 0)` : undefined}>
            <PumpSign />
          </g>
        </At>
      ))}
      {supply && (
        <At view={view} position={supply}>
          <SupplySign />
        </At>
      )}
      {staging && (
        <At view={view} position={staging.position}>
          <StagingSign />
        </At>
      )}
    </>
  );
}
