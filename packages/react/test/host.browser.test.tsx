import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { MatriculeField } from '../src/common/MatriculeField/MatriculeField.js';
import { OfficialErrorAlert } from '../src/common/OfficialErrorAlert/OfficialErrorAlert.js';
import { officialErrorAlertStates } from '../src/common/OfficialErrorAlert/OfficialErrorAlert.states.js';
import { SocleProvider } from '../src/provider.js';

const sheets = import.meta.glob('../src/{styles,parts,common,ins}/**/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});
const kitCss = Object.entries(sheets)
  .filter(([file]) => !file.endsWith('print.css'))
  .sort(([a], [b]) => Number(b.includes('/styles/')) - Number(a.includes('/styles/')))
  .map(([, css]) => css as string)
  .join('\n');

/** What products have had in their pages for twenty years: resets and styles on elements. */
const hostCss = `
  * { box-sizing: content-box; }
  body { font-family: serif; font-size: 13px; line-height: 1; color: rgb(90, 0, 0); letter-spacing: 2px; text-align: center; text-transform: uppercase; }
  p { margin: 0 0 10px; color: rgb(0, 90, 0); font-size: 11px; }
  button, input { border-radius: 20px; background: rgb(1, 2, 3); color: rgb(250, 250, 0); padding: 30px; margin: 9px; font: 8px monospace; text-transform: uppercase; border: 5px solid red; }
  label { display: inline-block; margin-bottom: 20px; font-weight: 900; }
  dl, ul { margin: 40px; padding: 40px; } dt { float: left; width: 160px; font-weight: 900; } dd { margin-left: 180px; }
  h1, h2, h3 { font-family: fantasy; } svg { width: 60px; } table { border: 3px solid green; }
`;
const watched = [
  'padding-top',
  'margin-top',
  'margin-left',
  'border-top-width',
  'border-top-left-radius',
  'background-color',
  'color',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-transform',
  'text-align',
  'box-sizing',
  'line-height',
  'width',
  'float',
] as const;

function addStyle(css: string): () => void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.prepend(style);
  return () => style.remove();
}

const looks = (root: Element, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((element) => {
    const style = getComputedStyle(element);
    return `${element.tagName}.${element.getAttribute('class')} ${watched.map((name) => `${name}:${style.getPropertyValue(name)}`).join(' ')}`;
  });

function Kit() {
  return (
    <SocleProvider>
      <div style={{ width: '600px', fontFamily: 'sans-serif' }}>
        <OfficialErrorAlert {...officialErrorAlertStates.unavailable} onRetry={() => {}} details="open" />
        <MatriculeField defaultValue="275126322074975" />
      </div>
    </SocleProvider>
  );
}

describe('a host with its own style sheet', () => {
  it('does not change the components', async () => {
    const removeKit = addStyle(kitCss);
    const screen = await render(<Kit />);
    const selector = '.sc-block [class^="sc-"], .sc-block';
    const alone = looks(screen.container, selector);
    const removeHost = addStyle(hostCss);
    const inHost = looks(screen.container, selector);
    removeHost();
    removeKit();
    expect(alone.length).toBeGreaterThan(15);
    const differences = alone.map((look, at) => [look, inHost[at] ?? '']).filter(([a, b]) => a !== b);
    expect(differences).toEqual([]);
  });

  it('is not changed by the style sheet of the kit', async () => {
    const removeHost = addStyle(hostCss);
    const screen = await render(
      <div>
        <h1>Titre</h1>
        <p>
          Texte <a href="#x">lien</a> <strong>gras</strong>
        </p>
        <button type="button">Bouton</button>
        <label htmlFor="host-field">Champ</label>
        <input id="host-field" />
        <table>
          <tbody>
            <tr>
              <td>1</td>
            </tr>
          </tbody>
        </table>
        <ul>
          <li>a</li>
        </ul>
      </div>,
    );
    const before = looks(screen.container, '*');
    const removeKit = addStyle(kitCss);
    const after = looks(screen.container, '*');
    removeKit();
    removeHost();
    expect(after).toEqual(before);
  });
});
