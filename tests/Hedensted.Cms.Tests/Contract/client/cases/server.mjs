import { refused, sdk } from '../umbraco.mjs';

const { DynamicRootService, ManifestService, OEmbedService, ServerService } = sdk;

export default async (site) => {
  await ServerService.getServerStatus();
  await ServerService.getServerConfiguration();
  await ServerService.getServerInformation();
  await ServerService.getServerTroubleshooting();
  await ManifestService.getManifestManifest();
  await ManifestService.getManifestManifestPublic();
  await ManifestService.getManifestManifestPrivate();
  await DynamicRootService.postDynamicRootQuery({
    body: { context: { id: null, parent: { id: site.home } }, query: { origin: { alias: 'Root', id: null }, steps: [] } },
  });
  await refused(400, () => OEmbedService.getOembedQuery({ query: { url: 'https://example.dk/film' } }));
};
