import { UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN } from '@umbraco-cms/backoffice/document';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { UmbId } from '@umbraco-cms/backoffice/id';
import { tryExecute } from '@umbraco-cms/backoffice/resources';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { longDay } from '../overview/dates.js';
import type { PlanDate } from './series-plan.js';

/** «Ret denne dato»: opens the document that changes a date, and makes it when there is none. */
export async function changeDate(host: UmbControllerHost, series: string, type: string, date: PlanDate): Promise<void> {
  const unique = date.changedBy ?? (await make(host, series, type, date));
  if (unique) history.pushState(null, '', UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN.generateAbsolute({ unique }));
}

async function make(host: UmbControllerHost, series: string, type: string, date: PlanDate): Promise<string | undefined> {
  const id = UmbId.new();
  const body = {
    id,
    parent: { id: series },
    documentType: { id: type },
    template: null,
    values: [{ alias: 'originalStart', culture: null, segment: null, editorAlias: 'Umbraco.DateTimeUnspecified', value: { date: date.startsAt, timeZone: null } }],
    variants: [{ culture: null, segment: null, name: `Rettelse ${longDay(date.startsAt.slice(0, 10))}` }],
  };
  const { error } = await tryExecute(host, umbHttpClient.post({ url: '/umbraco/management/api/v1/document', body, security: [{ scheme: 'bearer', type: 'http' }] } as never));
  return error ? undefined : id;
}
