import '@socle-sante/react/styles.css';
import '@socle-sante/react/print.css';
import './cabinet.css';
import { createRoot } from 'react-dom/client';
import { Product } from './Product.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Product />);
