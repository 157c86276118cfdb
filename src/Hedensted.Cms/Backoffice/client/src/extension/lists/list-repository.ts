import { repositoryBeside } from './event-list.repository.js';

interface Registered {
  alias: string;
  api?: unknown;
}

const umbracosAlias = 'Umb.Repository.DocumentCollection';
const ours = new WeakSet<object>();

/**
 * Puts our reading of lists beside Umbraco's. A list asks for its repository by alias, where no other extension can overwrite it, so what
 * is registered under the alias is given another loader before the first list asks.
 */
export function readEventLists(extensions: readonly unknown[]): void {
  for (const extension of extensions as Registered[]) {
    if (extension.alias !== umbracosAlias || ours.has(extension)) continue;
    ours.add(extension);
    const umbracos = extension.api as () => Promise<Record<string, never>>;
    extension.api = async () => {
      const loaded = await umbracos();
      return { api: repositoryBeside(loaded['api'] ?? loaded['default']!) };
    };
  }
}
