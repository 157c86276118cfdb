import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import type { UmbEntryPointOnInit } from '@umbraco-cms/backoffice/extension-api';
import { keepHeadersOfCreated } from './created-answers.js';
import { translateKinds, translateLabels, translateMessages } from './danish-labels.js';
import { translateShown } from './danish-shown.js';
import { readEventLists } from './lists/list-repository.js';
import { followOthers } from './live-trees.js';
import { followPublishings } from './live/publishings.js';
import { foldOnNarrowScreens } from './narrow/narrow-screens.js';
import { rememberOpened } from './opened-stamps.js';
import { giveColumnsRoom } from './roomy-columns.js';
import { handOverLinks } from './people/hand-over.js';
import { translatePeople, translateViews } from './people/people-labels.js';
import { showPeople } from './people/people-shown.js';

/** Runs before the first screen: what is shown is Danish, and follows what others save. */
export const onInit: UmbEntryPointOnInit = (host, registry) => {
  keepHeadersOfCreated();
  rememberOpened();
  followPublishings();
  followOthers(host as never);
  registry.extensions.subscribe(translateLabels);
  registry.extensions.subscribe(readEventLists);
  registry.kinds.subscribe(translateKinds);
  registry.kinds.subscribe(translateViews);
  registry.extensions.subscribe(translatePeople);
  void translateShown();
  void giveColumnsRoom();
  void foldOnNarrowScreens();
  showPeople();
  host.consumeContext(UMB_NOTIFICATION_CONTEXT, (context) => {
    if (!context) return;
    translateMessages(context);
    handOverLinks(host as never, context);
  });
};
