import type { WireUnreachableCode } from './unreachable-error.js';

interface Text {
  readonly title: string;
  readonly action: string;
}

interface UnreachableText {
  readonly message: string;
  readonly retryable: boolean;
  readonly audience: 'user' | 'admin' | 'vendor';
  readonly fr: Text;
  readonly en: Text;
}

const later: { fr: string; en: string } = {
  fr: 'Réessayez dans quelques minutes ; si cela dure, prévenez votre administrateur.',
  en: 'Try again in a few minutes; if it goes on, tell your administrator.',
};

function admin(message: string, fr: Text, en: Text): UnreachableText {
  return { message, retryable: false, audience: 'admin', fr, en };
}

function passing(message: string, fr: string, en: string): UnreachableText {
  return {
    message,
    retryable: true,
    audience: 'user',
    fr: { title: fr, action: later.fr },
    en: { title: en, action: later.en },
  };
}

/** What each code means, who can mend it, and whether trying again can help. */
export const unreachableTexts: Readonly<Record<WireUnreachableCode, UnreachableText>> = {
  'tls.unknownAuthority': admin(
    'The server certificate was not issued by a given authority. Give the right CA certificates (root and intermediate) in tls.ca',
    {
      title: "Le certificat du serveur vient d'une autorité inconnue",
      action: "Installez les certificats d'autorité publiés par le service (racine et intermédiaire).",
    },
    {
      title: 'The server certificate comes from an unknown authority',
      action: 'Install the authority certificates that the service publishes (root and intermediate).',
    },
  ),
  'tls.serverCertificateExpired': admin(
    'The server certificate, or one above it, is expired or not yet valid. Check the clock of this machine, then the service',
    {
      title: 'Le certificat du serveur est hors validité',
      action: "Vérifiez l'heure de ce poste, puis prévenez le service.",
    },
    {
      title: 'The server certificate is out of its dates',
      action: 'Check the clock of this machine, then tell the service.',
    },
  ),
  'tls.hostname': admin(
    'The server certificate is for another host name. Check the address, or tls.servername when the host is reached under another name',
    { title: "Le serveur n'est pas celui attendu", action: "Vérifiez l'adresse du service et le proxy éventuel." },
    {
      title: 'The server is not the expected one',
      action: 'Check the address of the service, and the proxy if there is one.',
    },
  ),
  'tls.revoked': admin(
    'The server certificate is revoked, says the CRL that was given',
    { title: 'Le certificat du serveur est révoqué', action: "N'insistez pas et prévenez le service." },
    { title: 'The server certificate is revoked', action: 'Do not insist; tell the service.' },
  ),
  'tls.revocationUnknown': admin(
    'Revocation cannot be checked: a CRL is missing for an authority of the chain, or is out of date. Give one fresh CRL per authority in tls.crl',
    {
      title: 'La révocation ne peut pas être vérifiée',
      action: "Mettez à jour les listes de révocation (une par autorité) ou l'heure du poste.",
    },
    { title: 'Revocation cannot be checked', action: 'Refresh the revocation lists (one per authority) or the clock.' },
  ),
  'tls.pinMismatch': admin(
    'The server certificate is not one of those pinned in tls.pinnedSha256',
    {
      title: "Le certificat du serveur n'est pas celui épinglé",
      action: "Si le service a renouvelé son certificat, mettez l'empreinte à jour après l'avoir vérifiée.",
    },
    {
      title: 'The server certificate is not the pinned one',
      action: 'If the service renewed its certificate, update the fingerprint after checking it.',
    },
  ),
  'tls.clientCertificateExpired': admin(
    'The client certificate is expired. Renew it; nothing was sent',
    { title: 'Le certificat de votre structure est expiré', action: 'Renouvelez le certificat puis installez-le.' },
    { title: 'Your client certificate is expired', action: 'Renew the certificate, then install it.' },
  ),
  'tls.clientCertificateNotYetValid': admin(
    'The client certificate is not valid yet. Check the clock of this machine; nothing was sent',
    { title: "Le certificat de votre structure n'est pas encore valable", action: "Vérifiez l'heure de ce poste." },
    { title: 'Your client certificate is not valid yet', action: 'Check the clock of this machine.' },
  ),
  'tls.clientCertificateRefused': admin(
    'The server refused the client certificate (TLS alert). Check that it belongs to the right environment (test or production), product and authority, and that it is not revoked',
    {
      title: 'Le service refuse le certificat de votre structure',
      action: "Vérifiez l'environnement (test ou production), le profil du certificat et qu'il n'est pas révoqué.",
    },
    {
      title: 'The service refuses your client certificate',
      action: 'Check the environment (test or production), the certificate profile, and that it is not revoked.',
    },
  ),
  'tls.closedByServer': admin(
    'The server closed the connection during or right after the TLS handshake, without an alert and before any answer. Most often it refuses the client certificate without saying so; it may also be restarting',
    {
      title: 'Le service a coupé la connexion sans répondre',
      action: 'Vérifiez le certificat de votre structure (environnement, autorité, profil), puis réessayez.',
    },
    {
      title: 'The service closed the connection without an answer',
      action: 'Check your client certificate (environment, authority, profile), then try again.',
    },
  ),
  'tls.handshake': admin(
    'The TLS handshake failed',
    {
      title: "La connexion sécurisée n'a pas pu s'établir",
      action: 'Vérifiez le proxy, le pare-feu et la version de TLS (1.2 au moins).',
    },
    {
      title: 'The secure connection could not be made',
      action: 'Check the proxy, the firewall and the TLS version (1.2 at least).',
    },
  ),
  'proxy.refused': admin(
    'The proxy refused to open a tunnel to the service',
    { title: 'Le proxy refuse la connexion au service', action: "Faites autoriser l'adresse du service par le proxy." },
    {
      title: 'The proxy refuses the connection to the service',
      action: 'Have the address of the service allowed by the proxy.',
    },
  ),
  'proxy.authentication': admin(
    'The proxy asks for a user and a password (HTTP 407). Give them in the proxy address',
    { title: 'Le proxy demande une authentification', action: "Renseignez l'utilisateur et le mot de passe du proxy." },
    { title: 'The proxy asks for authentication', action: 'Set the user and the password of the proxy.' },
  ),
  'network.refused': passing(
    'The host refused the connection',
    'Le service refuse la connexion',
    'The service refuses the connection',
  ),
  'network.dns': passing(
    'The host name could not be resolved',
    "L'adresse du service est introuvable",
    'The address of the service was not found',
  ),
  'network.reset': passing('The connection was cut', 'La connexion a été coupée', 'The connection was cut'),
  'network.unreachable': passing(
    'The network or the host is unreachable',
    'Le réseau ou le service est injoignable',
    'The network or the service is unreachable',
  ),
  timeout: passing(
    'The service did not answer in time',
    "Le service n'a pas répondu à temps",
    'The service did not answer in time',
  ),
  aborted: {
    message: 'The call was cancelled by the caller',
    retryable: false,
    audience: 'user',
    fr: { title: 'Appel annulé', action: 'Relancez la demande si besoin.' },
    en: { title: 'Call cancelled', action: 'Start it again if needed.' },
  },
  'response.tooLarge': {
    message: 'The answer is larger than allowed',
    retryable: false,
    audience: 'vendor',
    fr: { title: 'La réponse du service est anormalement volumineuse', action: 'Prévenez votre éditeur.' },
    en: { title: 'The answer of the service is abnormally large', action: 'Tell your software vendor.' },
  },
  'response.truncated': passing(
    'The connection ended before the whole answer came',
    'La réponse du service est incomplète',
    'The answer of the service is incomplete',
  ),
  'response.invalid': {
    message: 'The answer is not valid HTTP, or its content cannot be decoded',
    retryable: false,
    audience: 'admin',
    fr: { title: 'Le service a renvoyé une réponse inattendue', action: "Vérifiez l'adresse du service et le proxy." },
    en: { title: 'The service sent an unexpected answer', action: 'Check the address of the service, and the proxy.' },
  },
};
