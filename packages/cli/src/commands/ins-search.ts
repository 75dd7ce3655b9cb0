import { insNature, insOidKind } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire } from '@socle-sante/core/lunar-date';
import { formatMatricule, maskMatricule } from '@socle-sante/core/matricule';
import type { TraitsLocaux } from '@socle-sante/core/traits';
import type { InsiAttempt, InsiSearchResult } from '@socle-sante/ins';
import { type Command, type Invocation, optionFlag, optionText } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { SERVICE_OPTIONS } from '../frame/help.js';
import { note, paint, printJson, printLine, table } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { openInsi } from '../service/insi.js';
import { findingsAsJson, printFindings } from './findings.js';

const EXAMPLE = 'socle ins search --nom ADRUN --prenom ZOE --sexe F --naissance 1975-12-31';

export const insSearch: Command = {
  path: ['ins', 'search'],
  usage: '',
  summary: {
    fr: 'recherche INSi par traits (WS_INS2) : résultat, écarts, statut qui suit',
    en: 'INSi search by traits (WS_INS2): result, differences, status that follows',
  },
  details: {
    fr: 'Opération rechercherInsAvecTraitsIdentite, une suite d’au plus 6 appels. Le matricule n’est écrit en entier qu’avec --show. Code de sortie 1 : aucune identité, ou plusieurs.',
    en: 'Operation rechercherInsAvecTraitsIdentite, a sequence of at most 6 calls. The whole matricule is printed with --show only. Exit status 1: no identity, or several.',
  },
  options: {
    nom: { type: 'string', value: 'NOM', help: { fr: 'nom de naissance', en: 'birth name' } },
    prenom: {
      type: 'string',
      value: 'PRENOMS',
      help: { fr: 'prénoms de naissance, dans l’ordre', en: 'birth first names, in order' },
    },
    sexe: { type: 'string', value: 'F|M', help: { fr: 'sexe', en: 'sex' } },
    naissance: { type: 'string', value: 'YYYY-MM-DD', help: { fr: 'date de naissance', en: 'date of birth' } },
    lieu: {
      type: 'string',
      value: 'COG',
      help: {
        fr: 'lieu de naissance, envoyé après « plusieurs identités »',
        en: 'birth place, sent after "several identities"',
      },
    },
    show: { type: 'boolean', help: { fr: 'écrit l’identité trouvée', en: 'prints the identity found' } },
    ...SERVICE_OPTIONS,
  },
  example: EXAMPLE,
  async run(invocation) {
    const traits = traitsOf(invocation);
    const insi = await openInsi(invocation);
    try {
      const result = await insi.client.searchByTraits({
        traits: { ...traits, prenoms: traits.listePrenoms },
        signal: invocation.io.signal,
        onAttempt: (attempt) => progress(invocation, attempt),
      });
      if (invocation.json) printJson(invocation, asJson(invocation, result, traits));
      else present(invocation, result, traits);
      return result.outcome === 'found' ? EXIT.ok : EXIT.findings;
    } finally {
      await insi.close();
    }
  },
};

function traitsOf(invocation: Invocation): TraitsLocaux {
  const need = (name: string, label: string) => {
    const value = optionText(invocation, name);
    if (value) return value;
    throw new UsageError({ fr: `Il manque --${name} (${label}).`, en: `--${name} is missing (${label}).` }, EXAMPLE);
  };
  const sexe = need('sexe', 'F, M').toUpperCase();
  if (sexe !== 'F' && sexe !== 'M') {
    throw new UsageError(
      { fr: '--sexe : F ou M ; INSi ne connaît pas d’autre valeur.', en: '--sexe: F or M; INSi knows no other.' },
      EXAMPLE,
    );
  }
  const listePrenoms = need('prenom', 'prénoms de naissance');
  const lieuNaissance = optionText(invocation, 'lieu');
  return {
    nomNaissance: need('nom', 'nom de naissance'),
    listePrenoms,
    premierPrenom: listePrenoms.split(' ')[0] ?? listePrenoms,
    sexe,
    dateNaissance: need('naissance', 'YYYY-MM-DD'),
    ...(lieuNaissance ? { lieuNaissance } : {}),
  };
}

function progress(invocation: Invocation, attempt: InsiAttempt): void {
  const word = invocation.locale === 'fr' ? 'Essai' : 'Attempt';
  note(invocation, `${word} ${attempt.n}/${attempt.max} : ${attempt.cr} (${attempt.durationMs} ms)`);
}

/** An identity just found is récupérée: it becomes qualifiée when a document proves it. */
const NEXT_STATUS = 'RECUP';

function present(invocation: Invocation, result: InsiSearchResult, traits: TraitsLocaux): void {
  const fr = invocation.locale === 'fr';
  if (result.outcome === 'notFound') {
    printLine(invocation, fr ? 'Aucune identité trouvée. Statut inchangé.' : 'No identity found. Status unchanged.');
    if (result.hint === 'sandbox') {
      printLine(
        invocation,
        fr
          ? 'Bac à sable : personne peut-être absente du jeu de test.'
          : 'Sandbox: this person may not be in the test set.',
      );
    }
    return;
  }
  if (result.outcome === 'multiple') {
    const add =
      result.next === 'prenoms'
        ? { fr: 'les autres prénoms', en: 'the other first names' }
        : { fr: '--lieu', en: '--lieu' };
    printLine(invocation, fr ? `Plusieurs identités : ajoutez ${add.fr}.` : `Several identities: add ${add.en}.`);
    return;
  }
  const { ins, traits: found, history, findings } = result.identity;
  const show = optionFlag(invocation, 'show');
  printLine(invocation, paint(invocation, 'green', fr ? 'Une identité trouvée' : 'One identity found'));
  printLine(
    invocation,
    `${show ? formatMatricule(ins.matricule) : maskMatricule(ins.matricule)}  ${insNature(ins.oid)} (${insOidKind(ins.oid)})`,
  );
  if (show) {
    const date = formatDateLunaire(found.dateNaissance, 'display');
    printLine(
      invocation,
      [found.nomNaissance, found.listePrenoms, found.sexe, date, found.lieuNaissance].filter(Boolean).join(' · '),
    );
    for (const entry of history)
      printLine(invocation, `  ${entry.matricule} ${entry.oid} ${entry.dateDebut ?? ''} ${entry.dateFin ?? ''}`);
  }
  const rows = result.diff(traits).map((row) => [row.field, row.verdict]);
  printLine(invocation);
  printLine(invocation, table(fr ? ['trait', 'écart'] : ['trait', 'difference'], rows));
  printLine(invocation);
  printLine(
    invocation,
    fr
      ? `Après acceptation : ${NEXT_STATUS} (récupérée). Un document la qualifie.`
      : `Once accepted: ${NEXT_STATUS} (récupérée). A document qualifies it.`,
  );
  printFindings(invocation, findings);
}

function asJson(invocation: Invocation, result: InsiSearchResult, traits: TraitsLocaux): unknown {
  const attempts = result.attempts.map(({ n, cr, code, messageId, at, durationMs }) => ({
    n,
    cr,
    code,
    messageId,
    at,
    durationMs,
  }));
  if (result.outcome === 'multiple') return { outcome: result.outcome, next: result.next, attempts };
  if (result.outcome === 'notFound') return { outcome: result.outcome, hint: result.hint, attempts };
  const { ins, findings, messageId, at } = result.identity;
  return {
    outcome: result.outcome,
    nature: insNature(ins.oid),
    kind: insOidKind(ins.oid),
    status: NEXT_STATUS,
    differences: result.diff(traits).map(({ field, verdict }) => ({ field, verdict })),
    ...(optionFlag(invocation, 'show') ? { identity: result.identity } : {}),
    findings: findingsAsJson(invocation, findings),
    messageId,
    at,
    attempts,
  };
}
