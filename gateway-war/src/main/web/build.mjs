// Bundles the pages into dist/: assets under names that carry their content's hash, assets/manifest.json from logical
// to hashed name, and the page templates as they are. Uses nothing but what `npm ci` installed.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
const entries = {
  'player/player.ts': 'player',
  'player/player.css': 'player',
  'gallery/gallery.ts': 'gallery',
  'gallery/gallery.css': 'gallery',
  'studio/studio.ts': 'studio',
  'studio/studio.css': 'studio',
  'viewing/viewing.ts': 'viewing',
  'viewing/viewing.css': 'viewing',
  'viewing/part.ts': 'viewingPart',
  'viewing/part.css': 'viewingPart',
  'upload/upload.ts': 'upload',
  'upload/upload.css': 'upload',
  'picker/picker.ts': 'picker',
  'picker/picker.css': 'picker',
  'aboutYou/aboutYou.ts': 'aboutYou',
  'aboutYou/aboutYou.css': 'aboutYou',
  'notice/notice.ts': 'notice',
  'notice/notice.css': 'notice',
  'connect/connect.ts': 'connect',
  'connect/connect.css': 'connect',
  'session/shell.ts': 'shell',
  'binding/binding.ts': 'binding',
};

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: Object.entries(entries).map(([input, out]) => ({ in: input, out })),
  entryNames: '[name]-[hash]',
  outdir: 'dist/assets',
  bundle: true,
  minify: true,
  metafile: true,
  format: 'iife',
  target: ['es2022', 'safari16'],
  legalComments: 'linked',
  logLevel: 'warning',
});

const manifest = {};
for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (entryPoint) manifest[entries[entryPoint] + (path.endsWith('.css') ? '.css' : '.js')] = basename(path);
}
mkdirSync(join(dist, 'assets'), { recursive: true });
writeFileSync(join(dist, 'assets', 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
cpSync(join(here, 'pages'), join(dist, 'pages'), { recursive: true, filter: (path) => basename(path) !== 'admin' });
cpSync(join(here, 'messages', 'admin'), join(dist, 'messages'), { recursive: true });

// Administrators' pages work without scripts, so their words are put in here: a page for each language.
for (const file of readdirSync(join(here, 'messages', 'admin'))) {
  const language = basename(file, '.json');
  const messages = JSON.parse(readFileSync(join(here, 'messages', 'admin', file), 'utf8'));
  for (const page of readdirSync(join(here, 'pages', 'admin'))) {
    const html = readFileSync(join(here, 'pages', 'admin', page), 'utf8').replace(/\[\[([\w.]+)\]\]/g, (_, key) => {
      if (!messages[key]) throw new Error(`${page} needs the text ${key}, which ${file} does not have`);
      return messages[key].replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    });
    writeFileSync(join(dist, 'pages', `${basename(page, '.html')}-${language}.html`), html);
  }
}
console.log(Object.values(manifest).join('\n'));
