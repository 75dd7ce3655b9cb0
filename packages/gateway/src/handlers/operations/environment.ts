import type { Operation } from '../context.js';

export const getEnvironment: Operation<'environment.get'> = async (_input, { environment }) => environment;

export const getStatus: Operation<'status.get'> = async (_input, context) => {
  const names = context.environment.services.map(({ service }) => service);
  const certificates = context.options.certificates?.() ?? [];
  const now = context.now();
  const services = context.health.report(names).map((status) => {
    const own = certificates
      .filter(({ service }) => service === status.service)
      .map(({ name, expiresAt }) => ({ name, expiresAt, days: daysUntil(expiresAt, now) }));
    return own.length === 0 ? status : { ...status, certificates: own };
  });
  return { services, at: now.toISOString() };
};

function daysUntil(instant: string, now: Date): number {
  return Math.floor((Date.parse(instant) - now.getTime()) / 86_400_000);
}
