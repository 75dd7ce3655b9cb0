/** Exit status of every command: stable, because scripts branch on it. */
export const EXIT = {
  /** Done, nothing wrong. */
  ok: 0,
  /** Done, and there are findings of severity error. */
  findings: 1,
  /** Bad arguments or unreadable input. */
  usage: 2,
  /** The service refused. */
  refused: 3,
  /** The service could not be reached, or answered nonsense. */
  unreachable: 4,
  /** Interrupted, with what had been done. */
  interrupted: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
