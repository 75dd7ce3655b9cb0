import { type ErrorTexts, text } from './error-text.js';

const metadata = text(
  'Le DMP refuse la description du document',
  'Détails ci-dessous ; corrigez puis renvoyez',
  'The DMP refuses the description of the document',
  'Details below; correct, then send again',
);
const busy = text(
  'DMP momentanément saturé',
  'Réessayez dans un moment ; un dépôt en file d’attente n’est pas perdu',
  'The DMP is busy for the moment',
  'Try again in a moment; a sending in the queue is not lost',
);
const changed = text(
  'Le document a changé depuis son affichage',
  'Actualisez la liste puis recommencez',
  'The document changed since it was displayed',
  'Refresh the list, then do it again',
);
const present = text(
  'Ce document est déjà dans le DMP',
  'Aucune action',
  'This document is already in the DMP',
  'No action',
);
const other = text(
  'Un autre contenu porte déjà ce numéro',
  'Déposez une nouvelle version (remplacement)',
  'Other content already has this number',
  'Deposit a new version (replacement)',
);
const twice = text(
  'Un même numéro figure deux fois dans l’envoi',
  'Contactez votre éditeur',
  'The same number is twice in the sending',
  'Contact your vendor',
);
const link = text(
  'Structure inconnue ou non liée à votre RPPS',
  'Vérifiez la situation d’exercice choisie',
  'Structure unknown, or not linked to your RPPS number',
  'Check the activity that you chose',
);
const query = text(
  'Le DMP refuse cette recherche',
  'Modifiez les critères, sinon transmettez la référence {messageId} au support',
  'The DMP refuses this search',
  'Change the criteria, or give the reference {messageId} to the support',
);
const missing = text(
  'L’envoi est incomplet',
  'Contactez votre éditeur',
  'The sending is incomplete',
  'Contact your vendor',
);
const update = text(
  'Le DMP refuse cette modification',
  'Actualisez la liste ; si le refus revient, transmettez la référence {messageId} au support',
  'The DMP refuses this change',
  'Refresh the list; if the refusal comes back, give the reference {messageId} to the support',
);

// A refusal by rights: its reason, when it could be known (`params.attribute`).
const rights = {
  blocked: text(
    'Le patient vous a bloqué l’accès à son DMP',
    'Aucun mode d’accès n’y donne droit ; parlez-en avec le patient, qui peut lever le blocage dans Mon espace santé',
    'The patient blocked your access to this DMP',
    'No mode of access gives it; speak about it with the patient, who may lift the block in Mon espace santé',
  ),
  notAuthorised: text(
    'Vous n’êtes pas, ou plus, autorisé à consulter ce DMP',
    'Avec l’accord du patient, déclarez votre autorisation puis recommencez',
    'You are not, or no longer, authorised to read this DMP',
    'With the agreement of the patient, declare your authorisation, then do it again',
  ),
  opposed: text(
    'Le patient s’est opposé au bris de glace',
    'L’accès d’urgence est terminé ; contactez le médecin traitant ou la régulation (15)',
    'The patient opposed emergency access',
    'The emergency access is over; contact the treating doctor or the medical dispatch (15)',
  ),
  profile: text(
    'Votre profession ou votre mode d’accès ne donne pas ce droit au DMP',
    'Demandez à un professionnel qui a ce droit, ou identifiez-vous autrement',
    'Your profession or your mode of access does not give this right in the DMP',
    'Ask a professional who has this right, or sign in another way',
  ),
  document: text(
    'Le DMP ne vous donne pas accès à ce document',
    'Il est masqué ou réservé à son auteur et au médecin traitant ; demandez-le-leur, ou au patient',
    'The DMP does not give you access to this document',
    'It is masked, or kept for its author and the treating doctor; ask them, or the patient',
  ),
};

/** Rows of the DMP: official codes in lower case (DMP, XDS), then codes of the client, then those of the gateway. */
export const dmpErrorTexts: ErrorTexts = {
  // State of the DMP (TD0.2)
  nf: text(
    'Pas de DMP pour cette personne',
    'Le document reste dans le dossier ; MSSanté reste possible',
    'No DMP for this person',
    'The document stays in the record; MSSanté remains possible',
  ),
  terminated: text(
    'DMP fermé',
    'Dépôt et consultation impossibles',
    'DMP closed',
    'Neither deposit nor consultation is possible',
  ),
  // Faults of the DMP
  dmpaccessdeniedbyrightsservice: text(
    'Accès refusé par le DMP',
    'Vos droits, ou un choix du patient, ne permettent pas cette action',
    'Access refused by the DMP',
    'Your rights, or a choice of the patient, do not permit this action',
  ),
  'dmpaccessdeniedbyrightsservice.blocked': rights.blocked,
  'dmpaccessdeniedbyrightsservice.notAuthorised': rights.notAuthorised,
  'dmpaccessdeniedbyrightsservice.opposed': rights.opposed,
  'dmpaccessdeniedbyrightsservice.profile': rights.profile,
  'dmpaccessdeniedbyrightsservice.document': rights.document,
  dmpinvalidcertificate: text(
    'Signature refusée par le DMP',
    'Contactez votre support : mauvais certificat de signature',
    'Signature refused by the DMP',
    'Contact your support: wrong signature certificate',
  ),
  'dmp.structure': link,
  'dmp.structureinactive': link,
  'dmp.rppslink': link,
  'dmp.specialty': text(
    'Spécialité absente de votre session',
    'Vérifiez la situation d’exercice choisie',
    'No speciality in your session',
    'Check the activity that you chose',
  ),
  'dmp.author': text(
    'L’auteur ne correspond pas à votre structure',
    'Choisissez la structure de votre session comme auteur',
    'The author does not match your structure',
    'Choose the structure of your session as author',
  ),
  // XDS, deposit
  xdsrepositorymetadataerror: metadata,
  xdsregistrymetadataerror: metadata,
  invaliddocumentcontent: text(
    'Le DMP refuse le contenu du document',
    'Détails ci-dessous ; corrigez puis renvoyez',
    'The DMP refuses the content of the document',
    'Details below; correct, then send again',
  ),
  xdsrepositorybusy: busy,
  xdsregistrybusy: busy,
  xdsregistrynotavailable: busy,
  xdsrepositoryoutofresources: busy,
  xdsregistryoutofresources: busy,
  xdsrepositoryerror: busy,
  xdsregistryerror: busy,
  xdsduplicateuniqueidinregistry: present,
  xdsnonidenticalhash: other,
  xdsnonidenticalsize: other,
  xdsrepositoryduplicateuniqueidinmessage: twice,
  xdsregistryduplicateuniqueidinmessage: twice,
  xdsmissingdocument: missing,
  xdsmissingdocumentmetadata: missing,
  xdspatientiddoesnotmatch: text(
    'Le document ne concerne pas ce patient',
    'Vérifiez le dossier ouvert ; ne renvoyez pas',
    'The document is not about this patient',
    'Check the record that is open; do not send again',
  ),
  xdsunknownpatientid: text(
    'Pas de DMP pour ce matricule INS',
    'Le document reste dans le dossier ; MSSanté reste possible',
    'No DMP for this INS',
    'The document stays in the record; MSSanté remains possible',
  ),
  // XDS, search, reading, change
  xdsregistrydeprecateddocumenterror: changed,
  xdsmetadataversionerror: changed,
  unresolvedreferenceexception: changed,
  xdsdocumentuniqueiderror: text(
    'Document introuvable',
    'Il a pu être supprimé ; actualisez la liste',
    'Document not found',
    'It may have been deleted; refresh the list',
  ),
  xdsunknownrepositoryid: text(
    'Document introuvable à l’endroit annoncé',
    'Actualisez la liste ; si le refus revient, contactez votre éditeur',
    'Document not found where it was announced',
    'Refresh the list; if the refusal comes back, contact your vendor',
  ),
  xdstoomanyresults: text(
    'Trop de documents',
    'Réduisez la période ou les types',
    'Too many documents',
    'Narrow the period or the types',
  ),
  xdsstoredquerymissingparam: query,
  xdsstoredqueryparamnumber: query,
  xdsunknownstoredquery: query,
  xdsresultnotsinglepatient: query,
  xdsmetadataupdateerror: update,
  xdsmetadataupdateoperationerror: update,
  xdsmetadataidentifiererror: update,
  xdsmetadataannotationerror: update,
  xdspatientidreconciliationerror: update,
  unmodifiablemetadataerror: update,
  xdsinvalidrequestexception: update,
  localpolicyrestrictionerror: update,
  xdsextrametadatanotsaved: text(
    'Le DMP n’a pas gardé toute la description',
    'Le document est déposé ; aucune action',
    'The DMP did not keep the whole description',
    'The document is deposited; no action',
  ),
  partialsuccess: text(
    '{n} document(s) sur {total} récupéré(s)',
    'Les autres sont signalés dans la liste',
    '{n} of {total} document(s) retrieved',
    'The others are marked in the list',
  ),
  // The client of the DMP, without an official code
  'dmp.unavailable': text(
    'Le DMP ne répond pas',
    'Poursuivez ; les dépôts sont en file d’attente, réessayez la consultation plus tard',
    'The DMP does not answer',
    'Go on; deposits are queued, try to read again later',
  ),
  'dmp.fault': text(
    'Le DMP refuse la demande',
    'Transmettez la référence {messageId} au support',
    'The DMP refuses the request',
    'Give the reference {messageId} to the support',
  ),
  'dmp.answer': text(
    'Réponse du DMP inexploitable',
    'Réessayez une fois, sinon transmettez la référence {messageId} au support',
    'The answer of the DMP cannot be used',
    'Retry once, or give the reference {messageId} to the support',
  ),
  'dmp.protocol': text(
    'Réponse du DMP inexploitable',
    'Réessayez une fois, sinon transmettez la référence {messageId} au support',
    'The answer of the DMP cannot be used',
    'Retry once, or give the reference {messageId} to the support',
  ),
  'dmp.config': text(
    'Le DMP refuse la configuration de ce logiciel',
    'Contactez votre support',
    'The DMP refuses the configuration of this software',
    'Contact your support',
  ),
  'dmp.integrity': text(
    'Le contenu reçu ne correspond pas à l’empreinte annoncée',
    'N’utilisez pas ce document ; transmettez la référence {messageId} au support',
    'The content received does not match its digest',
    'Do not use this document; give the reference {messageId} to the support',
  ),
  'dmp.indirect': text(
    'Consultation impossible sans authentification d’un professionnel',
    'Connectez-vous avec Pro Santé Connect ou une carte CPS',
    'No consultation without the authentication of a professional',
    'Sign in with Pro Santé Connect or a CPS card',
  ),
  'dmp.none': text(
    'Pas de DMP pour cette personne',
    'Le document reste dans le dossier ; MSSanté reste possible',
    'No DMP for this person',
    'The document stays in the record; MSSanté remains possible',
  ),
  'dmp.closed': text(
    'DMP fermé',
    'Dépôt et consultation impossibles',
    'DMP closed',
    'Neither deposit nor consultation is possible',
  ),
  'dmp.busy': busy,
  'dmp.refused': text(
    'Le DMP a refusé la demande',
    'Lisez le motif sous « Détails » ; sinon transmettez la référence {messageId} au support',
    'The DMP refused the request',
    'Read the reason under “Details”, or give the reference {messageId} to the support',
  ),
  'dmp.refused.rights': text(
    'Accès refusé par le DMP',
    'Vos droits, ou un choix du patient, ne permettent pas cette action',
    'Access refused by the DMP',
    'Your rights, or a choice of the patient, do not permit this action',
  ),
  'dmp.refused.rights.blocked': rights.blocked,
  'dmp.refused.rights.notAuthorised': rights.notAuthorised,
  'dmp.refused.rights.opposed': rights.opposed,
  'dmp.refused.rights.profile': rights.profile,
  'dmp.refused.rights.document': rights.document,
  'dmp.refused.message': metadata,
  'dmp.refused.stale': changed,
  'dmp.refused.duplicate': present,
  'dmp.refused.query': query,
  'dmp.refused.policy': update,
  'dmp.deposit.unknown': text(
    'Le DMP n’a pas confirmé le dépôt',
    'Le document sera recherché au DMP avant tout nouvel envoi, rien n’est perdu',
    'The DMP did not confirm the deposit',
    'The document will be looked for in the DMP before it is sent again, nothing is lost',
  ),
  'dmp.forbiddenByMode': text(
    'Votre mode d’authentification ne permet pas cette action au DMP',
    'Connectez-vous avec Pro Santé Connect ou une carte CPS',
    'Your way of signing in does not permit this action in the DMP',
    'Sign in with Pro Santé Connect or a CPS card',
  ),
  'dmp.input': text(
    'Demande refusée avant d’interroger le DMP',
    'Corrigez ce qui est signalé, sinon contactez votre éditeur',
    'Request refused before the DMP was asked',
    'Correct what is marked, or contact your vendor',
  ),
  'dmp.journal': text(
    'La trace du dépôt n’a pas pu être gardée',
    'Le dépôt n’a pas été envoyé ; contactez votre support',
    'The trace of the deposit could not be kept',
    'The deposit was not sent; contact your support',
  ),
  'dmp.unsupported': text(
    'Fonction non disponible avec le DMP',
    'Contactez votre éditeur',
    'Not available with the DMP',
    'Contact your vendor',
  ),
  'documents.prepare': text(
    'L’envoi ne peut pas être préparé',
    'Corrigez les points signalés puis recommencez',
    'The sending cannot be prepared',
    'Correct the points that are marked, then try again',
  ),
  // The gateway
  'gateway.consent': text(
    'Consultation impossible : le consentement du patient n’est pas recueilli ou a été refusé',
    'Informez le patient et enregistrez son choix',
    'No consultation: the consent of the patient is not collected, or was refused',
    'Inform the patient and record the choice',
  ),
  'gateway.consent.refused': text(
    'Le patient a refusé la consultation de son DMP',
    'Aucun appel n’est fait ; le choix peut être modifié à tout moment',
    'The patient refused the consultation of the DMP',
    'No call is made; the choice may be changed at any time',
  ),
  'gateway.busy.sending': text(
    'Cet envoi est déjà en cours',
    'Attendez un instant : le suivi dira ce qu’il devient',
    'This sending is under way already',
    'Wait a moment: the follow-up will say what becomes of it',
  ),
  'gateway.busy.filing': text(
    'Ce document est en cours d’intégration',
    'Attendez un instant puis actualisez le dossier',
    'This document is being filed',
    'Wait a moment, then refresh the record',
  ),
  'gateway.conflict.sent': text(
    'Une partie de ces documents est déjà envoyée',
    'Envoyez les autres seuls',
    'Some of these documents were sent already',
    'Send the others by themselves',
  ),
  'gateway.conflict.sending': text(
    'Cet envoi a changé entre-temps',
    'Actualisez la file des envois',
    'This sending changed meanwhile',
    'Refresh the queue',
  ),
  'gateway.feeding': text(
    'Le patient s’oppose à l’alimentation de son DMP',
    'Le document reste dans le dossier',
    'The patient opposes the feeding of the DMP',
    'The document stays in the record',
  ),
  'gateway.held': text(
    'Document retenu : il ne doit pas être envoyé',
    'Levez la retenue de ce document si c’était une erreur',
    'Document held back: it must not be sent',
    'Release this document if that was a mistake',
  ),
  'gateway.findings': text(
    'Le document n’est pas prêt à être envoyé',
    'Corrigez les points signalés',
    'The document is not ready to be sent',
    'Correct the points that are marked',
  ),
  'gateway.derivationExpired': text(
    'La préparation a expiré',
    'Préparez le document de nouveau',
    'The preparation expired',
    'Prepare the document again',
  ),
  'gateway.document': text(
    'Fichier illisible',
    'Choisissez un PDF, un texte, une image JPEG ou TIFF, ou un document CDA',
    'Unreadable file',
    'Choose a PDF, a text, a JPEG or TIFF image, or a CDA document',
  ),
  'gateway.emergency': text(
    'Accès d’urgence non permis',
    'Le DMP n’est pas accessible : vérifiez les conditions d’accès',
    'Emergency access is not permitted',
    'The DMP cannot be reached: check the conditions of access',
  ),
  'gateway.emergency.refused': text(
    'Le patient a refusé la consultation de son DMP',
    'Ce choix arrête aussi l’accès d’urgence ; s’il a changé, enregistrez-le d’abord',
    'The patient refused the consultation of the DMP',
    'This choice stops the emergency access too; if it changed, record it first',
  ),
  'gateway.emergency.normalAccess': text(
    'Accès d’urgence inutile',
    'L’accès normal est possible : ouvrez le DMP',
    'No need of an emergency access',
    'The normal access is possible: open the DMP',
  ),
  'gateway.emergency.blocked': rights.blocked,
  'gateway.emergency.profile': text(
    'Votre profession ne donne pas droit au bris de glace',
    'Demandez à un professionnel qui a ce droit, ou contactez la régulation (15)',
    'Your profession does not give the right to emergency access',
    'Ask a professional who has this right, or contact the medical dispatch (15)',
  ),
  'gateway.emergency.regulation': text(
    'L’accès de régulation est déjà ouvert',
    'Ouvrez le DMP',
    'The access of medical dispatch is open already',
    'Open the DMP',
  ),
  'gateway.emergency.opposed': text(
    'Le patient s’est opposé au bris de glace',
    'Aucun accès d’urgence n’est possible ; contactez le médecin traitant ou la régulation (15)',
    'The patient opposed emergency access',
    'No emergency access is possible; contact the treating doctor or the medical dispatch (15)',
  ),
  'gateway.handle': text(
    'Document inconnu de ce dossier',
    'Actualisez la liste',
    'Document unknown to this record',
    'Refresh the list',
  ),
  'gateway.identityDiffers': text(
    'L’identité de ce document diffère du dossier',
    'Vérifiez qu’il s’agit du même patient avant d’intégrer',
    'The identity of this document differs from the record',
    'Check that it is the same patient before filing',
  ),
};
