import './pages.css';
import { enter } from './session.js';

void enter();
