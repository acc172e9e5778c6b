import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { faultText } from './fault-words.ts';
import type { Roads } from './use-roads.ts';

type RoadFieldProps = {
  name: 'width' | 'height' | 'weight' | 'clear' | 'since' | 'note';
  label: string;
  roads: Pick<Roads, 'draft' | 'change' | 'faults'>;
  type?: 'text' | 'date';
  mostLetters?: number;
};

const measures = new Set(['width', 'height', 'weight', 'clear']);

/** One field of the draft, and below it why it cannot stay as it is. */
export function RoadField(props: RoadFieldProps): JSX.Element {
  const { name, label, roads, type = 'text', mostLetters = 12 } = props;
  const words = useWords();
  const { draft, change, faults } = roads;
  const fault = faults[name];
  const isOff =
    (name === 'height' && draft.noHeight) || (name === 'weight' && draft.noWeight) || undefined;
  return (
    <label className="tool-field">
      {label}
      <input
        type={type}
        maxLength={mostLetters}
        autoComplete="off"
        {...(measures.has(name) && { inputMode: 'decimal' as const })}
        disabled={isOff}
        value={draft[name]}
        aria-invalid={fault !== undefined}
        onChange={({ currentTarget }) => change({ ...draft, [name]: currentTarget.value })}
        data-testid={`road-field-${name}`}
      />
      {fault && <span className="doubt">{faultText(name, fault, words)}</span>}
    </label>
  );
}
