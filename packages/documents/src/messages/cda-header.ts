import type { FindingCatalogue, FindingText } from '@socle-sante/core/finding';
import type { ElementRule } from '../rules/model.js';
import { clinicalDocument } from '../rules/templates/header.js';
import { stem } from '../rules/walk.js';
import { LABELS, type Label, OWNED, OWNERS, SECTIONS } from './cda-labels.js';

type Aspect = 'missing' | 'tooMany' | 'attribute' | 'form' | 'value' | 'valueSet' | 'child';

/** What one aspect says: title after the section and the element, and what to do. */
const ASPECTS: Readonly<
  Record<Aspect, { readonly fr: readonly [string, string]; readonly en: readonly [string, string] }>
> = {
  missing: {
    fr: [
      'élément obligatoire absent',
      'Ajoutez l’élément {element}, avec le contenu que le modèle en attend ; s’il est là, vérifiez qu’il n’est pas déclaré absent (nullFlavor) et que ses attributs fixes sont exacts.',
    ],
    en: [
      'mandatory element missing',
      'Add the element {element}, with the content that the model asks; if it is there, check that it is not declared absent (nullFlavor) and that its fixed attributes are exact.',
    ],
  },
  tooMany: {
    fr: ['élément répété {count} fois', 'Gardez {max} élément {element} au plus.'],
    en: ['element repeated {count} times', 'Keep {max} element {element} at most.'],
  },
  attribute: {
    fr: ['attribut {attribute} absent', 'Ajoutez l’attribut {attribute} à l’élément {element}.'],
    en: ['attribute {attribute} missing', 'Add the attribute {attribute} to the element {element}.'],
  },
  form: {
    fr: [
      'attribut {attribute} mal formé',
      'Corrigez {attribute} : un OID est pointé, un code n’a pas d’espace, une date commence par quatre à quatorze chiffres, un nombre est entier, un texte n’est pas vide.',
    ],
    en: [
      'attribute {attribute} badly formed',
      'Correct {attribute}: an OID is dotted, a code has no space, a date begins with four to fourteen digits, a number is whole, a text is not empty.',
    ],
  },
  value: {
    fr: ['valeur de {attribute} imposée', 'Écrivez « {expected} » dans {attribute}, ou retirez l’attribut.'],
    en: ['value of {attribute} is imposed', 'Write "{expected}" in {attribute}, or remove the attribute.'],
  },
  valueSet: {
    fr: [
      'code hors du jeu de valeurs {set}',
      'Choisissez un code du jeu de valeurs {set}, et reprenez son libellé et son code système.',
    ],
    en: [
      'code out of the value set {set}',
      'Choose a code of the value set {set}, with its label and its code system.',
    ],
  },
  child: {
    fr: [
      'une date ne contient pas d’élément',
      'Mettez la date dans l’attribut value et retirez ce que l’élément contient.',
    ],
    en: ['a date holds no element', 'Put the date in the attribute value and remove what the element holds.'],
  },
};

/** Texts of every rule that the table of the header can give. */
export const headerFindings: FindingCatalogue = Object.fromEntries(
  rulesOf(clinicalDocument).flatMap((rule) =>
    aspectsOf(rule).map((aspect) => [
      `${stem(rule)}.${aspect}`,
      { fr: text(rule, aspect, 0), en: text(rule, aspect, 1) },
    ]),
  ),
);

function rulesOf(rule: ElementRule): ElementRule[] {
  return [rule, ...rule.children.flatMap(rulesOf)];
}

function aspectsOf(rule: ElementRule): Aspect[] {
  const asks = (test: (attribute: ElementRule['attributes'][number]) => boolean): boolean => rule.attributes.some(test);
  const all: readonly (readonly [boolean, Aspect])[] = [
    [rule.min > 0, 'missing'],
    [Number.isFinite(rule.max), 'tooMany'],
    [asks((each) => each.required === true), 'attribute'],
    [asks((each) => each.form !== undefined), 'form'],
    [asks((each) => each.fixedIfPresent !== undefined), 'value'],
    [asks((each) => each.set !== undefined), 'valueSet'],
    [rule.type === 'TS', 'child'],
  ];
  return all.filter(([holds]) => holds).map(([, aspect]) => aspect);
}

function text(rule: ElementRule, aspect: Aspect, language: 0 | 1): FindingText {
  const { name, use } = SECTIONS[rule.section];
  const [title, action] = ASPECTS[aspect][language === 0 ? 'fr' : 'en'];
  const colon = language === 0 ? ' :' : ':';
  const label = labelOf(rule)[language];
  return { title: `${name[language]}${colon} ${label} (${rule.local}), ${title}`, why: use[language], action };
}

function labelOf({ alias }: ElementRule): Label {
  const label = LABELS[alias];
  if (label !== undefined) return label;
  const owner = Object.keys(OWNERS).find((each) => alias.startsWith(each)) ?? '';
  const owned = OWNED[alias.slice(owner.length)] ?? [alias, alias];
  const [whose, who] = OWNERS[owner] ?? ['', ''];
  return [`${owned[0]} (${whose})`, `${owned[1]} (${who})`];
}
