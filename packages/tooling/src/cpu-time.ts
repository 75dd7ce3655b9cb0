/**
 * Milliseconds of processor that `run` takes. For bounds of work in tests: unlike the wall clock, it does not see what else
 * the machine is doing.
 */
export function cpuMilliseconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
