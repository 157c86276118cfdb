import { randomUUID } from 'node:crypto';
import { refused, sdk } from '../umbraco.mjs';

const { DocumentService, RedirectManagementService } = sdk;
const page = { skip: 0, take: 20 };

export default async (site) => {
  await RedirectManagementService.getRedirectManagementStatus();
  await RedirectManagementService.postRedirectManagementStatus({ query: { status: 'Disabled' } });
  await RedirectManagementService.postRedirectManagementStatus({ query: { status: 'Enabled' } });

  const id = await site.published(`Før ${randomUUID()}`);
  const path = { id };
  await until(async () => (await DocumentService.getDocumentUrls({ query: { id: [id] } })).data[0].urlInfos[0].url);
  await rename(site, id);

  // Where a document stood is noted behind the edition that moved it.
  const old = await until(async () => (await RedirectManagementService.getRedirectManagementById({ path, query: page })).data.items[0], () => rename(site, id));
  await RedirectManagementService.getRedirectManagement({ query: { ...page, filter: old.originalUrl.slice(1, 8) } });
  await RedirectManagementService.deleteRedirectManagementById({ path: { id: old.id } });
  await refused(404, () => RedirectManagementService.deleteRedirectManagementById({ path: { id: old.id } }));
};

async function rename(site, id) {
  const opened = await site.opened(id);
  await DocumentService.putDocumentByIdUpdateAndPublish({
    path: { id },
    body: { ...opened, variants: opened.variants.map((variant) => ({ ...variant, name: `Efter ${randomUUID()}` })), culturesToPublish: [] },
  });
}

// The address may change before it was noted the first time; then it is changed once more.
async function until(ask, otherwise = async () => {}) {
  for (let round = 0; round < 100; round++) {
    const found = await ask();
    if (found) return found;
    if (round % 20 === 19) await otherwise();
  }
  throw new Error('It did not come.');
}
