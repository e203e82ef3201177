// Writes a .br and a .gz next to each text asset of a built site, and prints what its first view costs: `node compress.mjs DIST`.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSED = /\.(html|css|js|wasm|svg|json|csv|ts|txt|xml|webmanifest)$/;
const FIRST_VIEW = /^(index\.html|(app|crackdown-explorer)-.*\.(css|js|wasm)|icon-.*\.svg)$/;

const dist = process.argv[2];
if (!dist) {
  console.error("usage: node compress.mjs DIST");
  process.exit(2);
}
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
const first = [];
for (const file of readdirSync(dist, { recursive: true }).filter((file) => COMPRESSED.test(file)).sort()) {
  const raw = readFileSync(join(dist, file));
  const br = brotliCompressSync(raw, { params });
  writeFileSync(join(dist, `${file}.br`), br);
  writeFileSync(join(dist, `${file}.gz`), gzipSync(raw, { level: 9 }));
  if (dirname(file) === "." && FIRST_VIEW.test(basename(file))) first.push([file, raw.length, br.length]);
}
if (first.length === 0) {
  console.error(`${dist}: no files of the first view`);
  process.exit(1);
}
const row = (name, raw, br) => console.log(`${String(raw).padStart(9)} ${String(br).padStart(9)}  ${name}`);
row("first view, bytes", "raw", "brotli");
for (const asset of first) row(...asset);
const sum = (column) => first.reduce((total, asset) => total + asset[column], 0);
row("all", sum(1), sum(2));
