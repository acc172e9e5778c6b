import './closures.css';
import type { JSX } from 'react';
import type { Closure } from '../../server/closures/schema.ts';
import { NameField } from '../author/name-field.tsx';
import { useNeededName } from '../author/use-needed-name.ts';
import { zoneText } from '../i18n/city-time.ts';
import { useWords } from '../i18n/use-words.ts';
import { ToolPanel } from '../tools/tool-panel.tsx';
import { PreviewLines } from './closes-lines.tsx';
import { ClosureList } from './closure-list.tsx';
import { saidText } from './closure-said.ts';
import { ClosureShape } from './closure-shape.tsx';
import type { Closures } from './use-closures.ts';

type ClosuresPanelProps = {
  closures: Closures;
  vehicleClasses: string[];
  hasRoute: boolean;
  onClose: () => void;
};

const effects: Closure['effect'][] = ['impassable', 'avoid'];

/** Draws a closure, and lists those that are in force or to come. */
export function ClosuresPanel(props: ClosuresPanelProps): JSX.Element {
  const { closures, vehicleClasses, hasRoute, onClose } = props;
  const words = useWords();
  const { t } = words;
  const { draft, change, failure, timesFault } = closures;
  const { field, fault, ask } = useNeededName(closures.by);
  return (
    <ToolPanel title={t('closures.title')} onClose={onClose} testId="closures-panel">
      <form
        className="closure-form"
        onSubmit={(event) => {
          event.preventDefault();
          closures.send();
        }}
      >
        <ClosureShape closures={closures} hasRoute={hasRoute} />
        <div className="segments" role="group" aria-label={t('closures.effect')}>
          {effects.map((effect) => (
            <button
              key={effect}
              type="button"
              aria-pressed={draft.effect === effect}
              onClick={() => change({ ...draft, effect })}
              data-testid={`closure-${effect}`}
            >
              {t(`closures.effect.${effect}`)}
            </button>
          ))}
        </div>
        <Whom closures={closures} vehicleClasses={vehicleClasses} />
        <PreviewLines preview={closures.preview} effect={draft.effect} classes={vehicleClasses} />
        <div className="closure-times">
          <Field label={t('closures.from')} type="datetime-local" closures={closures} name="from" />
          <Field label={t('closures.to')} type="datetime-local" closures={closures} name="to" />
        </div>
        {timesFault !== null && (
          <p className="doubt" role="alert" id="closure-times-fault">
            {t(`closures.times.${timesFault}`)}
          </p>
        )}
        <p className="secondary" data-testid="closure-times">
          {t('closures.times', { zone: zoneText(words.timeZone) })}
        </p>
        <Field label={t('closures.reason')} type="text" closures={closures} name="reason" />
        <NameField
          name={closures.by}
          onName={closures.setBy}
          label={t('closures.by')}
          field={field}
          fault={fault}
          testId="closure-by"
        />
        <button
          type="submit"
          className="plain-button"
          disabled={!closures.isReady || closures.isSending}
          data-testid="closure-send"
        >
          {t(closures.isSending ? 'closures.sending' : 'closures.send')}
        </button>
      </form>
      <p role="status" className={failure ? 'doubt' : 'secondary'} data-testid="closure-said">
        {saidText(closures, words)}
      </p>
      <ClosureList closures={closures} vehicleClasses={vehicleClasses} isNamed={ask} />
    </ToolPanel>
  );
}

type FieldProps = {
  label: string;
  type: 'text' | 'datetime-local';
  closures: Closures;
  name: 'from' | 'to' | 'reason';
};

function Field({ label, type, closures, name }: FieldProps): JSX.Element {
  const { draft, change, timesFault } = closures;
  const isFaulty = name === 'to' && timesFault !== null;
  return (
    <label className="tool-field">
      {label}
      <input
        type={type}
        maxLength={200}
        max={type === 'datetime-local' ? '9999-12-31T23:59' : undefined}
        value={draft[name]}
        aria-invalid={isFaulty}
        aria-describedby={isFaulty ? 'closure-times-fault' : undefined}
        onChange={(event) => change({ ...draft, [name]: event.target.value })}
        data-testid={`closure-${name}`}
      />
    </label>
  );
}

function Whom({
  closures: { draft, change },
  vehicleClasses,
}: Pick<ClosuresPanelProps, 'closures' | 'vehicleClasses'>): JSX.Element {
  const words = useWords();
  const closed = draft.vehicleClasses ?? vehicleClasses;
  const toggle = (code: string) => {
    const next = closed.includes(code) ? closed.filter((each) => each !== code) : [...closed, code];
    // For nobody is no closure.
    if (next.length === 0) return;
    change({ ...draft, vehicleClasses: next.length === vehicleClasses.length ? null : next });
  };
  return (
    <fieldset className="closure-whom">
      <legend>{words.t('closures.whom')}</legend>
      {vehicleClasses.map((code) => (
        <label key={code}>
          <input type="checkbox" checked={closed.includes(code)} onChange={() => toggle(code)} />
          {words.maybe(`unit.class.${code}`) ?? code}
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={draft.onFoot}
          onChange={(event) => change({ ...draft, onFoot: event.target.checked })}
          data-testid="closure-on-foot"
        />
        {words.t('closures.onFoot')}
      </label>
    </fieldset>
  );
}
