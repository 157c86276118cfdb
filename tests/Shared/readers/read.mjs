// Reads what feeds answer with programs that others made: a line { format, text, … } in, a line of what they found out.
import { createInterface } from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import RssParser from 'rss-parser';
import ts from 'typescript';

const readers = { ics, rss, jsonLd, schemaOrg, jsonSchema };

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let found;
  try {
    found = await readers[asked.format](asked);
  } catch (error) {
    found = { error: String(error?.stack ?? error) };
  }
  console.log(JSON.stringify(found));
}

function ics({ text }) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  return {
    method: calendar.getFirstPropertyValue('method'),
    name: calendar.getFirstPropertyValue('name'),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const value = (name) => component.getFirstPropertyValue(name);
      return {
        uid: event.uid,
        summary: event.summary,
        description: event.description,
        location: event.location,
        sequence: event.sequence,
        status: value('status'),
        url: value('url'),
        geo: value('geo'),
        categories: component.getFirstProperty('categories')?.getValues(),
        isDate: event.startDate.isDate,
        start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
        end: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString(),
        dates: component.getAllProperties().length,
      };
    }),
  };
}

async function rss({ text }) {
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    return { error: JSON.stringify(valid) };
  }
  return await new RssParser({ customFields: { item: ['ev:startdate', 'ev:enddate', 'ev:location'] } }).parseString(text);
}

// Without the network: every term is schema.org's own, which is what its context says of them, too.
async function jsonLd({ text }) {
  const documentLoader = async (url) => ({ contextUrl: null, documentUrl: url, document: { '@context': { '@vocab': 'http://schema.org/' } } });
  const quads = await jsonld.toRDF(JSON.parse(text), { documentLoader, safe: true });
  return { statements: quads.length, subjects: [...new Set(quads.map((quad) => quad.subject.value))] };
}

// schema.org's vocabulary as types (schema-dts): a property that a type does not have, or a value of the wrong kind, is an error.
function schemaOrg({ text, type }) {
  const file = new URL('answer.ts', import.meta.url).pathname;
  const source = `import type { ${type}, WithContext } from 'schema-dts';\nexport const answer: WithContext<${type}> = ${text};\n`;
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options);
  const [readFile, fileExists, getSourceFile] = [host.readFile, host.fileExists, host.getSourceFile];
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, source, options.target, true) : getSourceFile(name, ...rest));
  const program = ts.createProgram([file], options, host);
  return { errors: ts.getPreEmitDiagnostics(program).map((found) => ts.flattenDiagnosticMessageText(found.messageText, '\n')) };
}

function jsonSchema({ text, schema }) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return { valid: validate(JSON.parse(text)), errors: (validate.errors ?? []).slice(0, 20).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`) };
}
