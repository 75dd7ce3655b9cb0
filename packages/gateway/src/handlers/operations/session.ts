import { operationIds } from '../../contract.js';
import type { Operation, OperationCapabilities, OperationContext } from '../context.js';
import { MAX_DOCUMENT } from '../read-request.js';

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
    maxDocumentBytes: context.options.limits?.maxDocumentBytes ?? MAX_DOCUMENT,
    operations: await operationCapabilities(context),
  };
};

async function operationCapabilities(context: OperationContext): Promise<OperationCapabilities> {
  const { services, ports } = context;
  const dmp = services.dmp !== undefined;
  const deposits = services.documents !== undefined && ports.submissions !== undefined;
  // Without the DMP, or without the ports that it needs, its operations are not there.
  const without: readonly (readonly [prefix: string, there: boolean])[] = [
    ['dmp.consent.', ports.consents !== undefined],
    ['dmp.history', true],
    ['dmp.', dmp && ports.consents !== undefined],
    ['record.', ports.records !== undefined],
    ['submission.hold', ports.records !== undefined],
    ['submission.derive', deposits],
    ['submission.preview', deposits],
    ['submission.create', deposits],
    ['submission.', ports.submissions !== undefined],
    ['notices.', ports.notices !== undefined],
  ];
  const missing: Readonly<Record<string, boolean>> = {
    'ins.vitale.read': !services.vitale?.read,
    'ins.searchVitale': !services.vitale,
    'ins.verify': !services.verification,
    'ins.verifyList': !ports.worklist,
  };
  const entries = await Promise.all(
    operationIds.map(async (operation) => {
      const there = without.find(([prefix]) => operation.startsWith(prefix))?.[1] ?? true;
      if (missing[operation] || !there)
        return [operation, { allowed: false, reason: 'notConfigured' as const }] as const;
      return [operation, await context.authorize({ operation })] as const;
    }),
  );
  return Object.fromEntries(entries);
}
