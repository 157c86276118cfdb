import type { ExtensionRegistry } from './extension-registry.js';
import { notSupportedYet } from './not-supported-yet.js';

/**
 * Runs before anybody is signed in, and so before Umbraco's own extensions are registered. What the server cannot do yet is
 * never shown, and never asks for anything in the moment before it would be hidden.
 */
export const onInit = (_host: unknown, registry: ExtensionRegistry): void => {
  for (const alias of notSupportedYet) registry.exclude(alias);
};
