import { css, html, nothing, type TemplateResult } from '@umbraco-cms/backoffice/external/lit';
import { parts, type Item } from './counts.js';

interface Handlers {
  save: (form: HTMLFormElement) => void;
  close: () => void;
  remove: () => void;
}

/** The form of one date: the number that matters first, everything else when it is known. Enter saves. */
export function countForm(item: Item, methods: readonly string[], problem: string, busy: boolean, { save, close, remove }: Handlers): TemplateResult {
  const count = item.count;
  return html`
    <form
      novalidate
      aria-label=${`Tælling af ${item.title}`}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        save(event.target as HTMLFormElement);
      }}
      @keydown=${(event: KeyboardEvent) => {
        // Browsers send a form by Enter only when it has a button of their own.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          (event.currentTarget as HTMLFormElement).requestSubmit();
        }

        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <label class="total">I alt ${number('total', count?.total ?? null)}</label>
      <fieldset>
        <legend>Heraf, hvis I ved det</legend>
        ${parts.map(([name, label]) => html`<label>${label} ${number(name, count?.[name] ?? null)}</label>`)}
      </fieldset>
      <fieldset>
        <legend>Hvordan er der talt?</legend>
        ${methods.map(
          (method, at) => html`<label class="choice"><input type="radio" name="method" value=${method} .checked=${count ? count.method === method : at === 0} /> ${method}</label>`,
        )}
      </fieldset>
      <label class="note">Bemærkning (kun for kolleger) <input name="note" maxlength="500" autocomplete="off" .value=${count?.note ?? ''} /></label>
      <p class="problem" role="alert">${problem}</p>
      <div class="buttons">
        <uui-button type="submit" look="primary" label="Gem" ?disabled=${busy}></uui-button>
        <uui-button look="secondary" label="Fortryd" @click=${close}></uui-button>
        ${count ? html`<uui-button look="outline" color="danger" label="Slet tællingen" ?disabled=${busy} @click=${remove}></uui-button>` : nothing}
      </div>
    </form>
  `;
}

const number = (name: string, value: number | null) => html`<input type="number" inputmode="numeric" min="0" max="100000" step="1" name=${name} autocomplete="off" .value=${value === null ? '' : String(value)} />`;

export const countFormStyles = css`
  form {
    display: grid;
    gap: var(--uui-size-space-4);
    margin-block-start: var(--uui-size-space-3);
    padding: var(--uui-size-space-5);
    background: var(--uui-color-surface-alt);
    border-radius: var(--uui-border-radius);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--uui-size-space-3) var(--uui-size-space-4);
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--uui-size-space-2);
    font-weight: 700;
  }
  form label {
    display: grid;
    gap: var(--uui-size-space-1);
  }
  form label.choice {
    display: flex;
    align-items: center;
    gap: var(--uui-size-space-2);
    min-block-size: 44px;
  }
  input[type='number'] {
    inline-size: 6.5rem;
  }
  .total {
    font-weight: 700;
  }
  .total input {
    font-size: 1.4rem;
    inline-size: 8rem;
  }
  input[name='note'] {
    inline-size: min(100%, 32rem);
  }
  input[type='radio'] {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
  }
  form .problem {
    margin: 0;
  }
  form .problem:empty {
    display: none;
  }
  form .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--uui-size-space-3);
  }
`;
