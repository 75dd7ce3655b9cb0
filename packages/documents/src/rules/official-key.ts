/** What an assertion of the pack of structuration minimale is known by: identifiers of rules change with each generation. */
export interface OfficialKey {
  /** Name of the template that the message shows, or `datatype`. */
  readonly template: string;
  /** The kind of the message, its element or attribute, without the values found. */
  readonly key: string;
}

const FORMS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^element (.*) is (?:required|mandatory) \[min (\d+)x\]\.$/, (m) => `min ${m[1]}`],
  [/^element (.*) appears too often \[max (\d+)x\]\.$/, (m) => `max ${m[1]}`],
  [/^choice \((.*)\) does not contain enough elements/, (m) => `choice min ${m[1]}`],
  [/^choice \((.*)\) contains too many elements/, (m) => `choice max ${m[1]}`],
  [/^attribute @(\w+) SHALL be present\.$/, (m) => `attribute ${m[1]}`],
  [/^Attribute @hl7:use SHALL be of data type 'cs'/, () => 'form namespaced-use cs'],
  [/^Attribute @(\w+) SHALL be of data type '(\w+)'/, (m) => `form ${m[1]} ${m[2]}`],
  [/^Attribute @(\w+) is not a valid int number/, (m) => `form ${m[1]} int`],
  [/^@(\w+) is not a valid INT number/, (m) => `form ${m[1]} INT`],
  [/^The value for (\w+) SHALL be '([^']*)'/, (m) => `value ${m[1]} ${m[2]}`],
  [/^The value for (\w+) SHALL be selected from value set '([^']*)'/, (m) => `set ${m[1]} ${m[2]}`],
  [
    /^The element value SHALL be one of '(code '[^']*'|[\d.]+)/,
    (m) => `set code ${m[1]?.startsWith('code') ? m[1].slice(6, -1) : m[1]}`,
  ],
  [
    /^If an @xsi:type instruction is present it SHALL be valued "\{urn:hl7-org:v3\}:([\w.]+)"/,
    (m) => `xsi:type ${m[1]}`,
  ],
  [/with datatype TS, SHOULD NOT have child elements/, () => 'child'],
  [/d'usage de l'adresse|attribut use de l'élément telecom/i, () => 'use'],
  [/JDV_(J24[56])/, (m) => `set ${m[1]}`],
  [/DocumentationO?I?[oO]f: .*(performer|effectiveTime)/i, (m) => `act ${m[1]?.toLowerCase()}`],
  [/syntaxe \(e\.g\. "fr-FR"\)/, () => 'language'],
  [/adresse de télécommunication préfixe/, () => 'scheme'],
  [/Seul un des deux attributs value ou nullFlavor/, () => 'nullOrValue'],
  [/^Prénom typé/, () => 'given qualifier'],
  [/^Seuls les qualifiers/, () => 'family qualifier'],
  [/^Valeur du nom typé/, () => 'guardian qualifier'],
  [/attributs root et l'extension sont/, () => 'id incomplete'],
  [/^@classCode doit être renseigné|L'attribut @classCode de l'élément/, () => 'classCode'],
  [/L'attribut @root doit avoir la valeur/, () => 'root'],
  [/attributs @code et @codeSystem sont obligatoires/, () => 'codeOrNull'],
  [/cadre de l'INS/, () => 'insTraits'],
  [/remplace le templateId/, () => 'unstructured templates'],
  [/"1\.3\.6\.1\.4\.1\.19376\.1\.2\.20" est obligatoire/, () => 'unstructured template'],
];

/** The key of a message, white space collapsed. */
export function officialKey(message: string): OfficialKey {
  const typed = /^(dtr1-[\w.-]+?-[A-Z]\w*(?:\.\w+)?):/.exec(message);
  if (typed !== null) {
    const part = /^dtr1-9-IVL_TS: [^/]*\/(\w+)/.exec(message)?.[1];
    return { template: 'datatype', key: part === undefined ? (typed[1] ?? '') : `${typed[1]} ${part}` };
  }
  const found = /^\((\w[\w-]*)\)(?:\/\S*?)?: (.*)$/.exec(message);
  if (found === null) return { template: 'scenario', key: 'instance' };
  const [, template = '', rest = ''] = found;
  if (rest.startsWith('this element')) return { template, key: 'undescribed' };
  for (const [form, make] of FORMS) {
    const match = form.exec(rest);
    if (match !== null) return { template, key: make(match).replaceAll('hl7:', '') };
  }
  return {
    template,
    key: `words ${rest
      .toLowerCase()
      .replace(/[^a-z0-9à-ÿ]+/g, ' ')
      .trim()
      .slice(0, 48)}`,
  };
}
