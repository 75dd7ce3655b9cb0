const DAY = 86_400_000;

/** When an identity received at `at` should be verified again, ISO 8601 UTC. The period is a choice of the site. */
export function reverifyAt(at: string, reverifyAfterDays: number): string {
  return new Date(new Date(at).getTime() + reverifyAfterDays * DAY).toISOString();
}

/** True when the period has passed. */
export function needsReverification(at: string, reverifyAfterDays: number, now: Date): boolean {
  return now.toISOString() >= reverifyAt(at, reverifyAfterDays);
}
