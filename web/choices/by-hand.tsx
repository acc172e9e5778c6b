import { type JSX, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { closeOnEscape } from '../ui/close-on-escape.ts';
import { type ByHand, byHandText } from './by-hand-words.ts';
import { mostReason } from './choices-in-address.ts';

type ByHandProps = { byHand: ByHand; onWhy: (why: string) => void; onReset: () => void };

/** The address bar follows when the hand rests. */
const restMs = 400;

/** What was chosen by hand, room for a reason, and the way back. */
export function ByHandStrip({ byHand, onWhy, onReset }: ByHandProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { typed, setTyped, write } = useReason(byHand.why, onWhy);
  return (
    <div className="by-hand" data-testid="by-hand">
      <p>{byHandText(byHand, words)}</p>
      <input
        value={typed}
        maxLength={mostReason}
        placeholder={t('byHand.whyHint')}
        aria-label={t('byHand.whyHint')}
        autoComplete="off"
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={write}
        onKeyDown={(event) => {
          const { currentTarget } = event;
          if (event.key === 'Enter') currentTarget.blur();
          closeOnEscape(event, () => currentTarget.blur());
        }}
        data-testid="by-hand-why"
      />
      <ResetButton label={t('byHand.reset')} onPress={onReset} />
    </div>
  );
}

type SendOfferProps = {
  unit: UnitResponse;
  /** The call sign of who goes first; null where that is this unit, or nobody. */
  first: string | null;
  /** The call sign of who was sent and would be replaced; null where that is nobody. */
  takesBack: string | null;
  isSent: boolean;
  onFirst: (unitId: string) => void;
  onAlso: (unitId: string) => void;
};

/** A unit that is looked at is not sent for that; a press sends it: first, or as well where it brings no water. */
export function SendOffer(props: SendOfferProps): JSX.Element | null {
  const { first, takesBack, isSent, onFirst, onAlso } = props;
  const { t } = useWords();
  const { callSign, unitId, role } = props.unit;
  if (role !== 'water')
    return isSent ? null : (
      <Offer
        text={t('send.also.text', { callSign })}
        button={t('send.also', { callSign })}
        onPress={() => onAlso(unitId)}
        testId="send-also"
      />
    );
  if (first === null) return null;
  return (
    <Offer
      text={[
        t('send.first.text', { first, callSign }),
        ...(takesBack === null ? [] : [t('send.first.takesBack', { callSign: takesBack })]),
      ].join(' ')}
      button={t('send.first', { callSign })}
      onPress={() => onFirst(unitId)}
      testId="send-first"
    />
  );
}

type OfferProps = { text: string; button: string; onPress: () => void; testId: string };

function Offer({ text, button, onPress, testId }: OfferProps): JSX.Element {
  return (
    <div className="by-hand" data-testid="send-offer">
      <p>{text}</p>
      <button type="button" className="plain-button" onClick={onPress} data-testid={testId}>
        {button}
      </button>
    </div>
  );
}

/** Choices by hand that another unit holds: out of sight, and still in force. */
export function MovedElsewhere(props: {
  text: string | null;
  /** Null where the way back is offered already. */
  onReset: (() => void) | null;
}): JSX.Element | null {
  const { t } = useWords();
  const { text, onReset } = props;
  if (text === null) return null;
  return (
    <div className="by-hand" data-testid="moved-elsewhere">
      <p>{text}</p>
      {onReset && <ResetButton label={t('byHand.reset')} onPress={onReset} />}
    </div>
  );
}

function ResetButton({ label, onPress }: { label: string; onPress: () => void }): JSX.Element {
  return (
    <button
      type="button"
      className="plain-button"
      onClick={onPress}
      aria-keyshortcuts="R"
      data-testid="by-hand-reset"
    >
      {label} <kbd>R</kbd>
    </button>
  );
}

/** What is typed shows at once; what the address bar says otherwise (back, forward) holds. */
function useReason(why: string, onWhy: (why: string) => void) {
  const [typed, setTyped] = useState(why);
  const written = useRef(why);
  useEffect(() => {
    if (why === written.current) return;
    written.current = why;
    setTyped(why);
  }, [why]);
  const write = useEffectEvent(() => {
    if (typed === written.current) return;
    written.current = typed;
    onWhy(typed);
  });
  useEffect(() => {
    const timer = setTimeout(() => write(), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, setTyped, write: () => write() };
}
