import type { ExtensionRegistry } from './extension-registry.js';

/**
 * Runs before anybody is signed in. The server has no hub of server events; with this the backoffice never asks for it,
 * and so never keeps anything that only the hub could tell it to forget.
 */
export const onInit = (_host: unknown, registry: ExtensionRegistry): void => registry.exclude('Umb.GlobalContext.ManagementApi.ServerEvent');
