import type { LoadedFile, SchemaLoader } from './loader.js';
import type { Deviation } from './model.js';
import { decodeSchemaFile } from './parse.js';

/** What a noted fault of a pack has in common with others. */
interface NotedFault {
  /** Stable: `regex.patched`, `resource.replaced`, … */
  readonly code: string;
  /** When it was noted (ISO date). */
  readonly noted: string;
  /** Name of the file from the root of the loader; `*` and `?` inside a name, `**` across folders; without `/`, in any folder. */
  readonly file: string;
  /** What is wrong, and what is done about it. */
  readonly reason: string;
}

/** A text of the file is replaced, wherever it occurs, before the file is parsed. */
export interface ReplaceText extends NotedFault {
  readonly what: 'replaceText';
  readonly find: string;
  readonly replace: string;
}

/** Another file stands for one that does not exist. `from` is a name from the root of the loader. */
export interface ReplaceResource extends NotedFault {
  readonly what: 'resource';
  readonly from: string;
}

/** Nothing is changed: the fault is only said, when the file is read. */
export interface NoteFault extends NotedFault {
  readonly what: 'note';
  /** True when rules have no effect by it. */
  readonly incomplete?: boolean;
}

/** A known fault of a pack: data, named and dated, kept beside what loads the pack. */
export type DeviationRule = ReplaceText | ReplaceResource | NoteFault;

/**
 * The same loader with known faults of the pack mended. What was done to a file is among its `deviations`; a replacement whose
 * text the file does not hold (any more) is said too, as `deviation.unused`, when the rule names one file and not many.
 */
export function withDeviations(loader: SchemaLoader, rules: readonly DeviationRule[]): SchemaLoader {
  if (rules.length === 0) return loader;
  const compiled = rules.map((rule) => ({ rule, applies: fileMatcher(rule.file) }));
  return {
    read(href, base) {
      const found = loader.read(href, base) ?? replacement(href);
      if (found === undefined) return undefined;
      const deviations: Deviation[] = [...(found.deviations ?? [])];
      let text = found.text;
      for (const { rule, applies } of compiled) {
        if (!applies(found.name)) continue;
        if (rule.what === 'note') deviations.push(said(rule, found.name, rule.incomplete ?? false));
        if (rule.what !== 'replaceText' || rule.find === '') continue;
        const before: string = decodeSchemaFile(text, found.name);
        if (before.includes(rule.find)) {
          text = before.replaceAll(rule.find, () => rule.replace);
          deviations.push(said(rule, found.name, false));
        } else if (!/[*?]/.test(rule.file)) deviations.push(unused(rule, found.name));
      }
      return { name: found.name, text, deviations };
    },
  };

  function replacement(href: string): LoadedFile | undefined {
    for (const { rule, applies } of compiled) {
      if (rule.what !== 'resource' || !applies(href.replace(/^(?:\.\.?\/)+/, ''))) continue;
      const found = loader.read(rule.from, undefined);
      if (found !== undefined) {
        return { ...found, deviations: [...(found.deviations ?? []), said(rule, found.name, false)] };
      }
    }
    return undefined;
  }
}

function said(rule: DeviationRule, subject: string, incomplete: boolean): Deviation {
  return { code: rule.code, message: rule.reason, subject, noted: rule.noted, incomplete };
}

function unused(rule: ReplaceText, subject: string): Deviation {
  return {
    code: 'deviation.unused',
    message: `"${rule.code}" finds no text to replace: the fault may be gone`,
    subject,
    noted: rule.noted,
    incomplete: false,
  };
}

/** Whether a name from the root is one that a pattern of names means. */
export function fileMatcher(pattern: string): (name: string) => boolean {
  const anywhere = !pattern.includes('/');
  const source = pattern
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => globs[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&'))
    .join('');
  const expression = new RegExp(`^${source}$`, 'u');
  return (name) => expression.test(anywhere ? name.slice(name.lastIndexOf('/') + 1) : name);
}

const globs: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
