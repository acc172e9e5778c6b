import './choices.css';
import type { JSX } from 'react';
import type { Support } from '../../server/response/choices-schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { supportTexts } from './support-words.ts';

/** Where the second engine waits and who stands at the water, a line each. */
export function SupportText({ support }: { support: Support }): JSX.Element {
  return (
    <span className="support-text">
      {supportTexts(support, useWords()).map((text) => (
        <span key={text}>{text}</span>
      ))}
    </span>
  );
}
