import { type JSX, useEffect, useId, useRef } from 'react';
import type { NearRoad } from '../../server/roads/schema.ts';
import { NameField } from '../author/name-field.tsx';
import type { NeededName } from '../author/use-needed-name.ts';
import { useWords } from '../i18n/use-words.ts';
import { faultText } from './fault-words.ts';
import { ObstacleFields } from './obstacle-fields.tsx';
import type { Faults } from './road-draft.ts';
import { RoadField } from './road-field.tsx';
import type { Roads } from './use-roads.ts';

type RoadFormProps = { roads: Roads; road: NearRoad; name: NeededName };

/** What somebody knows better: measures, limits, what stands in the way, since when. */
export function RoadForm({ roads, road, name }: RoadFormProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { at, draft, change, canSave, faults, isAskedAgain } = roads;
  const { by, setBy, isSending, save, pointAgain } = roads;
  const howId = useId();
  const howFault = draft.isMeasured === null ? faults.how : undefined;
  const form = useRef<HTMLFormElement>(null);
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.matches('input, select')) last.current = target;
    };
    const element = form.current;
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, []);
  // Whoever points by keys goes on writing where they were.
  useEffect(() => {
    const field = last.current?.isConnected ? last.current : form.current?.querySelector('input');
    field?.focus({ preventScroll: true });
  }, [at]);
  const told = useRef<Faults | null>(null);
  useEffect(() => {
    // Once: who comes back to that road is typing somewhere else by now.
    if (Object.keys(faults).length === 0 || faults === told.current) return;
    told.current = faults;
    form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-faulty=true]')?.focus();
  }, [faults]);
  return (
    <form
      ref={form}
      className="road-form"
      aria-label={t('roads.form')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="road-measures">
        <RoadField name="width" label={t('roads.field.width')} roads={roads} />
        <RoadField name="height" label={t('roads.field.height')} roads={roads} />
        <RoadField name="weight" label={t('roads.field.weight')} roads={roads} />
      </div>
      {(['noHeight', 'noWeight'] as const).map((limit) => {
        const known = limit === 'noHeight' ? road.maxHeightMeters : road.maxWeightTonnes;
        if (known === null) return null;
        return (
          <label key={limit} className="road-check">
            <input
              type="checkbox"
              checked={draft[limit]}
              onChange={() => change({ ...draft, [limit]: !draft[limit] })}
            />
            {t(`roads.${limit}`)}
          </label>
        );
      })}
      {/* Focused itself when it is lacking: who presses Enter twice has not said that it was measured. */}
      <div
        className="segments"
        role="group"
        aria-label={t('roads.how')}
        aria-describedby={howFault && howId}
        tabIndex={-1}
        data-faulty={howFault !== undefined}
        data-testid="road-how"
      >
        {[true, false].map((isMeasured) => (
          <button
            key={String(isMeasured)}
            type="button"
            aria-pressed={draft.isMeasured === isMeasured}
            onClick={() => change({ ...draft, isMeasured })}
            data-testid={isMeasured ? 'road-measured' : 'road-by-eye'}
          >
            {t(isMeasured ? 'roads.how.measured' : 'roads.by-eye')}
          </button>
        ))}
      </div>
      {howFault && (
        <span className="doubt" id={howId} data-testid="road-how-fault">
          {faultText('how', howFault, words)}
        </span>
      )}
      <ObstacleFields roads={roads} />
      <div className="road-since">
        <RoadField name="since" label={t('roads.field.since')} roads={roads} type="date" />
        <RoadField name="note" label={t('roads.field.note')} roads={roads} mostLetters={500} />
      </div>
      <NameField
        name={by}
        onName={setBy}
        field={name.field}
        fault={faults.by ? faultText('by', faults.by, words) : name.fault}
        testId="road-by"
      />
      <div className="tool-buttons">
        <button
          type="submit"
          className="plain-button issue-save"
          disabled={isSending || !canSave}
          data-testid="road-save"
        >
          {t(isSending ? 'roads.saving' : isAskedAgain ? 'roads.save.sure' : 'roads.save')}
        </button>
        <button type="button" className="plain-button" onClick={pointAgain}>
          {t('roads.point-again')}
        </button>
      </div>
    </form>
  );
}
