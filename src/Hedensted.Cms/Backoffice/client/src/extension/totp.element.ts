import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

interface SetUp {
  secret: string;
  qrCodeSetupImageUrl: string;
  recoveryCodes: string[];
}

/** Turns the second step of sign-in on: the picture for the app, the codes to write down, and the code that proves that the app works. */
export default class TotpElement extends UmbLitElement {
  static override properties = {
    providerName: { type: String },
    displayName: { type: String },
    callback: { attribute: false },
    close: { attribute: false },
    _setUp: { state: true },
    _wrong: { state: true },
  };

  declare providerName: string;
  declare displayName: string;
  declare callback: (provider: string, code: string, secret: string) => Promise<{ error?: unknown }>;
  declare close: () => void;
  declare _setUp: SetUp | undefined;
  declare _wrong: boolean;

  protected override async firstUpdated() {
    const { data } = await umbHttpClient.get<{ 200: SetUp }>({
      url: `/umbraco/management/api/v1/user/current/2fa/${this.providerName}`,
      security: [{ scheme: 'bearer', type: 'http' }],
    });
    this._setUp = data as SetUp | undefined;
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const code = String(new FormData(event.target as HTMLFormElement).get('code') ?? '').trim();
    if (!code || !this._setUp) return;
    const { error } = await this.callback(this.providerName, code, this._setUp.secret);
    this._wrong = Boolean(error);
    if (!error) this.close();
  }

  override render() {
    if (!this._setUp) return html`<uui-loader-bar></uui-loader-bar>`;
    return html`
      <form @submit=${this.#submit}>
        <umb-body-layout headline=${this.displayName}>
          <uui-box headline-variant="h4" headline="1. Hent en app, og scan billedet">
            <p>Brug for eksempel Microsoft Authenticator eller Google Authenticator.</p>
            <img src=${this._setUp.qrCodeSetupImageUrl} alt="QR-kode til appen" width="220" height="220" />
            <p>Kan du ikke scanne, så skriv nøglen: <code id="secret">${this._setUp.secret}</code></p>
          </uui-box>
          <uui-box headline-variant="h4" headline="2. Gem nødkoderne">
            <p>Mister du telefonen, kan du logge ind med en af dem. Hver virker én gang. De vises kun nu.</p>
            <ul>
              ${this._setUp.recoveryCodes.map((code) => html`<li><code>${code}</code></li>`)}
            </ul>
          </uui-box>
          <uui-box headline-variant="h4" headline="3. Skriv koden fra appen">
            <uui-input id="code" name="code" label="Kode fra appen" inputmode="numeric" autocomplete="one-time-code" required></uui-input>
            <p role="alert">${this._wrong ? 'Koden er forkert. Vent på den næste, og prøv igen.' : ''}</p>
          </uui-box>
          <div slot="actions">
            <uui-button type="button" look="secondary" label="Luk" @click=${this.close}></uui-button>
            <uui-button type="submit" look="primary" color="positive" label="Slå to trin til"></uui-button>
          </div>
        </umb-body-layout>
      </form>
    `;
  }

  static override styles = css`
    uui-box + uui-box {
      margin-top: var(--uui-size-layout-1);
    }
    img {
      background: white;
    }
    code {
      font-size: 1.1em;
      overflow-wrap: anywhere;
    }
    ul {
      columns: 2;
      padding-left: var(--uui-size-6);
    }
    [role='alert'] {
      color: var(--uui-color-danger);
    }
  `;
}

customElements.define('hedensted-totp', TotpElement);
