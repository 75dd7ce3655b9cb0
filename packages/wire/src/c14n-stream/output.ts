const SIZE = 32_768;

/** Collects small pieces before they are given on; long ones pass without a copy. */
export class Output {
  readonly #buffer = new Uint8Array(SIZE);
  readonly #encoder = new TextEncoder();
  #length = 0;

  constructor(private readonly sink: (bytes: Uint8Array) => void) {}

  /** Bytes `from` to `to` of the input. */
  bytes(source: Uint8Array, from: number, to: number): void {
    const length = to - from;
    if (length <= 0) return;
    // What came before goes first, whether the piece would fit or not.
    if (length >= SIZE / 2) {
      this.flush();
      this.sink(source.subarray(from, to));
      return;
    }
    if (length > SIZE - this.#length) this.flush();
    this.#buffer.set(source.subarray(from, to), this.#length);
    this.#length += length;
  }

  /** One ASCII character. */
  byte(code: number): void {
    if (this.#length === SIZE) this.flush();
    this.#buffer[this.#length] = code;
    this.#length += 1;
  }

  text(value: string): void {
    // A UTF-16 unit takes at most three bytes.
    if (value.length * 3 > SIZE - this.#length) this.flush();
    if (value.length * 3 > SIZE) {
      this.sink(this.#encoder.encode(value));
      return;
    }
    const { written } = this.#encoder.encodeInto(value, this.#buffer.subarray(this.#length));
    this.#length += written;
  }

  flush(): void {
    if (this.#length === 0) return;
    // The receiver may keep what it gets: it gets a copy, and the buffer is used again.
    this.sink(this.#buffer.slice(0, this.#length));
    this.#length = 0;
  }
}
