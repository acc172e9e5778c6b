import type { JSX } from 'react';
import type { UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import type { SentMarking } from './use-sent-marking.ts';

/** That those of the set who are not said to be sent were: by hand, and by `T`; then the way back. */
export function MarkSent({ marking }: { marking: SentMarking }): JSX.Element | null {
  const { t } = useWords();
  const { count, mark, undo } = marking;
  useScreenKey('t', () => mark?.(), { isOn: mark !== null });
  if (count === 0)
    return (
      undo && (
        <button
          type="button"
          className="plain-button set-mark"
          // It stands where the press before it was: a double one is no undo.
          onClick={(event) => event.detail < 2 && undo()}
          data-testid="mark-sent-undo"
        >
          {t('set.markSent.undo')}
        </button>
      )
    );
  return (
    <button
      type="button"
      className="plain-button set-mark"
      disabled={mark === null}
      title={`${t('set.markSent.n', { n: count })} (T). ${t('set.markSent.where')}`}
      aria-keyshortcuts="T"
      onClick={() => mark?.()}
      data-testid="mark-sent"
    >
      {t('set.markSent')}
    </button>
  );
}

/** A unit that was sent may be called back. */
export function TakeBack(props: {
  unit: UnitResponse;
  isSent: boolean;
  onTakeBack: (unitId: string) => void;
}): JSX.Element | null {
  const { t } = useWords();
  const { unitId, callSign } = props.unit;
  if (!props.isSent) return null;
  return (
    <div className="by-hand sent-already" data-testid="sent-already">
      <p>{t('set.takeBack.text', { callSign })}</p>
      <TakeBackPress
        unitId={unitId}
        text={t('set.takeBack', { callSign })}
        onTakeBack={props.onTakeBack}
      />
    </div>
  );
}

/** Also of one that cannot be looked at: a vehicle of others, or one that does not count. */
export function TakeBackPress(props: {
  unitId: string;
  text: string;
  onTakeBack: (unitId: string) => void;
}): JSX.Element {
  const { unitId, text, onTakeBack } = props;
  return (
    <button
      type="button"
      className="plain-button"
      onClick={() => onTakeBack(unitId)}
      data-testid="take-back"
    >
      {text}
    </button>
  );
}
