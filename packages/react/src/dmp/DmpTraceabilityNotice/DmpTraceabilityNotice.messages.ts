import { defineMessages } from '../../base/messages.js';

/**
 * The two sentences are imposed, in French (requirement SC.DMP/CONF.11; FAQ 10943 of the industriels portal, 15/12/2025): a vendor
 * cannot replace them, and the English line stands under them as a courtesy.
 */
export const dmpTraceabilityNoticeMessages = defineMessages(
  'dmpTraceabilityNotice',
  {
    fr: {
      title: 'Consultation du DMP et de Mon espace santé : vos accès sont tracés',
      trace:
        'Le logiciel peut effectuer des requêtes de recherche de document au nom de l’utilisateur sur les DMP/MES et permet d’en consulter, sur action manuelle, les documents d’intérêt. Ces interactions sont tracées avec l’identifiant national de l’utilisateur et le patient est notifié de ces interactions.',
      liability:
        'Toute consultation de ma part d’un DMP/MES pour lequel le patient (ou son représentant légal) n’a pas donné son consentement m’expose à des poursuites.',
      traceGloss:
        'Le logiciel peut chercher des documents d’un DMP au nom de l’utilisateur ; ces accès sont tracés et le patient en est averti.',
      liabilityGloss:
        'Consulter un DMP sans le consentement du patient ou de son représentant légal expose à des poursuites.',
      tick: 'J’ai lu ces informations',
      understood: 'J’ai compris',
      saving: 'Envoi…',
      period: 'Cette information revient tous les {n} jours.',
      saved: 'Lecture enregistrée',
    },
    en: {
      title: 'Consulting the DMP and Mon espace santé: your accesses are traced',
      trace:
        'Le logiciel peut effectuer des requêtes de recherche de document au nom de l’utilisateur sur les DMP/MES et permet d’en consulter, sur action manuelle, les documents d’intérêt. Ces interactions sont tracées avec l’identifiant national de l’utilisateur et le patient est notifié de ces interactions.',
      liability:
        'Toute consultation de ma part d’un DMP/MES pour lequel le patient (ou son représentant légal) n’a pas donné son consentement m’expose à des poursuites.',
      traceGloss:
        'In English: the software may search documents of a DMP/MES in the name of the user and lets the user read them by a manual gesture. These are traced with the national identifier of the user, and the patient is told.',
      liabilityGloss:
        'In English: any consultation by me of a DMP/MES for which the patient, or the legal representative, did not consent exposes me to prosecution.',
      tick: 'I have read this information',
      understood: 'I understand',
      saving: 'Sending…',
      period: 'This information comes back every {n} days.',
      saved: 'Reading recorded',
    },
  },
  { imposed: ['trace', 'liability'] },
);
