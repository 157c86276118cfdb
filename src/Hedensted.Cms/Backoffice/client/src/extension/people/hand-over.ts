import { umbOpenModal } from '@umbraco-cms/backoffice/modal';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { HAND_OVER_MODAL } from './hand-over-modal.token.js';

interface Told {
  data?: { headline?: string; message?: string };
}

const link = /\s*(https?:\/\/\S+\/umbraco\/login\?\S+)/;

/** A message with a sign-in link in it is shown as a dialog: a message would be gone before the link is copied. */
export function handOverLinks(host: UmbControllerHost, notifications: Record<'peek' | 'stay', (color: never, options: never) => unknown>): void {
  const peek = notifications.peek.bind(notifications) as (color: unknown, options: Told) => unknown;
  notifications.peek = (color: unknown, options: Told) => {
    const { headline = '', message = '' } = options.data ?? {};
    const found = link.exec(message);
    if (!found) return peek(color, options);
    const text = message.replace(found[0], '').replace(/:$/, '.');
    return void umbOpenModal(host, HAND_OVER_MODAL, { data: { headline, text, link: found[1]! } }).catch(() => notifications.stay(color as never, options as never)); // closed without a look: it stays as a message
  };
}
