// JupyterLab's own dialog around a form; it stays open while the server refuses what is in it.

import { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

/** What stands in the dialog. */
export interface Form<Values> extends Widget {
  /** What was filled in; undefined if something is wrong, which it shows. */
  accepted(): Values | undefined;
  /** Show the server's sentence. */
  refuse(sentence: string): void;
}

const ACCEPT = 1; // the place of the button that accepts

export class FormDialog<Values> extends Dialog<void> {
  constructor(
    title: string,
    label: string,
    private _form: Form<Values>,
    private _submit: (values: Values) => Promise<unknown>,
    trans: TranslationBundle
  ) {
    super({
      title,
      body: _form,
      buttons: [Dialog.cancelButton({ label: trans.__('Cancel') }), Dialog.okButton({ label })],
      focusNodeSelector: 'input, select'
    });
    this.addClass('jp-AreYouJ-dialog');
  }

  /** Enter and the button come here. */
  resolve(index = ACCEPT): void {
    if (index !== ACCEPT) {
      return super.resolve(index);
    }
    const values = this._form.accepted();
    if (values && !this._busy) {
      this._busy = true;
      this._submit(values)
        .then(
          () => super.resolve(index),
          (error: Error) => this._form.refuse(error.message)
        )
        .finally(() => (this._busy = false));
    }
  }

  private _busy = false;
}
