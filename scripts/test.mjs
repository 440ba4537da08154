// npm test: installs what is missing, then everything: types, lint, unit, build, browser.
import { installPackages, run } from './install.mjs';

installPackages();
const { installTools } = await import('./tools.mjs');
await installTools();
for (const [title, command, ...args] of [
  ['类型', 'npx', 'tsc', '-p', '.'],
  ['规范', 'npx', 'biome', 'check', '.'],
  ['单元', 'npx', 'vitest', 'run'],
  ['构建', 'npx', 'vite', 'build', '--logLevel', 'warn'],
  ['浏览器', 'npx', 'playwright', 'test'],
]) {
  const start = Date.now();
  console.log(`\n── ${title} ──`);
  run(command, args);
  console.log(`${title}：${((Date.now() - start) / 1000).toFixed(1)} 秒`);
}
