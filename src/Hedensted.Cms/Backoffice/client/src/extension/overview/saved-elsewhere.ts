import { UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT } from '@umbraco-cms/backoffice/management-api';
import type { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

const pause = 500; // milliseconds; many things saved at once are one reading

/** Calls back when documents were saved, here or elsewhere, so that an overview is never of yesterday. */
export function onDocumentsSaved(element: UmbLitElement, read: () => void): void {
  let timer: number | undefined;
  element.consumeContext(
    UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT,
    (context: { events: { subscribe: (next: (told: { eventSource: string }) => void) => { unsubscribe: () => void } } } | undefined) => {
      if (!context) return;
      element.observe(context.events as never, (told: { eventSource: string } | undefined) => {
        if (told?.eventSource !== 'Umbraco:CMS:Document') return;
        clearTimeout(timer);
        timer = window.setTimeout(() => element.isConnected && read(), pause);
      }, 'documentsSaved');
    },
  );
}
