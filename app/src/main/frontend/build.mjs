// Gathers everything a page links to into one folder, each file named by its content, and writes
// the manifest that the templates' Assets class reads. Usage: node build.mjs TARGET_FOLDER
//
// Only Node itself is used: the sources are few, and a bundler would be the largest part of them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const target = resolve(process.argv[2] ?? join(here, '../../../target/classes/static/assets'));
const manifest = {};

install();
mkdirSync(target, { recursive: true });
const fonts = fontFaces();
put('segl.css', [
  ...['dist/theme/designsystemet.css', 'dist/src/index.css'].map((f) => npm('@digdir/designsystemet-css', f)),
  fonts,
  ...readdirSync(join(here, 'css')).sort().map((f) => own('css', f)),
].join('\n'));
put('segl.js', [
  own('js', 'before.js'),
  npm('@digdir/designsystemet-web', 'dist/umd/index.js').replace(/^\/\/# sourceMappingURL.*$/m, ''),
  npm('htmx.org', 'dist/htmx.min.js'),
  own('js', 'segl.js'),
].join('\n;\n'));
put('segl.svg', own('img', 'segl.svg'));
put('licences.txt', licences());
write('assets.json', JSON.stringify(manifest, null, 2) + '\n');
sweep();

/** Installs exactly what the lock file says, and only when it says something new. */
function install() {
  const lock = digest(readFileSync(join(here, 'package-lock.json')));
  const stamp = join(modules, '.segl-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Fetching the pages\' styles, fonts and scripts with npm (once) ...');
  const windows = process.platform === 'win32';
  const npmRun = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--loglevel=error'],
    { cwd: here, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
  if (npmRun.status !== 0) {
    console.error('npm ci failed. It needs a reachable npm registry, or a filled npm cache.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** Inter in the weights and the two alphabets we use; the browser fetches only what a page needs. */
function fontFaces() {
  const ranges = JSON.parse(npm('@fontsource/inter', 'unicode.json'));
  return [400, 500, 600].flatMap((weight) => ['latin', 'latin-ext'].map((subset) => {
    const file = `inter-${subset}-${weight}-normal.woff2`;
    const name = put(file.replace('-normal', ''), readFileSync(join(modules, '@fontsource/inter/files', file)));
    return `@font-face{font-family:Inter;font-style:normal;font-display:swap;font-weight:${weight};`
      + `src:url(${name}) format("woff2");unicode-range:${ranges[subset]}}`;
  })).join('\n');
}

function licences() {
  const packages = Object.keys(JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8')).packages)
    .filter((path) => path.startsWith('node_modules/')).sort();
  return packages.map((path) => {
    const about = JSON.parse(readFileSync(join(here, path, 'package.json'), 'utf8'));
    const file = readdirSync(join(here, path)).find((f) => /^licen[cs]e/i.test(f));
    const text = file ? readFileSync(join(here, path, file), 'utf8').trim() : '';
    return `${about.name} ${about.version} (${about.license})\n\n${text}`;
  }).join('\n\n' + '-'.repeat(78) + '\n\n') + '\n';
}

/** Stores content under a name that changes when the content does, and remembers it. */
function put(name, content) {
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}-${digest(content).slice(0, 10)}${extension}`;
  write(hashed, content);
  manifest[name] = hashed;
  return hashed;
}

/** Writes only what differs, so that nothing downstream sees a change where there is none. */
function write(name, content) {
  const file = join(target, name);
  if (existsSync(file) && Buffer.from(content).equals(readFileSync(file))) return;
  writeFileSync(file, content);
}

function sweep() {
  const kept = new Set([...Object.values(manifest), 'assets.json']);
  readdirSync(target).filter((f) => !kept.has(f)).forEach((f) => rmSync(join(target, f)));
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}

function npm(name, file) {
  return readFileSync(join(modules, name, file), 'utf8');
}

function own(...path) {
  return readFileSync(join(here, ...path), 'utf8');
}
