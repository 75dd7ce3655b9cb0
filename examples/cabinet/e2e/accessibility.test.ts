import { demoPatients } from '@socle-sante/gateway/demo';
import { describe, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts';
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
    await screen.page.waitForLoadState('networkidle');
    await expectAccessible(screen.page);
    await screen.picture(name);
    await screen.page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(screen.page);
    await expectAccessible(screen.page);
    await screen.picture(`${name}-narrow`);
  });
});
