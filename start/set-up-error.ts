/** Something that the person at the keyboard can mend; its message says how, in plain words. */
export class SetUpError extends Error {}
