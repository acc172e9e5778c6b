// One line per step of the set-up. A step that takes longer shows what it is at, and for how long.

export type Step = {
  /** What the step does now; the last one said stays as its line. */
  say: (activity: string) => void;
  /** Something longer, such as what a program printed last; shown while the step runs only. */
  detail: (text: string) => void;
};

const quietMilliseconds = 2_000;
const repeatMilliseconds = 5_000;

function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;
}

/**
 * Runs one step; prints `✓ name: activity` at its end, and progress when it takes over 2 seconds.
 * A quiet one prints nothing when it is quick and goes well.
 */
export async function runStep<T>(
  name: string,
  work: (step: Step) => Promise<T>,
  { quiet = false } = {},
): Promise<T> {
  const started = performance.now();
  const terminal = process.stdout.isTTY;
  let activity = 'at work';
  let detail = '';
  let lastPrinted = '';
  const showProgress = (): void => {
    const elapsed = formatSeconds(performance.now() - started);
    const more = detail ? ` — ${detail}` : '';
    const line = `… ${name}: ${activity} (${elapsed})${more}`;
    if (terminal) process.stdout.write(`\r\u001b[K${line.slice(0, process.stdout.columns - 1)}`);
    else if (line !== lastPrinted) console.log(line);
    lastPrinted = line;
  };
  let repeat: NodeJS.Timeout | undefined;
  const wait = setTimeout(() => {
    showProgress();
    repeat = setInterval(showProgress, terminal ? 500 : repeatMilliseconds);
  }, quietMilliseconds);
  const finish = (mark: string): void => {
    clearTimeout(wait);
    clearInterval(repeat);
    const elapsed = performance.now() - started;
    if (quiet && mark === '✓' && elapsed < quietMilliseconds) return;
    const time = elapsed > quietMilliseconds ? ` (${formatSeconds(elapsed)})` : '';
    console.log(`${terminal ? '\r\u001b[K' : ''}${mark} ${name}: ${activity}${time}`);
  };
  try {
    const result = await work({
      say: (text) => {
        activity = text;
        detail = '';
      },
      detail: (text) => {
        detail = text;
      },
    });
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
