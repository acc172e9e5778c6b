// Work that can wait until nobody has asked for anything for a while, so that no answer waits for it.

/** After the last question; an answer asks several, one after the other. */
const idleMillis = 200;

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
  let timer: NodeJS.Timeout | undefined;

  function schedule(): void {
    timer = setTimeout(next, Math.max(0, askedAt + idleMillis - performance.now()));
  }

  function next(): void {
    timer = undefined;
    const [first] = tasks;
    if (!first) return;
    if (performance.now() >= askedAt + idleMillis && !tryPart(first[1])) tasks.delete(first[0]);
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
      tasks.set(JSON.stringify(task), task);
      if (!timer) schedule();
    },
    putOff: () => {
      askedAt = performance.now();
    },
  };
}
