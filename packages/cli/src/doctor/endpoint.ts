import { isSocleError } from '@socle-sante/core/error';
import type { Exchange } from '@socle-sante/wire/http';
import { type Diagnosis, ok, problem } from './diagnosis.js';

/** The service accepts 15 minutes between its clock and the `Temps` of a request; a minute is already worth a look. */
const SKEW_ERROR_S = 15 * 60;
const SKEW_WARNING_S = 60;

/**
 * Reaches an address with a GET that carries nothing: any HTTP answer proves name, route, TLS and certificates. The `Date`
 * header tells how far this machine's clock is from the server's.
 */
export async function checkEndpoint(
  name: string,
  url: string,
  exchange: Exchange,
  clock: () => Date,
  signal: AbortSignal,
): Promise<Diagnosis[]> {
  try {
    const response = await exchange(
      { method: 'GET', url, headers: {}, operation: 'doctor', safeToRepeat: true },
      { signal, timeoutMs: 15_000 },
    );
    const answered = `${url} : HTTP ${response.status}, ${Math.round(response.elapsedMs)} ms`;
    return [ok(name, answered, answered), ...checkClock(response.headers['date'], clock())];
  } catch (error) {
    if (!isSocleError(error)) throw error;
    const { fr, en } = error.userMessage;
    const text = (title: string, action: string) => `${url} : ${title} ${action} (${error.code})`;
    return [problem(name, 'error', text(fr.title, fr.action), text(en.title, en.action))];
  }
}

export function checkClock(serverDate: string | undefined, now: Date): Diagnosis[] {
  const server = serverDate === undefined ? Number.NaN : Date.parse(serverDate);
  if (Number.isNaN(server)) return [];
  const seconds = Math.round((now.getTime() - server) / 1000);
  const shown = `${seconds > 0 ? '+' : ''}${seconds} s`;
  if (Math.abs(seconds) <= SKEW_WARNING_S) return [ok('clock', `Horloge : ${shown}`, `Clock: ${shown}`)];
  return [
    problem(
      'clock',
      Math.abs(seconds) > SKEW_ERROR_S ? 'error' : 'warning',
      `Horloge décalée de ${shown} : synchronisez cette machine.`,
      `Clock off by ${shown}: synchronise this machine.`,
    ),
  ];
}
