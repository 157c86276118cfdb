// Lets TypeScript itself say whether what was asked and answered has the types that Umbraco gives it.
import { join } from 'node:path';
import { libraries, models, operations, typescript as ts } from './umbraco.mjs';

// Umbraco leaves it to each site how a second step is set up; this is what its own view of it reads, and the codes to write down.
const secondStep = "export type ISetupTwoFactorModel = { $type: 'SetupTwoFactorModel'; secret: string; qrCodeSetupImageUrl: string; recoveryCodes: string[] } | ISetupTwoFactorModelNoopSetupTwoFactorModel;";

// JSON has no enums; each is the texts that it stands for.
const declarations = models.replace(
  /export declare enum (\w+) \{([^}]*)\}/g,
  (_, name, members) => `export type ${name} = ${[...members.matchAll(/= (".*?")/g)].map(([, text]) => text).join(' | ')};`,
).replace('export type ISetupTwoFactorModel = ISetupTwoFactorModelNoopSetupTwoFactorModel;', secondStep);

// Umbraco's description of its problems leaves out some statuses, gives others as something else than its server answers, and leaves
// out what the backoffice reads of them all.
const problem = `type Problem<Errors, Status> = (Status extends keyof Errors ? (Errors[Status] extends object ? Errors[Status] : Umbraco.ProblemDetails) : Umbraco.ProblemDetails)
  & { operationStatus?: string; errors?: Record<string, string[]> };`;

// Answers that are files, not JSON.
const files = 'interface Blob { readonly size: number } interface File { readonly size: number }';

/** What is wrong with these, as lines; the number is the index of what was asked. */
export function mistakes(asked) {
  const starts = [];
  const lines = ["import type * as Umbraco from './models';", ...problem.split('\n')];
  asked.forEach((one, index) => {
    const name = operations.get(one.operation);
    starts.push([lines.length, index]);
    lines.push(`export const request${index}: Omit<Umbraco.${name}Data, 'url'> = ${literal({ path: one.path, query: one.query, body: one.body })};`);
    const type = one.status < 400 ? `Umbraco.${name}Responses[${one.status}]` : `Problem<Umbraco.${name}Errors, ${one.status}>`;
    lines.push(`export const answer${index}: ${type} = ${literal(one.answer)};`);
  });

  const sources = new Map([['/asked.ts', lines.join('\n')], ['/models.ts', `${files}\n${declarations}`]]);
  const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [], lib: ['lib.es2022.d.ts'] };
  const host = {
    ...ts.createCompilerHost(options),
    getDefaultLibLocation: () => libraries,
    getDefaultLibFileName: () => join(libraries, 'lib.es2022.d.ts'),
    getSourceFile: (file, target) => {
      const text = sources.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, target);
    },
    fileExists: (file) => sources.has(file) || ts.sys.fileExists(file),
    readFile: (file) => sources.get(file) ?? ts.sys.readFile(file),
    getCurrentDirectory: () => '/',
    directoryExists: (folder) => folder === '/' || ts.sys.directoryExists(folder),
  };
  const program = ts.createProgram(['/asked.ts'], options, host);
  const all = [...program.getOptionsDiagnostics(), ...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
  return all.map((problem) => {
    const line = problem.file?.fileName === '/asked.ts' ? problem.file.getLineAndCharacterOfPosition(problem.start).line : 0;
    const at = starts.findLast(([start]) => start <= line)?.[1] ?? 0;
    return { index: at, text: ts.flattenDiagnosticMessageText(problem.messageText, ' ') };
  });
}

function literal(value) {
  return JSON.stringify(value, (_, inner) => (inner instanceof Blob ? { size: inner.size } : inner)) ?? 'undefined';
}
