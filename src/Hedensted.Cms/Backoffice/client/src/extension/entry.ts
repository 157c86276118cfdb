import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import type { UmbEntryPointOnInit } from '@umbraco-cms/backoffice/extension-api';
import { translateKinds, translateLabels, translateMessages } from './danish-labels.js';
import { translateShown } from './danish-shown.js';
import { rememberOpened } from './opened-stamps.js';

/** Runs before the first screen: what is shown is Danish. */
export const onInit: UmbEntryPointOnInit = (host, registry) => {
  rememberOpened();
  registry.extensions.subscribe(translateLabels);
  registry.kinds.subscribe(translateKinds);
  void translateShown();
  host.consumeContext(UMB_NOTIFICATION_CONTEXT, (context) => {
    if (context) translateMessages(context);
  });
};
