// Administrative data, closing, pages of the web access: TD1.3a, TD1.3b, TD1.4, TD0.9.

import type { AdministrativeAuthor, WebPage } from '@socle-sante/dmp';
import { readPatient } from '../../files/patient-file.js';
import { optionFlag, optionText, optionTexts } from '../../frame/command.js';
import { EXIT } from '../../frame/exit.js';
import { printJson, printLine } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import type { OpenDmp } from '../../service/dmp.js';
import { noteReference, printAnswer, yesNo } from './answer.js';
import { dmpCommand, PATIENT_OPTIONS, patientInput, SHOW_OPTION } from './shared.js';

const ADMIN = 'socle dmp admin --patient identity-state.json';

export const dmpAdmin = dmpCommand({
  path: ['dmp', 'admin'],
  usage: '--patient FILE',
  official: 'TD1.3a (HL7 v3 PRPA_IN201307UV02)',
  summary: {
    fr: 'TD1.3a : oppositions et données administratives',
    en: 'TD1.3a: oppositions and administrative data',
  },
  options: { show: SHOW_OPTION, ...PATIENT_OPTIONS },
  example: ADMIN,
  async run(invocation, { client }) {
    const data = await client.administrativeData(await patientInput(invocation, ADMIN));
    const { telecoms, addresses, legalRepresentatives, ...common } = data;
    const show = optionFlag(invocation, 'show');
    printAnswer(invocation, { ...common, ...(show ? { telecoms, addresses, legalRepresentatives } : {}) }, [
      [{ fr: 'DMP', en: 'DMP' }, data.status],
      [{ fr: 'Opposé au bris de glace', en: 'Opposed to bris de glace' }, yesNo(invocation, data.opposedToBrisDeGlace)],
      [
        { fr: 'Opposé à l’accès d’urgence', en: 'Opposed to emergency access' },
        yesNo(invocation, data.opposedToEmergencyAccess),
      ],
      [{ fr: 'Représentants légaux', en: 'Legal representatives' }, String(legalRepresentatives.length)],
      ...(show
        ? ([
            [{ fr: 'Contacts', en: 'Contacts' }, telecoms.join(', ')],
            [
              { fr: 'Adresses', en: 'Addresses' },
              addresses.map((one) => [...one.lines, one.postalCode, one.city].filter(Boolean).join(' ')).join(' ; '),
            ],
          ] as const)
        : []),
    ]);
    noteReference(invocation, data.messageId);
    return EXIT.ok;
  },
});

const UPDATE = 'socle dmp admin update --patient identity-state.json --telecom tel:0102030405';

export const dmpAdminUpdate = dmpCommand({
  path: ['dmp', 'admin', 'update'],
  usage: '--patient FILE',
  official: 'TD1.3b (HL7 v3 PRPA_IN201314UV02)',
  summary: { fr: 'TD1.3b : change contacts ou adresse', en: 'TD1.3b: changes contacts or address' },
  details: {
    fr: 'Refusé par le DMP pour un dossier de Mon espace santé.',
    en: 'Refused by the DMP for a record of Mon espace santé.',
  },
  options: {
    telecom: {
      type: 'string',
      multiple: true,
      value: 'tel:…|mailto:…',
      help: { fr: 'contact, plusieurs fois', en: 'contact, several times' },
    },
    street: { type: 'string', multiple: true, value: 'TEXT', help: { fr: 'ligne d’adresse', en: 'line of address' } },
    'postal-code': { type: 'string', value: 'CODE', help: { fr: 'code postal', en: 'postal code' } },
    city: { type: 'string', value: 'VILLE', help: { fr: 'ville', en: 'city' } },
    ...PATIENT_OPTIONS,
  },
  example: UPDATE,
  async run(invocation, dmp) {
    const telecoms = optionTexts(invocation, 'telecom');
    const lines = optionTexts(invocation, 'street');
    const postalCode = optionText(invocation, 'postal-code');
    const city = optionText(invocation, 'city');
    const moved = lines.length > 0 || postalCode !== undefined || city !== undefined;
    if (telecoms.length === 0 && !moved) {
      throw new UsageError({ fr: 'Rien à changer.', en: 'Nothing to change.' }, UPDATE);
    }
    const { messageId } = await dmp.client.updateAdministrativeData({
      ...(await patientInput(invocation, UPDATE)),
      author: authorOf(dmp),
      ...(telecoms.length === 0 ? {} : { telecoms }),
      ...(moved
        ? {
            address: {
              lines,
              ...(postalCode === undefined ? {} : { postalCode }),
              ...(city === undefined ? {} : { city }),
            },
          }
        : {}),
    });
    printAnswer(invocation, { updated: true, messageId }, [[{ fr: 'Enregistré', en: 'Saved' }, '']]);
    noteReference(invocation, messageId);
    return EXIT.ok;
  },
});

const CLOSE = 'socle dmp close --patient identity-state.json --yes';

export const dmpClose = dmpCommand({
  path: ['dmp', 'close'],
  usage: '--patient FILE --yes',
  official: 'TD1.4 (HL7 v3 PRPA_IN201314UV02, FERM)',
  summary: {
    fr: 'TD1.4 : ferme le DMP, à la demande du patient',
    en: 'TD1.4: closes the DMP, at the patient’s request',
  },
  details: {
    fr: 'Refusé par le DMP pour un dossier de Mon espace santé. Personne ne peut le rouvrir.',
    en: 'Refused by the DMP for a record of Mon espace santé. Nobody can open it again.',
  },
  options: {
    yes: { type: 'boolean', help: { fr: 'confirme la fermeture', en: 'confirms' } },
    comment: { type: 'string', value: 'TEXT', help: { fr: 'commentaire', en: 'comment' } },
    ...PATIENT_OPTIONS,
  },
  example: CLOSE,
  async run(invocation, dmp) {
    if (!optionFlag(invocation, 'yes')) {
      throw new UsageError({ fr: 'Confirmez avec --yes.', en: 'Confirm with --yes.' }, CLOSE);
    }
    const comment = optionText(invocation, 'comment');
    const { messageId } = await dmp.client.closeRecord({
      ...(await patientInput(invocation, CLOSE)),
      author: authorOf(dmp),
      ...(comment === undefined ? {} : { comment }),
    });
    printAnswer(invocation, { closed: true, messageId }, [[{ fr: 'Fermé', en: 'Closed' }, '']]);
    noteReference(invocation, messageId);
    return EXIT.ok;
  },
});

const PAGES: readonly WebPage[] = [
  'TableauDeBord',
  'DossierPatient',
  'GestionDMPPatient',
  'Documents',
  'ParcoursDeSoins',
  'HistoriqueAcces',
  'Parametrages',
  'VolontesEtDroits',
  'CarnetVaccination',
];
const WEB = 'socle dmp web TableauDeBord';

export const dmpWeb = dmpCommand({
  path: ['dmp', 'web'],
  usage: 'PAGE',
  official: 'TD0.9 (PDT-INF-527)',
  summary: { fr: 'TD0.9 : adresse d’une page de l’accès web', en: 'TD0.9: address of a page of the web access' },
  details: {
    fr: `Rien n’est envoyé. Avec --patient, l’adresse contient le matricule : ne la journalisez pas. Pages : ${PAGES.join(', ')}.`,
    en: `Nothing is sent. With --patient, the address holds the matricule: do not log it. Pages: ${PAGES.join(', ')}.`,
  },
  options: PATIENT_OPTIONS,
  example: WEB,
  async run(invocation, { client }) {
    const page = PAGES.find((known) => known === invocation.positionals[0]);
    if (page === undefined) {
      throw new UsageError({ fr: `Page : ${PAGES.join(', ')}.`, en: `Page: ${PAGES.join(', ')}.` }, WEB);
    }
    const named = optionText(invocation, 'patient') !== undefined;
    const url = client.webAccessUrl({ page, ...(named ? { patient: await readPatient(invocation, WEB) } : {}) });
    if (invocation.json) printJson(invocation, { url });
    else printLine(invocation, url);
    return EXIT.ok;
  },
});

function authorOf({ settings }: OpenDmp): AdministrativeAuthor {
  const { user, structure } = settings.identity;
  return {
    idNat: user.idNat,
    family: user.family,
    given: user.given,
    structure: { idNat: structure.idNat, name: structure.name },
  };
}
