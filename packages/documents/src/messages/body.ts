import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../texts.js';

/** What is wrong with a body: contents, PDF, conversion, vendor documents, structured models. */
export const bodyFindings: FindingCatalogue = {
  'documents.body.empty': texts(
    ['Le contenu est vide', 'Le document serait illisible.', 'Joignez le contenu.'],
    ['The content is empty', 'The document would be unreadable.', 'Join the content.'],
  ),
  'documents.body.isPdf': texts(
    ['Un PDF est donné comme texte', 'Il serait affiché comme des caractères.', 'Déclarez le contenu comme PDF.'],
    ['A PDF is given as a text', 'It would be shown as characters.', 'Declare the content as PDF.'],
  ),
  'documents.body.mismatch': texts(
    [
      'Le contenu n’est pas du type {kind}',
      'Ses premiers octets disent autre chose.',
      'Corrigez le type, ou le fichier.',
    ],
    ['The content is not of the type {kind}', 'Its first bytes say something else.', 'Correct the type, or the file.'],
  ),
  'documents.body.older': texts(
    [
      'Type de contenu ancien : {kind}',
      'Le CI-SIS demande désormais du PDF/A-1 ou du texte.',
      'Convertissez-le en PDF/A-1.',
    ],
    ['Older type of content: {kind}', 'The CI-SIS now asks for PDF/A-1 or text.', 'Turn it into PDF/A-1.'],
  ),
  'documents.pdf.notPdf': texts(
    ['Ce n’est pas un PDF', 'Le fichier ne commence pas par %PDF-.', 'Exportez de nouveau le document en PDF/A-1.'],
    ['This is not a PDF', 'The file does not begin with %PDF-.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.truncated': texts(
    [
      'Le PDF est incomplet',
      'Sa fin manque : il a sans doute été coupé.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    ['The PDF is incomplete', 'Its end is missing: it was probably cut.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.encrypted': texts(
    [
      'Le PDF est chiffré',
      'Personne ne pourrait l’ouvrir, et PDF/A l’interdit.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    ['The PDF is encrypted', 'Nobody could open it, and PDF/A forbids it.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.script': texts(
    [
      'Le PDF contient du JavaScript',
      'Un document de santé n’exécute rien.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    ['The PDF holds JavaScript', 'A health document runs nothing.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.action': texts(
    [
      'Le PDF contient une action interdite ({actions})',
      'PDF/A interdit de lancer, d’envoyer ou de jouer quoi que ce soit.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    [
      'The PDF holds a forbidden action ({actions})',
      'PDF/A forbids to launch, send or play anything.',
      'Export the document again as PDF/A-1.',
    ],
  ),
  'documents.pdf.triggers': texts(
    [
      'Le PDF contient des actions déclenchées par la lecture (AA)',
      'PDF/A-1 les interdit dans le catalogue, les champs et les annotations.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    [
      'The PDF holds actions that reading it triggers (AA)',
      'PDF/A-1 forbids them in the catalogue, the fields and the annotations.',
      'Export the document again as PDF/A-1.',
    ],
  ),
  'documents.pdf.embeddedFile': texts(
    ['Le PDF contient un fichier joint', 'PDF/A-1 l’interdit.', 'Exportez de nouveau le document en PDF/A-1.'],
    ['The PDF holds an attached file', 'PDF/A-1 forbids it.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.noClaim': texts(
    [
      'Le PDF ne se déclare pas PDF/A',
      'Ses métadonnées XMP ne le disent pas.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    ['The PDF does not claim to be PDF/A', 'Its XMP metadata do not say so.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.otherPart': texts(
    ['Le PDF se déclare PDF/A-{part}', 'Le CI-SIS demande PDF/A-1.', 'Exportez de nouveau le document en PDF/A-1.'],
    ['The PDF claims to be PDF/A-{part}', 'The CI-SIS asks for PDF/A-1.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.outputIntent': texts(
    ['Profil de couleurs absent', 'PDF/A-1 veut un profil de sortie.', 'Exportez de nouveau le document en PDF/A-1.'],
    ['No colour profile', 'PDF/A-1 wants an output intent.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.trailerId': texts(
    [
      'Le PDF n’a pas d’identifiant de fichier',
      'PDF/A-1 le demande dans la fin du fichier.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    ['The PDF has no file identifier', 'PDF/A-1 asks for it in the trailer.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.font': texts(
    [
      'Polices absentes du PDF ({count})',
      'PDF/A veut que toutes les polices soient dans le fichier.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    ['Fonts not in the PDF ({count})', 'PDF/A wants all fonts in the file.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.transparency': texts(
    ['Le PDF emploie la transparence', 'PDF/A-1 l’interdit.', 'Exportez de nouveau le document en PDF/A-1.'],
    ['The PDF uses transparency', 'PDF/A-1 forbids it.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.objectStreams': texts(
    ['Le PDF emploie des flux d’objets', 'PDF/A-1 se limite à PDF 1.4.', 'Exportez de nouveau le document en PDF/A-1.'],
    ['The PDF uses object streams', 'PDF/A-1 keeps to PDF 1.4.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.notSeen': texts(
    [
      'Une partie du PDF n’a pas pu être examinée',
      'Elle est trop grande ou compressée d’une façon inconnue : ce qu’elle contient n’a pas été vu.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    [
      'A part of the PDF could not be examined',
      'It is too large or compressed in an unknown way: what it holds was not seen.',
      'Export the document again as PDF/A-1.',
    ],
  ),
  'documents.pdf.lzw': texts(
    ['Le PDF emploie la compression LZW', 'PDF/A l’interdit.', 'Exportez de nouveau le document en PDF/A-1.'],
    ['The PDF uses LZW compression', 'PDF/A forbids it.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.pdf.optionalContent': texts(
    [
      'Le PDF a des calques',
      'PDF/A-1 interdit les contenus facultatifs.',
      'Exportez de nouveau le document en PDF/A-1.',
    ],
    ['The PDF has layers', 'PDF/A-1 forbids optional content.', 'Export the document again as PDF/A-1.'],
  ),
  'documents.convert.kind': texts(
    [
      'Ce contenu ne peut pas être converti ({kind})',
      'Seuls un texte et une image JPEG deviennent PDF/A-1 ici.',
      'Exportez-le en PDF/A-1 depuis votre logiciel.',
    ],
    [
      'This content cannot be converted ({kind})',
      'Only a text and a JPEG image become PDF/A-1 here.',
      'Export it as PDF/A-1 from your software.',
    ],
  ),
  'documents.convert.library': texts(
    [
      'La conversion n’est pas installée',
      'Elle a besoin de la bibliothèque {name}.',
      'Ajoutez {name} aux dépendances.',
    ],
    ['The conversion is not installed', 'It needs the library {name}.', 'Add {name} to the dependencies.'],
  ),
  'documents.convert.font': texts(
    [
      'La police manque',
      'Un texte devient PDF/A avec une police, qui entre dans le fichier.',
      'Donnez les octets d’une police TrueType libre.',
    ],
    [
      'The font is missing',
      'A text becomes PDF/A with a font, which goes into the file.',
      'Give the bytes of a free TrueType font.',
    ],
  ),
  'documents.convert.glyph': texts(
    ['Caractères absents de la police ({count})', 'Ils seraient perdus.', 'Prenez une police qui les a.'],
    ['Characters that the font does not have ({count})', 'They would be lost.', 'Take a font that has them.'],
  ),
  'documents.convert.cmyk': texts(
    ['Image en quadrichromie', 'Le profil de couleurs du document est sRVB.', 'Enregistrez l’image en RVB.'],
    ['CMYK image', 'The colour profile of the document is sRGB.', 'Save the image as RGB.'],
  ),
  'documents.convert.damaged': texts(
    ['Le contenu est endommagé ({what})', 'Il n’a pas pu être lu.', 'Vérifiez le fichier.'],
    ['The content is damaged ({what})', 'It could not be read.', 'Check the file.'],
  ),
  'documents.cda.unreadable': texts(
    ['Le CDA ne peut pas être lu', 'La lecture s’est arrêtée : {code}.', 'Vérifiez le fichier.'],
    ['The CDA cannot be read', 'The reading stopped: {code}.', 'Check the file.'],
  ),
  'documents.cda.id': texts(
    ['Le CDA n’a pas d’identifiant', 'ClinicalDocument/id/@root est obligatoire.', 'Donnez un OID au document.'],
    ['The CDA has no identifier', 'ClinicalDocument/id/@root is mandatory.', 'Give the document an OID.'],
  ),
  'documents.cda.extension': texts(
    ['Identifiant avec extension', 'Le DMP veut un OID seul.', 'Mettez tout l’identifiant dans @root.'],
    ['Identifier with an extension', 'The DMP wants an OID alone.', 'Put the whole identifier in @root.'],
  ),
  'documents.cda.otherId': texts(
    [
      'L’identifiant n’est pas celui du CDA',
      'L’envoi et le document se contredisent.',
      'Retirez id de l’envoi, ou corrigez-le.',
    ],
    [
      'The identifier is not that of the CDA',
      'The submission and the document contradict each other.',
      'Remove id from the submission, or correct it.',
    ],
  ),
  'documents.cda.otherType': texts(
    ['Le type n’est pas celui du CDA', 'L’envoi et le document se contredisent.', 'Corrigez le type.'],
    ['The type is not that of the CDA', 'The submission and the document contradict each other.', 'Correct the type.'],
  ),
  'documents.cda.otherPatient': texts(
    [
      'Le CDA est celui d’un autre patient',
      'Son INS n’est pas celle de l’envoi.',
      'N’envoyez rien : vérifiez le dossier.',
    ],
    ['The CDA is that of another patient', 'Its INS is not that of the submission.', 'Send nothing: check the record.'],
  ),
  'documents.cda.insNotQualified': texts(
    [
      'Le CDA porte une INS non qualifiée',
      'L’INS n’accompagne qu’une identité qualifiée.',
      'Qualifiez l’identité, ou refaites le document sans INS.',
    ],
    [
      'The CDA carries an INS that is not qualified',
      'The INS only goes with a qualified identity.',
      'Qualify the identity, or make the document again without the INS.',
    ],
  ),
  'documents.model.type': texts(
    ['Le modèle {model} a un autre type de document', 'Son code est {code}.', 'Donnez ce type au document.'],
    ['The model {model} has another type of document', 'Its code is {code}.', 'Give the document this type.'],
  ),
  'documents.model.label': texts(
    [
      'Libellé du type imposé par le modèle {model}',
      'Les règles officielles veulent « {label} », à la lettre.',
      'Reprenez ce libellé.',
    ],
    [
      'Label of the type fixed by the model {model}',
      'The official rules want “{label}”, to the letter.',
      'Take this label.',
    ],
  ),
  'documents.model.act': texts(
    [
      'Le modèle {model} impose un autre acte',
      'Le code du premier acte est {code}.',
      'Retirez le code de l’acte, ou donnez celui-ci.',
    ],
    [
      'The model {model} fixes another act',
      'The code of the first act is {code}.',
      'Remove the code of the act, or give this one.',
    ],
  ),
  'documents.model.missing': texts(
    ['Le modèle {model} demande {field}', 'Ses règles le rendent obligatoire.', 'Ajoutez-le.'],
    ['The model {model} asks for {field}', 'Its rules make it mandatory.', 'Add it.'],
  ),
  'documents.model.pdfCopy': texts(
    [
      'La copie PDF manque',
      'Le modèle {model} veut une copie du document en PDF/A-1, que les lecteurs affichent d’abord.',
      'Joignez la copie PDF.',
    ],
    [
      'The PDF copy is missing',
      'The model {model} wants a copy of the document as PDF/A-1, which readers show first.',
      'Join the PDF copy.',
    ],
  ),
  'documents.model.attachments': texts(
    [
      'Le modèle {model} ne prend pas de documents joints',
      'Il n’a pas de section « Documents ajoutés ».',
      'Retirez-les, ou déposez-les comme documents à part.',
    ],
    [
      'The model {model} takes no attached documents',
      'It has no section for documents that come along.',
      'Remove them, or deposit them as documents of their own.',
    ],
  ),
  'documents.model.uid': texts(
    [
      'Identifiant DICOM mal formé',
      'Un UID est un OID d’au plus {max} caractères (DICOM PS3.5).',
      'Reprenez celui de l’examen.',
    ],
    [
      'Malformed DICOM identifier',
      'A UID is an OID of at most {max} characters (DICOM PS3.5).',
      'Take that of the study.',
    ],
  ),
  'documents.model.url': texts(
    ['Adresse mal formée', 'Elle commence par http:// ou https://, sans espace ni accent.', 'Corrigez l’adresse.'],
    ['Malformed address', 'It begins with http:// or https://, without space or accent.', 'Correct the address.'],
  ),
  'documents.model.notHere': texts(
    ['{field} n’a pas sa place ici', 'Le modèle ne le prend que dans d’autres cas.', 'Retirez-le.'],
    ['{field} has no place here', 'The model takes it in other cases only.', 'Remove it.'],
  ),
  'documents.prescription.empty': texts(
    [
      'Rien n’est prescrit',
      'Une prescription a au moins un médicament ou un dispositif médical.',
      'Ajoutez une ligne.',
    ],
    ['Nothing is prescribed', 'A prescription has at least one medicine or one device.', 'Add a line.'],
  ),
  'documents.prescription.barcode': texts(
    [
      'Le code de la prescription n’est pas une image',
      'Les règles officielles admettent JPEG, PNG et GIF.',
      'Donnez l’image du code.',
    ],
    [
      'The code of the prescription is no image',
      'The official rules take JPEG, PNG and GIF.',
      'Give the image of the code.',
    ],
  ),
  'documents.cse.accident': texts(
    [
      'Accident domestique sans sa nature',
      'Le certificat dit si c’était un choc, une brûlure, une intoxication ou autre chose.',
      'Dites-en au moins une, ou qu’il n’y a pas eu d’accident (`false`).',
    ],
    [
      'Accident at home without its nature',
      'The certificate says whether it was a trauma, a burn, a poisoning or something else.',
      'Say at least one of them, or that there was no accident (`false`).',
    ],
  ),
  'documents.cse.correspondent': texts(
    [
      'Le médecin qui suivra l’enfant n’est pas dit',
      'Parmi les participants qui ont un rôle fonctionnel, le modèle CSE-CS8 veut un correspondant (CORRE).',
      'Donnez le rôle CORRE au médecin qui suivra l’enfant.',
    ],
    [
      'The doctor who will follow the child is not told',
      'Among the participants that have a function, the model CSE-CS8 wants a correspondent (CORRE).',
      'Give the function CORRE to the doctor who will follow the child.',
    ],
  ),
  'documents.model.addressLines': texts(
    [
      'Adresse en lignes',
      'Ce modèle veut l’adresse du patient et celle de la structure en éléments (numéro, voie, code postal, commune).',
      'Donnez les éléments de l’adresse à la place de `lines`.',
    ],
    [
      'Address in lines',
      'This model wants the address of the patient and that of the structure in parts (number, street, postal code, city).',
      'Give the parts of the address instead of `lines`.',
    ],
  ),
  'documents.ips.informed': texts(
    [
      'Participant informé que la synthèse médicale n’admet pas',
      'Le modèle IPS-FR n’informe que le médecin traitant (PCP) et l’établissement de santé de préférence (ES-PREF), chacun une fois.',
      'Donnez l’un de ces rôles fonctionnels au participant, ou un autre type que INF.',
    ],
    [
      'Informed participant that the medical summary does not take',
      'The model IPS-FR informs the médecin traitant (PCP) and the preferred establishment (ES-PREF) only, each once.',
      'Give the participant one of these functions, or another type than INF.',
    ],
  ),
  'documents.model.patientNull': texts(
    [
      'Adresse ou téléphone du patient absents pour une autre raison que UNK',
      'Le compte rendu de biologie n’admet que « inconnu » (UNK).',
      'Donnez la valeur, retirez-la, ou dites UNK.',
    ],
    [
      'Address or telecom of the patient absent for another reason than UNK',
      'The report of biology only takes “unknown” (UNK).',
      'Give the value, remove it, or say UNK.',
    ],
  ),
  'documents.model.unit': texts(
    ['Unité non admise', 'Les règles officielles admettent : {units}.', 'Convertissez la mesure.'],
    ['Unit not allowed', 'The official rules take: {units}.', 'Convert the measure.'],
  ),
  'documents.vsm.treatingDoctor': texts(
    [
      'Le médecin traitant n’est pas dit',
      'Le VSM est la synthèse que tient le médecin traitant (participant INF, fonction PCP).',
      'Ajoutez le médecin traitant aux participants.',
    ],
    [
      'The treating doctor is not told',
      'The VSM is the summary that the treating doctor keeps (participant INF, function PCP).',
      'Add the treating doctor to the participants.',
    ],
  ),
};
