import '@socle-sante/react/styles.css';
import '@socle-sante/react/print.css';
import './controle.css';
import { createRoot } from 'react-dom/client';
import { Page } from './Page.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
