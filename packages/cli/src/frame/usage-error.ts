import type { Bilingual } from './locale.js';

/** Bad arguments or unreadable input: says what is wrong, where, and gives an example. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Bilingual;
  readonly example: string | undefined;

  constructor(text: Bilingual, example?: string, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
    this.example = example;
  }
}
