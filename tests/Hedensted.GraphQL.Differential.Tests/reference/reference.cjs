// Answers as the reference implementation does: one line of JSON in (a schema and its cases), one line out.
'use strict';
const readline = require('node:readline');
const printing = require('graphql/utilities/astFromValue');
const { __InputValue } = require('graphql/type/introspection');
const {
  GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLScalarType,
  buildASTSchema, buildSchema, execute, findBreakingChanges, findDangerousChanges, getNamedType, getOperationAST, isAbstractType, isSpecifiedDirective, parse, print, printSchema, specifiedRules, subscribe,
  validate, validateSchema,
} = require('graphql');
const { validateSDL } = require('graphql/validation/validate');
const { specifiedSDLRules } = require('graphql/validation/specifiedRules');

// Defaults are printed as they were written, as version 17 does; version 16 prints what they were coerced to.
const coercedAst = printing.astFromValue;
printing.astFromValue = (value, type) => (value?.written ? value.written : coercedAst(value, type));

const written = value => ({ ...value.astNode.defaultValue, block: false });
__InputValue.getFields().defaultValue.resolve = value => (value.astNode?.defaultValue ? print(written(value)) : null);

Error.stackTraceLimit = 0; // nobody reads them, and they cost more than the rest

const limits = { maxErrors: 100000 };
const places = error => (error.locations ?? []).map(place => [place.line, place.column]);

// Errors that say which rule they come from.
const tagged = specifiedRules.map(rule => context => {
  const own = Object.create(context);
  own.reportError = error => { error.rule = rule.name; context.reportError(error); };
  return rule(own);
});

// ---- The world: every value follows from where it stands, so that both sides know it. World.cs says the same.
function hash(text) {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
const hex = word => word.toString(16).padStart(8, '0');
function bits(number) {
  float[0] = number;
  return hex(words[1]) + hex(words[0]);
}

function canonicalFields(definitions, values) {
  return definitions.filter(d => values[d.name] !== undefined).map(d => `${d.name}:${canonical(values[d.name], d.type)}`).join(',');
}

function canonical(value, type) {
  if (type instanceof GraphQLNonNull) return canonical(value, type.ofType);
  if (value === null) return 'null';
  if (type instanceof GraphQLList) return `[${value.map(item => canonical(item, type.ofType)).join(',')}]`;
  if (type instanceof GraphQLInputObjectType) return `{${canonicalFields(Object.values(type.getFields()), value)}}`;
  if (type instanceof GraphQLEnumType || type.name === 'String' || type.name === 'ID') return `${value.length}|${value}`;
  if (type.name === 'Int') return String(value);
  if (type.name === 'Float') return bits(value);
  if (type.name === 'Boolean') return String(value);
  return canonicalJson(value);
}

function canonicalJson(value) {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return bits(value);
  if (typeof value === 'string') return `${value.length}|${value}`;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return `{${Object.keys(value).filter(key => value[key] !== undefined).map(key => `${key}:${canonicalJson(value[key])}`).join(',')}}`;
}

function valueOf(type, h, given, possible) {
  if (type instanceof GraphQLNonNull) return h % 97 === 0 ? null : valueOf(type.ofType, h % 11 === 0 ? h + 1 : h, given, possible);
  if (h % 11 === 0) return null;
  if (type instanceof GraphQLList) {
    return Array.from({ length: (h >>> 4) % 4 }, (_, i) => valueOf(type.ofType, hash(`${h}/${i}`), given, possible));
  }
  const isMisfit = h % 61 === 0;
  if (type instanceof GraphQLObjectType) return { seed: h, type: type.name };
  if (type instanceof GraphQLEnumType) {
    const values = type.getValues();
    return isMisfit ? 'NOT_A_VALUE' : values[h % values.length].name;
  }
  if (isAbstractType(type)) {
    const names = possible(type);
    return { seed: h, type: isMisfit ? 'Nobody' : names[h % names.length] };
  }
  switch (type.name) {
    case 'Int': return isMisfit ? 2147483648 : (h % 2001) - 1000;
    case 'Float': return isMisfit ? NaN : (h % 100000) / 8 - 1000;
    case 'Boolean': return (h >>> 3) % 2 === 0;
    case 'ID': return `id${h}`;
    case 'String': return given !== '' ? given : h % 7 === 0 ? `æ\u{1F600}\n"\\${h}` : `s${h}`;
    default: return h % 2 === 0 ? h : { h, text: `s${h}` };
  }
}

function inhabit(schema) {
  const names = new Map();
  const possible = type => {
    if (!names.has(type.name)) names.set(type.name, schema.getPossibleTypes(type).map(t => t.name).sort());
    return names.get(type.name);
  };
  const resolve = (source, values, _, info) => {
    const field = info.parentType.getFields()[info.fieldName];
    const given = canonicalFields(field.args, values);
    const h = hash(`${source.seed}.${field.name}(${given})`);
    if (h % 53 === 0) throw new Error('refused');
    return valueOf(field.type, h, given, possible);
  };
  const stream = async function* (source, values, _, info) {
    const h = hash(`${source.seed}~${info.fieldName}`);
    if (h % 7 === 0) throw new Error('refused');
    for (let i = 0; i < 2; i++) yield { seed: hash(`${h}/${i}`) };
  };
  const root = schema.getSubscriptionType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) type.resolveType = value => value.type;
    if (type instanceof GraphQLObjectType) {
      for (const field of Object.values(type.getFields())) {
        field.resolve = resolve;
        if (type === root) field.subscribe = stream;
      }
    }
  }
}

// ---- Schemas
function writtenDefaults(schema) {
  const values = [];
  for (const type of Object.values(schema.getTypeMap())) {
    for (const field of type.getFields ? Object.values(type.getFields()) : []) {
      values.push(...(field.args ?? [field]));
    }
  }
  for (const directive of schema.getDirectives()) values.push(...directive.args);
  for (const value of values) {
    if (value.astNode?.defaultValue) value.defaultValue = { written: written(value) };
  }
  return schema;
}

function printed(schema) {
  const types = Object.values(schema.getTypeMap()).sort((a, b) => (a.name < b.name ? -1 : 1));
  const directives = schema.getDirectives().filter(d => !isSpecifiedDirective(d)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const sorted = Object.create(schema);
  sorted.getTypeMap = () => types;
  sorted.getDirectives = () => directives;
  return printSchema(sorted);
}

function openSchema(sdl) {
  let document;
  try {
    document = parse(sdl);
  } catch (error) {
    return { outcome: { s: places(error)[0] } };
  }
  const broken = validateSDL(document);
  if (broken.length > 0) return { outcome: { v: broken.map(error => ['', places(error)]) } };
  try {
    const schema = buildASTSchema(document, { assumeValidSDL: true });
    const errors = validateSchema(schema);
    if (errors.length > 0) return { outcome: { t: errors.map(error => error.message) } };
    inhabit(schema);
    return { schema, outcome: { p: printed(writtenDefaults(buildASTSchema(document, { assumeValidSDL: true }))) } };
  } catch (error) {
    return { outcome: { t: [error.message] } };
  }
}

// ---- Requests
const answer = result => ({ d: result.data, e: (result.errors ?? []).map(error => [error.path ?? null, places(error)]) });
const refused = result => ({ r: result.errors.map(places) });

async function run(schema, { d, v, o }) {
  let document;
  try {
    document = parse(d);
  } catch (error) {
    return { s: places(error)[0] };
  }
  try {
    if (validate(schema, document, specifiedRules, limits).length > 0) {
      return { v: validate(schema, document, tagged, limits).map(error => [error.rule, places(error)]) };
    }
    const request = { schema, document, variableValues: v, operationName: o, rootValue: { seed: 1 } };
    if (getOperationAST(document, o)?.operation === 'subscription') {
      const stream = await subscribe(request);
      if (!(Symbol.asyncIterator in stream)) return refused(stream);
      const events = [];
      try {
        for await (const event of stream) events.push(answer(event));
      } catch {
        events.push(null);
      }
      return { m: events };
    }
    const result = await execute(request);
    return 'data' in result ? answer(result) : refused(result);
  } catch (error) {
    return { x: error.message };
  }
}

// ---- Changes between two schemas
function changes(before, after) {
  // As the library itself does it: without the printing of defaults as they were written.
  const asWritten = printing.astFromValue;
  printing.astFromValue = coercedAst;
  try {
    const [old, now] = [buildSchema(before), buildSchema(after)];
    return [...findBreakingChanges(old, now), ...findDangerousChanges(old, now)].map(change => [change.type, change.description]);
  } catch {
    return null;
  } finally {
    printing.astFromValue = asWritten;
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const batch = JSON.parse(line);
    if (batch.before !== undefined) {
      process.stdout.write(JSON.stringify({ changes: changes(batch.before, batch.after) }) + '\n');
      continue;
    }
    const { schema, outcome } = openSchema(batch.schema);
    const cases = [];
    for (const one of schema ? batch.cases : []) cases.push(await run(schema, one));
    process.stdout.write(JSON.stringify({ schema: outcome, cases }) + '\n');
  }
})();
