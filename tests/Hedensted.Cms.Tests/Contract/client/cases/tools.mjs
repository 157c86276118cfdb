import { randomUUID } from 'node:crypto';
import { refused, sdk } from '../umbraco.mjs';

const { HealthCheckService, LogViewerService, NewsDashboardService, StaticFileService, TemplateService } = sdk;
const page = { skip: 0, take: 10 };
const days = { startDate: '2020-01-01', endDate: '2099-01-01' };

export default async () => {
  await LogViewerService.getLogViewerLevel({ query: page });
  await LogViewerService.getLogViewerLevelCount({ query: days });
  await LogViewerService.getLogViewerLog({ query: { ...page, ...days, orderDirection: 'Descending', filterExpression: "Not(@Level='Verbose')", logLevel: ['Information', 'Warning'] } });
  await LogViewerService.getLogViewerMessageTemplate({ query: { ...page, ...days } });
  await LogViewerService.getLogViewerValidateLogsSize({ query: days });
  await LogViewerService.postLogViewerSavedSearch({ body: { name: 'Fejl', query: 'Has(@Exception)' } });
  await refused(400, () => LogViewerService.postLogViewerSavedSearch({ body: { name: 'Fejl', query: 'igen' } }));
  await LogViewerService.getLogViewerSavedSearch({ query: page });
  await LogViewerService.getLogViewerSavedSearchByName({ path: { name: 'Fejl' } });
  await LogViewerService.deleteLogViewerSavedSearchByName({ path: { name: 'Fejl' } });
  await refused(404, () => LogViewerService.getLogViewerSavedSearchByName({ path: { name: 'Fejl' } }));

  const { data: groups } = await HealthCheckService.getHealthCheckGroup({ query: page });
  const path = { name: groups.items[0].name };
  const { data: group } = await HealthCheckService.getHealthCheckGroupByName({ path });
  await HealthCheckService.postHealthCheckGroupByNameCheck({ path });
  await refused(404, () => HealthCheckService.getHealthCheckGroupByName({ path: { name: 'Findes ikke' } }));
  await refused(400, () => HealthCheckService.postHealthCheckExecuteAction({ body: { healthCheck: { id: group.checks[0].id }, valueRequired: false } }));

  await NewsDashboardService.getNewsDashboard();

  await StaticFileService.getItemStaticFile({ query: { path: ['/intet.js'] } });
  await StaticFileService.getTreeStaticFileRoot({ query: page });
  await StaticFileService.getTreeStaticFileChildren({ query: { parentPath: '/', ...page } });
  await StaticFileService.getTreeStaticFileAncestors({ query: { descendantPath: '/intet.js' } });

  const id = randomUUID();
  await refused(404, () => TemplateService.getTemplateById({ path: { id } }));
  await TemplateService.getItemTemplate({ query: { id: [id] } });
  await TemplateService.getItemTemplateSearch({ query: { query: 'a', ...page } });
  await TemplateService.getTreeTemplateRoot({ query: page });
  await TemplateService.getTreeTemplateChildren({ query: { parentId: id, ...page } });
  await TemplateService.getTreeTemplateAncestors({ query: { descendantId: id } });
  await TemplateService.getTreeTemplateSiblings({ query: { target: id, before: 1, after: 1 } });
};
