import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/lobby.css';
import './styles/bridge.css';
import './styles/instruments.css';
import './styles/helm.css';
import './styles/stations.css';
import './styles/engineering.css';
import './styles/main-screen.css';
import './styles/low.css';
import { render } from 'preact';
import { App } from './app/app.js';
import { AppStore } from './app/store.js';

const store = new AppStore();
store.start();
render(<App store={store} />, document.getElementById('app')!);
