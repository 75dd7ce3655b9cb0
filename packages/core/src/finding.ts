/** How much a finding weighs: an `error` stops, a `warning` asks for a look, an `info` only tells. */
export type Severity = 'error' | 'warning' | 'info';

/** The languages of every text that a user can read. French is the reference. */
export type Locale = 'fr' | 'en';

/** The official text behind a rule. */
export interface SourceRef {
  readonly document: string;
  readonly version?: string;
  readonly section?: string;
}

/**
 * One remark of a validator. It is data: the text is made by {@link describeFinding} from a catalogue, so that a finding
 * can be stored, compared and shown in either language. `params` never holds a name, a matricule or a date of birth.
 */
export interface Finding {
  /** Stable identifier, for example `ins.matricule.key`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Where, in the object of the caller. */
  readonly path: readonly (string | number)[];
  /** Where, in the message that was read, when there was one. */
  readonly wire?: { readonly pointer?: string; readonly line?: number; readonly column?: number };
  readonly params: Readonly<Record<string, string | number>>;
  readonly ref?: SourceRef;
}

/** What is wrong, why it matters, what to do. `{name}` is filled from the parameters of the finding. */
export interface FindingText {
  readonly title: string;
  readonly why: string;
  readonly action: string;
}

/** Texts of rules, by rule identifier then by language. */
export type FindingCatalogue = Readonly<Record<string, Readonly<Record<Locale, FindingText>>>>;

/** What a parser answers: a value, or the errors that prevent it. Warnings travel with the value. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Makes a finding. */
export function finding(
  rule: string,
  severity: Severity,
  path: readonly (string | number)[] = [],
  params: Readonly<Record<string, string | number>> = {},
  ref?: SourceRef,
): Finding {
  return ref ? { rule, severity, path, params, ref } : { rule, severity, path, params };
}

/** True when at least one finding is an error. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((f) => f.severity === 'error');
}

/** The heaviest severity of a list, or `undefined` for an empty list. */
export function worst(findings: readonly Finding[]): Severity | undefined {
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  return order.find((severity) => findings.some((f) => f.severity === severity));
}

/** A value if no finding is an error, else the findings alone. */
export function checked<T>(value: T, findings: readonly Finding[]): Checked<T> {
  return hasErrors(findings) ? { ok: false, findings } : { ok: true, value, findings };
}

/** The same findings, seen from an outer object: `prefix` is put before each path. */
export function under(prefix: readonly (string | number)[], findings: readonly Finding[]): Finding[] {
  return findings.map((f) => ({ ...f, path: [...prefix, ...f.path] }));
}

const unknownRule: Readonly<Record<Locale, FindingText>> = {
  fr: {
    title: 'Anomalie signalée par la règle {rule}',
    why: 'Cette règle n’a pas de texte dans les catalogues fournis.',
    action: 'Consultez la documentation du composant qui a produit cette anomalie.',
  },
  en: {
    title: 'Problem reported by rule {rule}',
    why: 'This rule has no text in the catalogues given.',
    action: 'See the documentation of the component that reported it.',
  },
};

/** The text of a finding, from the first catalogue that knows its rule; a generic text otherwise. Never throws. */
export function describeFinding(f: Finding, locale: Locale, ...catalogues: readonly FindingCatalogue[]): FindingText {
  const entry = catalogues.find((catalogue) => Object.hasOwn(catalogue, f.rule))?.[f.rule] ?? unknownRule;
  const values: Readonly<Record<string, string | number>> = { rule: f.rule, ...f.params };
  const text = entry[locale] ?? entry.fr;
  return { title: fill(text.title, values), why: fill(text.why, values), action: fill(text.action, values) };
}

/** Fills `{placeholders}`; one that has no value is left as it stands, so that it is seen. */
function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([A-Za-z0-9]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
