// Runs a tool of this folder, which is TypeScript: node tools/run.mjs NAME [OPTIONS].
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [name, ...args] = process.argv.slice(2);
const tools = ['screens', 'bench', 'play'];
if (!tools.includes(name)) {
  console.error(`Which tool? There are: ${tools.join(', ')}.`);
  process.exit(2);
}
const path = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
const { module } = await runnerImport(path, {
  configFile: false,
  logLevel: 'error',
  resolve: { conditions: ['@artemis/source'] },
  ssr: { resolve: { conditions: ['@artemis/source'] } },
});
try {
  process.exitCode = await module.main(args);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
