const livelyMs = 500;
const lookMs = 250;

/**
 * When the overlay looks whether it has anything to draw: at each frame of the screen for half a second after the
 * map was drawn, then four times a second, which is enough for what loads late. Left alone it would do so at each
 * frame for ever, which keeps a third of a processor busy all shift.
 */
export class CalmFrames {
  #waiting: FrameRequestCallback | undefined;
  #frame = 0;
  #timer: number | undefined;
  #livelyUntil = 0;

  /** Something is drawn, and may need more frames. */
  wake(): void {
    this.#livelyUntil = performance.now() + livelyMs;
    if (this.#timer === undefined) return;
    this.#stopTimer();
    this.#atNextFrame();
  }

  requestAnimationFrame(callback: FrameRequestCallback): number {
    this.#waiting = callback;
    if (performance.now() < this.#livelyUntil) this.#atNextFrame();
    else
      this.#timer = window.setTimeout(() => {
        this.#stopTimer();
        // Not before the page is seen again.
        this.#atNextFrame();
      }, lookMs);
    return 1;
  }

  cancelAnimationFrame(): void {
    this.#waiting = undefined;
    this.#stopTimer();
    cancelAnimationFrame(this.#frame);
  }

  #atNextFrame(): void {
    this.#frame = requestAnimationFrame((time) => {
      const callback = this.#waiting;
      this.#waiting = undefined;
      callback?.(time);
    });
  }

  #stopTimer(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
