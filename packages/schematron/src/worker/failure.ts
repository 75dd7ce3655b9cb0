import { SocleArgumentError, type UserText } from '@socle-sante/core/error';
import type { LimitCode } from '../runtime/limits.js';
import { LimitError } from '../runtime/limits.js';
import { DocumentError, type DocumentErrorCode } from '../tree/error.js';
import { PackError, type PackErrorCode } from '../validate/error.js';
import type { WireFailure } from './protocol.js';

/** Why a validation in a worker ended without a verdict. */
export type FailureCode =
  | DocumentErrorCode
  | LimitCode
  | PackErrorCode
  /** The page and the worker are of two versions. */
  | 'worker.protocol'
  /** The pack is not one that the worker loaded, or its address is not one of the site. */
  | 'worker.pack'
  /** The worker could not start, or died: too little memory, most of the time. */
  | 'worker.crashed'
  | 'worker.closed'
  /** An error of ours. */
  | 'worker.internal';

const fr = (title: string, action: string): UserText => ({ title, action });
const en = fr;

const unreadable = {
  fr: fr('Le fichier n’est pas un document XML lisible', 'Vérifiez que c’est le bon fichier et qu’il est entier.'),
  en: en('The file is not a readable XML document', 'Check that it is the right file, and whole.'),
};
const tooLarge = {
  fr: fr('Le document est trop volumineux', 'Contrôlez-le en ligne de commande, où les bornes se règlent.'),
  en: en('The document is too large', 'Check it with the command line, where the bounds can be set.'),
};
const tooLong = {
  fr: fr('Le contrôle a été arrêté : il durait trop longtemps', 'Contrôlez ce document en ligne de commande.'),
  en: en('The check was stopped: it took too long', 'Check this document with the command line.'),
};
const rules = {
  fr: fr('Le jeu de règles n’a pas pu être chargé', 'Rechargez la page ; s’il le faut, compilez-le à nouveau.'),
  en: en('The rules could not be loaded', 'Reload the page; if need be, compile them again.'),
};
const broken = {
  fr: fr('Le contrôle s’est interrompu', 'Rechargez la page et recommencez.'),
  en: en('The check broke off', 'Reload the page and try again.'),
};

type Texts = Readonly<Record<'fr' | 'en', UserText>>;

const texts: Readonly<Record<FailureCode, Texts>> = {
  'document.malformed': unreadable,
  'document.encoding': {
    fr: fr('L’encodage du fichier n’est pas reconnu', 'Enregistrez-le en UTF-8.'),
    en: en('The encoding of the file is not known', 'Save it as UTF-8.'),
  },
  'document.doctype': {
    fr: fr(
      'Le document déclare un DOCTYPE : il n’est pas lu',
      'Retirez cette déclaration, qu’un document CDA ne contient pas.',
    ),
    en: en('The document declares a DOCTYPE: it is not read', 'Remove it: a CDA document has none.'),
  },
  'document.tooLarge': tooLarge,
  'document.tooMany': tooLarge,
  'document.tooDeep': {
    fr: fr('Le document imbrique trop d’éléments', 'Vérifiez que c’est le bon fichier.'),
    en: en('The document nests too many elements', 'Check that it is the right file.'),
  },
  'document.tooSlow': tooLong,
  'limit.steps': tooLong,
  'limit.time': tooLong,
  'limit.regex': tooLong,
  'limit.size': tooLong,
  'limit.findings': {
    fr: fr('Le contrôle trouve trop d’écarts pour tous les dire', 'Vérifiez que c’est le bon fichier.'),
    en: en('The check finds too many faults to tell them all', 'Check that it is the right file.'),
  },
  'limit.aborted': {
    fr: fr('Le contrôle a été annulé', 'Choisissez un document pour recommencer.'),
    en: en('The check was cancelled', 'Choose a document to start again.'),
  },
  'pack.format': rules,
  'pack.incomplete': rules,
  'pack.phase': rules,
  'pack.notLoaded': rules,
  'worker.pack': rules,
  'worker.protocol': broken,
  'worker.crashed': broken,
  'worker.closed': broken,
  'worker.internal': broken,
};

/** A validation in a worker that ended without a verdict. `line` and `column` say where a document could not be read. */
export class ValidationFailure extends SocleArgumentError {
  declare readonly code: FailureCode;
  declare readonly line?: number;
  declare readonly column?: number;

  constructor({ code, message, line, column }: WireFailure) {
    super({ code, service: 'schematron', message, audience: 'user', userMessage: texts[code] });
    if (line !== undefined) this.line = line;
    if (column !== undefined) this.column = column;
  }
}

/** What was thrown in a worker, as it crosses to the page. */
export function toWire(thrown: unknown): WireFailure {
  if (thrown instanceof ValidationFailure || thrown instanceof PackError) {
    return { code: thrown.code, message: thrown.message };
  }
  if (thrown instanceof LimitError) return { code: thrown.code, message: thrown.message };
  if (thrown instanceof DocumentError) {
    const { code, message, line, column } = thrown;
    return { code, message, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
  }
  // A message of the engine could quote the document.
  return { code: 'worker.internal', message: `The worker met ${thrown instanceof Error ? thrown.name : 'an error'}.` };
}
