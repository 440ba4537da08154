import './styles/workspace.css';
import { createRoot } from 'react-dom/client';
import { Storage } from '../storage/storage.ts';
import { App } from './shell/App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(<App storage={new Storage()} />);
