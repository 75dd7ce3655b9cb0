import { operationIds } from '../../contract.js';
import type { Operation, OperationCapabilities, OperationContext } from '../context.js';

export const getSession: Operation<'session.get'> = async (_input, { session }) => ({
  userRef: session.userRef,
  displayName: session.displayName,
  userKind: session.userKind,
  superuser: session.superuser,
  ...(session.expiresAt === undefined ? {} : { expiresAt: session.expiresAt }),
});

export const getCapabilities: Operation<'session.capabilities'> = async (_input, context) => {
  const { session } = context;
  return {
    userKind: session.userKind,
    superuser: session.superuser,
    emergency: session.emergency ?? false,
    environment: context.environment,
    site: await context.site(),
    operations: await operationCapabilities(context),
  };
};

async function operationCapabilities(context: OperationContext): Promise<OperationCapabilities> {
  const { services, ports } = context;
  const missing: Readonly<Record<string, boolean>> = {
    'ins.vitale.read': !services.vitale?.read,
    'ins.searchVitale': !services.vitale,
    'ins.verify': !services.verification,
    'ins.verifyList': !ports.worklist,
  };
  const entries = await Promise.all(
    operationIds.map(async (operation) => {
      if (missing[operation]) return [operation, { allowed: false, reason: 'notConfigured' as const }] as const;
      return [operation, await context.authorize({ operation })] as const;
    }),
  );
  return Object.fromEntries(entries);
}
