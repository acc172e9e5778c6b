// Work that can wait until nobody has asked for anything for a while, so that no answer waits for it.

/** After the last question; an answer asks several, one after the other. */
const idleMillis = 100;
/** Where somebody always asks, a part is done every so often all the same: each of them spares more than it costs. */
const mostMillis = 20;
/** Then it takes no larger share of the time than one of so many. */
const shareOfTime = 6;

export type IdleWork<Task> = {
  /** One that stands there already is the same. */
  add: (task: Task) => void;
  /** Something was asked for just now. */
  putOff: () => void;
};

/** `doPart` does a part of a task, as much as one may wait for, and says whether there is more of it. */
export function createIdleWork<Task>(doPart: (task: Task) => boolean): IdleWork<Task> {
  const tasks = new Map<string, Task>();
  let askedAt = performance.now();
  let doneAt = performance.now();
  let partMillis = 0;
  let timer: NodeJS.Timeout | undefined;

  function millisToWait(): number {
    const restMillis = Math.max(mostMillis, (shareOfTime - 1) * partMillis);
    return Math.min(askedAt + idleMillis, doneAt + restMillis) - performance.now();
  }

  function schedule(): void {
    timer = setTimeout(next, Math.max(0, millisToWait()));
  }

  function next(): void {
    timer = undefined;
    const [first] = tasks;
    if (!first) return;
    if (millisToWait() <= 0) {
      const started = performance.now();
      if (!tryPart(first[1])) tasks.delete(first[0]);
      doneAt = performance.now();
      partMillis = doneAt - started;
    }
    schedule();
  }

  function tryPart(task: Task): boolean {
    try {
      return doPart(task);
    } catch (error) {
      // It only saves time later on.
      console.error('work for later answers failed:', error);
      return false;
    }
  }

  return {
    add: (task) => {
      if (tasks.size === 0) doneAt = performance.now();
      tasks.set(JSON.stringify(task), task);
      if (!timer) schedule();
    },
    putOff: () => {
      askedAt = performance.now();
    },
  };
}
