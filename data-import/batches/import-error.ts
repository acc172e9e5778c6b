/** A reason to stop that the person at the keyboard can act on: one clear sentence, no stack. */
export class ImportError extends Error {}
