/** As much of Umbraco's registry as we use. */
export interface ExtensionRegistry {
  exclude(alias: string): void;
}
