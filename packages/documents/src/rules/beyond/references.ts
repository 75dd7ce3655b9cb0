import { type Beyond, CORE } from './context.js';

/** Links inside the document: each `#id` has its element, each ID is given once. No official rule looks at them. */
export function checkReferences({ document, report, survey }: Beyond): void {
  const { ids, references } = survey;
  for (const { id, trail } of references) {
    if (ids.has(id)) continue;
    // What wraps the document is no part of the place.
    report.at(trail.slice(Math.max(0, trail.indexOf(document))), 'cda.reference.dead', 'warning', { id }, CORE);
  }
  for (const [id, count] of ids)
    if (count > 1) report.at([document], 'cda.id.duplicate', 'warning', { id, count }, CORE);
}
