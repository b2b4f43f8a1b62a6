// Bundles the pages into dist/: assets under names that carry their content's hash, assets/manifest.json from logical
// to hashed name, and the page templates as they are. Uses nothing but what `npm ci` installed.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
  'viewing/viewing.ts': 'viewing',
  'viewing/viewing.css': 'viewing',
  'picker/picker.ts': 'picker',
  'picker/picker.css': 'picker',
  'notice/notice.ts': 'notice',
  'notice/notice.css': 'notice',
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
cpSync(join(here, 'pages'), join(dist, 'pages'), { recursive: true });
console.log(Object.values(manifest).join('\n'));
