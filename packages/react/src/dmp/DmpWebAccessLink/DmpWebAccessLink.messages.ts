import { defineMessages } from '../../base/messages.js';

export const dmpWebAccessLinkMessages = defineMessages('dmpWebAccessLink', {
  fr: {
    label: 'Ouvrir dans le DMP (nouvel onglet)',
    'page.TableauDeBord': 'Tableau de bord du DMP (nouvel onglet)',
    'page.DossierPatient': 'Dossier du patient dans le DMP (nouvel onglet)',
    'page.GestionDMPPatient': 'Gestion du DMP du patient (nouvel onglet)',
    'page.Documents': 'Documents dans le DMP (nouvel onglet)',
    'page.ParcoursDeSoins': 'Parcours de soins dans le DMP (nouvel onglet)',
    'page.HistoriqueAcces': 'Historique des accès au DMP (nouvel onglet)',
    'page.VolontesEtDroits': 'Volontés et droits dans le DMP (nouvel onglet)',
    'page.CarnetVaccination': 'Carnet de vaccination du DMP (nouvel onglet)',
    'page.Parametrages': 'Paramètres du DMP (nouvel onglet)',
    opening: 'Ouverture…',
    popup: 'Le navigateur a refusé le nouvel onglet. Autorisez-le pour ce site, puis recommencez.',
  },
  en: {
    label: 'Open in the DMP (new tab)',
    'page.TableauDeBord': 'Dashboard of the DMP (new tab)',
    'page.DossierPatient': 'Record of the patient in the DMP (new tab)',
    'page.GestionDMPPatient': 'Management of the patient’s DMP (new tab)',
    'page.Documents': 'Documents in the DMP (new tab)',
    'page.ParcoursDeSoins': 'Care path in the DMP (new tab)',
    'page.HistoriqueAcces': 'Access history of the DMP (new tab)',
    'page.VolontesEtDroits': 'Wishes and rights in the DMP (new tab)',
    'page.CarnetVaccination': 'Vaccination record of the DMP (new tab)',
    'page.Parametrages': 'Settings of the DMP (new tab)',
    opening: 'Opening…',
    popup: 'The browser refused the new tab. Allow it for this site, then try again.',
  },
});
