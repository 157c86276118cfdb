// Compares what the installed backoffice says in English with what it and our extension say in Danish; prints one line of JSON.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const client = path.resolve(import.meta.dirname, '../../../src/Hedensted.Cms/Backoffice/client');
const umbraco = path.join(client, 'node_modules/@umbraco-cms/backoffice/dist-cms');
const typescript = createRequire(path.join(client, 'package.json'))('typescript');

const umbracos = async (language) => (await import(path.join(umbraco, `assets/lang/${language}.js`))).default;

const ours = async (file, name) => {
  const source = fs.readFileSync(path.join(client, 'src/extension', file), 'utf8').replace('const shown:', 'export const shown:');
  const script = typescript.transpileModule(source, { compilerOptions: { module: 'ESNext', target: 'ES2022' } }).outputText;
  return (await import(`data:text/javascript;base64,${Buffer.from(script).toString('base64')}`))[name];
};

const flat = (texts) => new Map(Object.entries(texts).flatMap(([area, keys]) => Object.entries(keys).map(([key, text]) => [`${area}_${key}`, text])));

const [english, american, danish] = (await Promise.all(['en', 'en-us', 'da'].map(umbracos))).map(flat);
const added = flat(await ours('danish-texts.ts', 'danishTexts'));
const instead = flat(await ours('danish-instead.ts', 'danishInstead'));
const shown = await ours('danish-shown.ts', 'shown');
const inDanish = new Map([...danish, ...added, ...instead]);

// Languages are called by their own names in every language.
const known = [...new Map([...english, ...american])].filter(([key]) => !key.startsWith('uiCulture_'));
// One word can be the same in both languages; two seldom are, but for what begins with a name.
const isSaid = (text) => typeof text === 'string' && !text.startsWith('Umbraco ') && text.split(/\s+/).filter((word) => /[a-z]{2}/i.test(word)).length >= 2;

// Umbraco's elements name themselves as they are defined; those of its library of parts in the comment before them.
const elements = new Map();
const folders = [[path.join(umbraco, 'packages'), /customElement\('([a-z0-9-]+)'\)/g], [path.join(client, 'node_modules/@umbraco-ui/uui/dist/components'), /@element ([a-z0-9-]+)/g]];
for (const [folder, named] of folders) {
  for (const file of fs.readdirSync(folder, { recursive: true })) {
    if (!file.endsWith('.element.js')) continue;
    const source = fs.readFileSync(path.join(folder, file), 'utf8');
    for (const [, tag] of source.matchAll(named)) elements.set(tag, source.replace(/\s+/g, ' '));
  }
}

console.log(
  JSON.stringify({
    known: known.length,
    missing: known.filter(([key]) => !inDanish.has(key)).map(([key]) => key),
    english: known.filter(([key, text]) => isSaid(text) && inDanish.get(key) === text).map(([key]) => key),
    idle: [...added.keys()].filter((key) => danish.has(key)),
    unknown: [...added.keys(), ...instead.keys()].filter((key) => !english.has(key) && !american.has(key)),
    gone: Object.entries(shown).flatMap(([tag, texts]) =>
      Object.keys(texts).filter((text) => !elements.has(tag) || ![...elements.values()].some((source) => source.includes(text))).map((text) => `${tag}: ${text}`),
    ),
  }),
);
