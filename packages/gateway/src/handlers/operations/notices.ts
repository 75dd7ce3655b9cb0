import type { Notice } from '../../contract.js';
import { note, type Operation, type OperationContext } from '../context.js';
import { fail } from '../failure.js';

/** Days between two acknowledgements, when the site sets none (FAQ 10943, 15/12/2025). */
const PERIOD_DAYS = 180;
const DAY_MS = 86_400_000;

export const dueNotices: Operation<'notices.due'> = async (_input, context) => ({
  notices: [await traceability(context)],
});

export const acknowledgeNotice: Operation<'notices.acknowledge'> = async ({ id }, context) => {
  await noticeStore(context).acknowledge(context.session.userRef, id, context.at());
  note(context, { notice: id });
  return { notices: [await traceability(context)] };
};

async function traceability(context: OperationContext): Promise<Notice> {
  const id = 'dmp.traceability';
  const periodDays = (await context.site()).dmp?.noticePeriodDays ?? PERIOD_DAYS;
  const at = await noticeStore(context).acknowledgedAt(context.session.userRef, id);
  if (at === undefined) return { id, due: true, reason: 'first', periodDays };
  const over = context.now().getTime() - Date.parse(at) >= periodDays * DAY_MS;
  return { id, due: over, ...(over ? { reason: 'period' as const } : {}), acknowledgedAt: at, periodDays };
}

function noticeStore(context: OperationContext) {
  const store = context.ports.notices;
  if (!store) throw fail('gateway.unsupported');
  return store;
}
