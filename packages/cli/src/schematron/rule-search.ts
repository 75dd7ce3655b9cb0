import { type ExplainedRule, explainRules, type Pack } from '@socle-sante/schematron';

/**
 * The rules that a person asks for, with the checks that are meant: by id of a check, of a rule or of a pattern, by the context of a
 * rule, by `file:line`, by a piece of the message. The first of these that finds something is what was meant.
 */
export function findRules(pack: Pack, asked: string): readonly ExplainedRule[] {
  const text = spaced(asked);
  for (const search of [byName, byPlace, byMessage]) {
    const found = search(pack, text);
    if (found.length > 0) return found;
  }
  return [];
}

function byName(pack: Pack, asked: string): readonly ExplainedRule[] {
  const checks = withChecks(pack, ({ checks: all }) => all.filter(({ id }) => id === asked));
  if (checks.length > 0) return checks;
  const titles = new Set(
    pack.manifest.patterns.filter(({ key, id, title }) => [key, id, title].includes(asked)).map(({ key }) => key),
  );
  return explainRules(pack, ({ id, context, pattern }) => id === asked || context === asked || titles.has(pattern));
}

/** The check on that line; else the rule on it; else the last check or rule that begins before it. */
function byPlace(pack: Pack, asked: string): readonly ExplainedRule[] {
  const [, name = '', digits = ''] = /^(.*[^:]):(\d+)(?::\d+)?$/.exec(asked) ?? [];
  const file = pack.manifest.files.findIndex(
    (each) => each === name || each.endsWith(`/${name}`) || name.endsWith(`/${each}`),
  );
  if (file < 0 || digits === '') return [];
  const line = Number(digits);
  let nearest = 0;
  const begins = (place: ExplainedRule['place']) => {
    if (place.file === file && place.line <= line && place.line > nearest) nearest = place.line;
  };
  explainRules(pack, (rule) => {
    begins(rule.place);
    for (const { place } of rule.checks) begins(place);
    return false;
  });
  if (nearest === 0) return [];
  const here = (place: ExplainedRule['place']) => place.file === file && place.line === nearest;
  const checks = withChecks(pack, ({ checks: all }) => all.filter(({ place }) => here(place)));
  return checks.length > 0 ? checks : explainRules(pack, ({ place }) => here(place));
}

/** A piece of a message or of a test as they are written; or a message with its values, as a document brought it. */
function byMessage(pack: Pack, asked: string): readonly ExplainedRule[] {
  const wanted = asked.toLowerCase();
  const written = withChecks(pack, ({ checks }) =>
    checks.filter(({ template, test }) => template.toLowerCase().includes(wanted) || test.includes(asked)),
  );
  if (written.length > 0) return written;
  return withChecks(pack, ({ checks }) => checks.filter(({ template }) => mayBecome(template, asked)));
}

/** Words that a template must have for a message to be known by them. */
const ENOUGH = 12;

/** Whether a text is the template with values in it. */
function mayBecome(template: string, text: string): boolean {
  const parts = template.split('…');
  if (parts.length < 2 || template.length - parts.length < ENOUGH) return false;
  const [first = '', ...rest] = parts;
  if (!text.startsWith(first) || !text.endsWith(rest.at(-1) ?? '')) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** Rules with only the checks that are chosen; those with none are left out. */
function withChecks(pack: Pack, choose: (rule: ExplainedRule) => ExplainedRule['checks']): readonly ExplainedRule[] {
  return explainRules(pack, (rule) => choose(rule).length > 0).map((rule) => ({ ...rule, checks: choose(rule) }));
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
