import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { LockReading, type Lock, type Workspace } from './lock.js';

/** Sits with an open event and locks the fields that come from the library's site, each with a word on where it is changed. */
export class LockContext extends UmbControllerBase {
  constructor(host: UmbControllerHost) {
    super(host);
    new LockReading(this, (lock, workspace) => void this.#apply(lock, workspace));
  }

  async #apply({ sourceName, fields }: Lock, { structure, propertyWriteGuard }: Workspace): Promise<void> {
    if (!sourceName) return;
    for (const alias of fields) {
      const property = await structure.getPropertyStructureByAlias(alias);
      const owner = structure.getContentTypes().find(({ properties }) => properties.some(({ unique }) => unique === property?.unique)); // often a composition
      if (!property || !owner) continue;
      propertyWriteGuard.addRule({ unique: `Hedensted.Lock.${property.unique}`, permitted: false, propertyType: { unique: property.unique } });
      await structure.updateProperty(owner.unique, property.unique, { description: `Låst: rettes på ${sourceName}.` });
    }
  }
}

export { LockContext as api };
