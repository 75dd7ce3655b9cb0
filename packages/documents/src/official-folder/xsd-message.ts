const FACET = String.raw`(?:\[facet '[A-Za-z]+'\] )?`;

/**
 * Messages of libxml2 that quote a value, with the words before it and after it. Those after come from the schema: the search for
 * them begins at the end, so that a value that holds the same words stays whole.
 */
const QUOTING: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [new RegExp(`^${FACET}The value `), / is not accepted by the pattern '.*'\.$/],
  [new RegExp(`^${FACET}The value `), / is not an element of the set \{.*\}\.$/],
  [new RegExp(`^${FACET}The value `), / has a length of '\d+'; this (?:exceeds|underruns|differs) .*\.$/],
  [new RegExp(`^${FACET}The value `), / is (?:less|greater) than .*\.$/],
  [new RegExp(`^${FACET}The value `), / has (?:more|less) digits than .*\.$/],
  [/^The value /, / does not match the fixed value constraint '.*'\.$/],
  [/^The (?:actual )?value /, / does not match the fixed value constraint '.*'\.$/],
  [/^The QName value /, / of the xsi:type attribute does not resolve to a type definition\.$/],
  [/^/, / is not a valid value of the (?:(?:atomic|list|union|local atomic|local list|local union) type.*)\.$/],
  [/^/, / is not a valid value of the (?:atomic|list|union) type of the .*\.$/],
];

/** Messages that quote nothing but names of the schema and of elements. */
const PLAIN: readonly RegExp[] = [
  /^This element is not expected\.(?: Expected is .*)?$/,
  /^Missing child element\(s\)\.(?: Expected is .*)?$/,
  /^The attribute '[^']*' is (?:required but missing|not allowed)\.$/,
  /^No matching global (?:declaration|element declaration|attribute declaration) available.*$/,
  /^Character content (?:other than whitespace )?is not allowed,? because the content type is (?:'[\w-]+'|empty)\.$/,
  /^Element content is not allowed, because .*\.$/,
  /^The (?:element|type definition|xsi:type definition)[^']* is abstract\.$/,
  /^The value has a length of '\d+'; this (?:exceeds|underruns|differs) .*\.$/,
];

/**
 * A message of libxml2 without the values of the document that it quotes, `…` in their place. A message of another form keeps only
 * what stands before its first quotation mark.
 */
export function withoutValues(message: string): string {
  const prefix = /^Element '[^']*'(?:, attribute '[^']*')?: /.exec(message)?.[0] ?? '';
  const rest = message.slice(prefix.length);
  if (PLAIN.some((form) => form.test(rest))) return message;
  for (const [before, after] of QUOTING) {
    const head = before.exec(rest)?.[0];
    if (head === undefined || rest[head.length] !== "'") continue;
    const tail = lastMatch(rest, after);
    if (tail !== undefined) return `${prefix}${head}'…'${tail}`;
  }
  const mark = rest.search(/['"[]/);
  return mark < 0 ? message : `${prefix}${rest.slice(0, mark)}…`;
}

/** What stands after the last quotation mark that the words follow. */
function lastMatch(text: string, after: RegExp): string | undefined {
  for (let at = text.lastIndexOf("'"); at > 0; at = text.lastIndexOf("'", at - 1)) {
    const tail = text.slice(at + 1);
    if (after.exec(tail)?.index === 0) return tail;
  }
  return undefined;
}
