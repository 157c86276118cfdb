import { createHmac, randomUUID } from 'node:crypto';
import { refused, sdk } from '../umbraco.mjs';

const { UserDataService, UserService } = sdk;
const page = { skip: 0, take: 20 };

export default async (site) => {
  const { data: me } = await UserService.getUserCurrent();
  await UserService.getUserCurrentPermissions({ query: { id: [site.terms] } });
  await UserService.getUserCurrentPermissionsDocument({ query: { id: [site.terms] } });
  await UserService.getUserCurrentPermissionsMedia({ query: { id: [await site.folder()] } });

  // What the backoffice remembers about whoever is signed in.
  const data = { key: randomUUID(), group: 'kontrakt', identifier: randomUUID(), value: '{"åben":true}' };
  await UserDataService.postUserData({ body: data });
  await refused(400, () => UserDataService.postUserData({ body: data }));
  await UserDataService.getUserData({ query: { groups: ['kontrakt'], identifiers: [data.identifier], ...page } });
  await UserDataService.getUserDataById({ path: { id: data.key } });
  await UserDataService.putUserData({ body: { ...data, value: '{"åben":false}' } });
  await UserDataService.deleteUserDataById({ path: { id: data.key } });
  await refused(404, () => UserDataService.getUserDataById({ path: { id: data.key } }));

  // Signing in with two steps: turned off by oneself, and by an administrator for somebody who has lost the app.
  const { data: [{ providerName }] } = await UserService.getUserCurrent2Fa();
  const path = { providerName };
  const own = { id: me.id, providerName };
  await refused(404, () => UserService.getUserCurrent2FaByProviderName({ path: { providerName: 'Findes ikke' } }));
  const { data: { secret, recoveryCodes } } = await UserService.getUserCurrent2FaByProviderName({ path });
  await refused(400, () => UserService.postUserCurrent2FaByProviderName({ path, body: { code: 'forkert', secret } }));
  await UserService.postUserCurrent2FaByProviderName({ path, body: { code: codeOf(secret), secret } });
  await refused(400, () => UserService.deleteUserCurrent2FaByProviderName({ path, query: { code: 'forkert' } }));
  await UserService.deleteUserCurrent2FaByProviderName({ path, query: { code: recoveryCodes[0] } });
  const { data: again } = await UserService.getUserCurrent2FaByProviderName({ path });
  await UserService.postUserCurrent2FaByProviderName({ path, body: { code: codeOf(again.secret), secret: again.secret } });
  await UserService.getUserById2Fa({ path: { id: me.id } });
  await UserService.deleteUserById2FaByProviderName({ path: own });
  await refused(404, () => UserService.deleteUserById2FaByProviderName({ path: own }));
};

// The six digits that an app shows now (RFC 6238).
function codeOf(secret) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const step = Buffer.alloc(8);
  step.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)))).update(step).digest();
  const number = hash.readInt32BE(hash.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
