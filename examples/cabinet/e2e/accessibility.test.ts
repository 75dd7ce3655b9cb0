import { demoPatients } from '@socle-sante/gateway/demo';
import { describe, it } from 'vitest';
import { expectAccessible, expectContrast, expectNoSidewaysScroll } from './support/axe.ts';
import { act, bringLetter, dialogOf, next, openList, read, region } from './support/dmp.ts';
import { expectStatus, queryInsi, searchPatient } from './support/gestures.ts';
import type { Screen } from './support/screen.ts';
import { cabinetSuite } from './support/suite.ts';

const suite = cabinetSuite({ shared: true });
const record = (name: keyof typeof demoPatients, page = '') => `/dossier/${demoPatients[name]}${page}`;

/** Every page, and every state of a page that a gesture opens. */
const states: Readonly<Record<string, (screen: Screen) => Promise<void>>> = {
  patients: (screen) => screen.open('/'),
  'patients-found': async (screen) => {
    await screen.open('/');
    await searchPatient(screen, '14/07/1977', 'nes');
    await screen.page.getByText('RUTH').first().waitFor();
  },
  create: (screen) => screen.open('/nouveau'),
  'create-refused': async (screen) => {
    await screen.open('/nouveau');
    await screen.button('identityForm.save').click();
    await screen.page
      .getByRole('alert')
      .or(screen.page.getByText(screen.t('insTraits.summary')))
      .first()
      .waitFor();
  },
  'record-provisional': async (screen) => {
    await screen.open(record('houilles'));
    await expectStatus(screen, 'PROV');
  },
  'record-undetermined': async (screen) => {
    await screen.open(record('undetermined'));
    await expectStatus(screen, 'PROV');
  },
  'record-differs': async (screen) => {
    await screen.open(record('tchitchi'));
    await queryInsi(screen);
    await screen.button('insComparison.accept').waitFor();
  },
  'record-refused': async (screen) => {
    await screen.open(record('hermann'));
    await queryInsi(screen);
    await screen.page.getByRole('alert').waitFor();
  },
  'record-document': async (screen) => {
    await screen.open(record('houilles'));
    await screen.button('identityStatusPanel.validate').click();
    await screen.button('justificatifCapture.submit').last().click();
  },
  'record-consequences': async (screen) => {
    await screen.open(record('ruth'));
    await screen.button('identityStatusPanel.setDouteuse').click();
    await screen.button('identityStatusPanel.confirm.setDouteuse').waitFor();
  },
  'record-qualified': async (screen) => {
    await screen.open(record('ruth'));
    await expectStatus(screen, 'QUAL');
    await screen.button('identityStatusPanel.history').click();
  },
  'record-doubtful': async (screen) => {
    await screen.open(record('aurelie'));
    await expectStatus(screen, 'PROV');
  },
  'record-edit': (screen) => screen.open(record('ruth', '/modifier')),
  'record-print': (screen) => screen.open(record('ruth', '/imprimer')),
  'record-dmp': async (screen) => {
    await screen.open(record('dominique', '/dmp'));
    await openList(screen);
  },
  'record-dmp-criteria': async (screen) => {
    await screen.open(record('dominique', '/dmp'));
    const list = await openList(screen);
    await list.getByText(screen.t('dmpDocumentList.more')).click();
    for (const one of ['archived', 'replaced']) {
      await list.getByRole('checkbox', { name: screen.t(`dmpDocumentList.include.${one}`) }).check();
    }
    await screen.button('dmpDocumentList.widen').click();
    await list.getByText(screen.t('dmpDocumentList.count', { n: 7 })).waitFor();
  },
  'record-dmp-reading': async (screen) => {
    await screen.open(record('dominique', '/dmp'));
    const list = await openList(screen);
    await read(screen, list, 'Bilan biologique');
  },
  'record-dmp-deletion': async (screen) => {
    await screen.open(record('dominique', '/dmp'));
    const list = await openList(screen);
    await act(screen, list, 'Compte rendu de consultation', 'delete');
    await dialogOf(screen).waitFor();
  },
  'record-dmp-to-collect': async (screen) => {
    await screen.open(record('ali', '/dmp'));
    const consent = region(screen, 'dmpConsentPanel.title');
    await consent.getByRole('button').first().click();
    await consent.getByRole('radio').first().waitFor();
  },
  'record-dmp-unqualified': async (screen) => {
    await screen.open(record('houilles', '/dmp'));
    await screen.page.getByText(screen.t('dmpAccessPanel.why.notQualified')).first().waitFor();
  },
  'record-dmp-accesses': async (screen) => {
    await screen.open(record('dominique', '/dmp'));
    await screen.page.locator('summary').last().click();
    await screen.page.getByText(screen.t('dmpAccessHistory.authorisations')).first().waitFor();
  },
  'record-sending': async (screen) => {
    await screen.open(record('dominique', '/envoi'));
    await bringLetter(screen);
  },
  'record-sending-check': async (screen) => {
    await screen.open(record('dominique', '/envoi'));
    await bringLetter(screen);
    await next(screen, 'visibility');
    await next(screen, 'check');
  },
  sendings: (screen) => screen.open('/envois'),
  'record-journal': (screen) => screen.open(record('ruth', '/traces')),
  imported: (screen) => screen.open('/importees'),
  journal: (screen) => screen.open('/traces'),
  services: (screen) => screen.open('/services'),
  unknown: (screen) => screen.open('/nulle-part'),
};

const looks = [
  { theme: 'light', locale: 'fr' },
  { theme: 'dark', locale: 'en' },
] as const;

describe.each(looks)('$theme theme, in $locale', (look) => {
  it.each(Object.keys(states))('%s: no axe violation, no sideways scroll at 320 px', async (name) => {
    const screen = await suite.screen(look);
    await states[name]?.(screen);
    await screen.settled();
    await expectAccessible(screen.page);
    await screen.picture(name);
    await screen.page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(screen.page);
    // The narrow page is the same in both looks, but for its colours.
    await (look.theme === 'light' ? expectAccessible(screen.page) : expectContrast(screen.page));
    await screen.picture(`${name}-narrow`);
  });
});
