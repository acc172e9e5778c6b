/** The same keys in another language: a text left out does not compile. */
export type Translation<Texts> = Readonly<Record<keyof Texts, string>>;
