import type { JSX } from 'react';
import { lineHeight, type PaperWord } from './paper-boxes.ts';

export function PaperLabels({ words }: { words: PaperWord[] }): JSX.Element {
  return (
    <>
      {words.map(({ of, text, box }) => (
        <text
          key={`${of} ${text}`}
          className="paper-label"
          x={box.x + box.width / 2}
          y={box.y + lineHeight - 3.5}
          data-label={of}
        >
          {text}
        </text>
      ))}
    </>
  );
}
