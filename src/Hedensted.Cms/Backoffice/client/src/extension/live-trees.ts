import { UMB_ACTION_EVENT_CONTEXT } from '@umbraco-cms/backoffice/action';
import { UmbRequestReloadChildrenOfEntityEvent, UmbRequestReloadStructureForEntityEvent } from '@umbraco-cms/backoffice/entity-action';
import { UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT } from '@umbraco-cms/backoffice/management-api';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';

interface Told {
  eventSource: string;
  eventType: string;
  key: string;
}

const entities: Readonly<Record<string, string>> = {
  'Umbraco:CMS:Document': 'document',
  'Umbraco:CMS:Media': 'media',
  'Umbraco:CMS:DocumentType': 'document-type',
  'Umbraco:CMS:MediaType': 'media-type',
  'Umbraco:CMS:DataType': 'data-type',
  'Umbraco:CMS:DictionaryItem': 'dictionary',
  'Umbraco:CMS:User': 'user',
};

const pause = 250; // milliseconds; many things saved at once are one reading of the tree

/**
 * Lets the trees follow what others save. Umbraco forgets what it keeps when it is told of a change, but leaves what a tree shows as it is
 * until the editor reloads it.
 */
export function followOthers(host: UmbControllerHost & { consumeContext: (token: unknown, callback: (context: never) => void) => unknown }): void {
  let actions: EventTarget | undefined;
  const waiting = new Map<string, Told>();
  let timer: number | undefined;

  const tell = (): void => {
    timer = undefined;
    const told = [...waiting.values()];
    waiting.clear();
    for (const { eventSource, eventType, key } of told) {
      const entityType = entities[eventSource]!;
      if (eventType === 'Created') {
        // Where it stands nobody knows yet; the roots are read again, and branches when they are opened.
        actions?.dispatchEvent(new UmbRequestReloadChildrenOfEntityEvent({ entityType: `${entityType}-root`, unique: null }));
      } else {
        actions?.dispatchEvent(new UmbRequestReloadStructureForEntityEvent({ entityType, unique: key }));
      }
    }
  };

  host.consumeContext(UMB_ACTION_EVENT_CONTEXT, (context: EventTarget | undefined) => (actions = context));
  host.consumeContext(
    UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT,
    (context: { events: { subscribe: (next: (told: Told) => void) => unknown } } | undefined) =>
      context?.events.subscribe((told) => {
        if (!entities[told.eventSource]) return;
        waiting.set(`${told.eventSource} ${told.eventType} ${told.key}`, told);
        timer ??= window.setTimeout(tell, pause);
      }),
  );
}
