import type { ExtensionRegistry } from './extension-registry.js';
import { notSupportedYet } from './not-supported-yet.js';

/** Runs before the first screen: what the server cannot do yet is never shown. */
export const onInit = (_host: unknown, registry: ExtensionRegistry): void => {
  for (const alias of notSupportedYet) registry.exclude(alias);
};
