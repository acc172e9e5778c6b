import { type JSX, useState } from 'react';

type SureButtonProps = {
  text: string;
  /** What stands there after the first press. */
  sureText: string;
  /** What it is about, for those who hear it alone. */
  label: string;
  isDisabled: boolean;
  /** Asked at the first press; what is lacking it says itself. */
  isReady: () => boolean;
  onSure: () => void;
  testId: string;
};

/** Does it at the second press; who turns away has not pressed. */
export function SureButton(props: SureButtonProps): JSX.Element {
  const { text, sureText, label, isDisabled, isReady, onSure, testId } = props;
  const [isAsked, setIsAsked] = useState(false);
  return (
    <button
      type="button"
      className="plain-button"
      disabled={isDisabled}
      aria-label={isAsked ? `${label}: ${sureText}` : label}
      onClick={() => {
        if (isAsked) onSure();
        setIsAsked(!isAsked && isReady());
      }}
      onBlur={() => setIsAsked(false)}
      data-testid={testId}
    >
      {isAsked ? sureText : text}
    </button>
  );
}
