import './ruled-rows.css';
import type { JSX, ReactNode } from 'react';

type RuledRowProps = {
  name: string;
  value: ReactNode;
  /** Where the rows of a list have times. */
  time?: string;
  about: string;
  testId?: string;
};

/** One row of a list with class `ruled-rows`: a name, what there is of it, when, and a line about it. */
export function RuledRow({ name, value, time, about, testId }: RuledRowProps): JSX.Element {
  return (
    <li data-testid={testId}>
      <span className="ruled-name">{name}</span>
      {value}
      {time !== undefined && <span className="ruled-time">{time}</span>}
      <span className="ruled-about secondary">{about}</span>
    </li>
  );
}
