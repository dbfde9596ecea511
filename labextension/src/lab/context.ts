// Where a person is in JupyterLab: the cells and the text that are selected, and what went wrong there.

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { PathExt } from '@jupyterlab/coreutils';
import type { FileEditor, IEditorTracker } from '@jupyterlab/fileeditor';
import type { IError, IOutput } from '@jupyterlab/nbformat';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Selection } from './selection';

type Editor = FileEditor['editor'];
type Cell = NotebookPanel['content']['widgets'][number];

/** The notebook or editor in front; what JupyterLab does not have is null. Owned by the plugin. */
export class DocumentContext {
  constructor(
    private _app: JupyterFrontEnd,
    private _notebooks: INotebookTracker | null,
    private _editors: IEditorTracker | null,
    private _trans: TranslationBundle
  ) {}

  /**
   * The selected text; without one the selected cells, or the line of an editor. Undefined if nothing is in front.
   * menu: whether it is about the cell whose menu was opened, not about the active one.
   */
  selection(menu: boolean): Selection | undefined {
    const notebook = this._notebook();
    const cell = notebook && this._chosen(notebook, menu);
    if (notebook) {
      return cell ? (this._text(notebook, cell) ?? this._cells(notebook, selectedWith(notebook, cell))) : undefined;
    }
    const tab = this._editors?.currentWidget;
    if (!tab || tab !== this._app.shell.currentWidget) {
      return undefined;
    }
    const { path } = tab.context;
    const [text, from, to] = selected(tab.content.editor) ?? line(tab.content.editor);
    return { where: this._lines(path, from, to), text, language: PathExt.extname(path).slice(1) };
  }

  /** A cell with its error; undefined if it has none. menu: as of `selection`. */
  failure(menu: boolean): Selection | undefined {
    const notebook = this._notebook();
    const cell = notebook && this._chosen(notebook, menu);
    const outputs = (cell?.model.toJSON().outputs ?? []) as IOutput[]; // none but those of code
    const found = outputs.find((output): output is IError => output.output_type === 'error');
    if (!notebook || !cell || !found) {
      return undefined;
    }
    const error = found.traceback.join('\n') || `${found.ename}: ${found.evalue}`;
    return { ...this._cells(notebook, [cell]), error };
  }

  /** Put code into a new cell below the active one of the notebook that was in front last. */
  insert(source: string): void {
    const panel = this._notebooks?.currentWidget;
    if (!panel?.model) {
      throw new Error(this._trans.__('Open a notebook first. The code goes below its active cell.'));
    }
    const place = panel.content.activeCellIndex + 1;
    panel.model.sharedModel.insertCell(place, { cell_type: 'code', source });
    panel.content.activeCellIndex = place;
  }

  private _notebook(): NotebookPanel | null {
    const panel = this._notebooks?.currentWidget ?? null;
    return panel === this._app.shell.currentWidget ? panel : null;
  }

  private _chosen({ content }: NotebookPanel, menu: boolean): Cell | null {
    const node = menu && this._app.contextMenuHitTest(({ classList }) => classList.contains('jp-Cell'));
    return content.widgets.find(cell => cell.node === node) ?? content.activeCell;
  }

  /** What is selected inside of a cell. */
  private _text({ content, context, model }: NotebookPanel, cell: Cell): Selection | undefined {
    const found = cell.editor && selected(cell.editor);
    const where = this._cell(context.path, [content.widgets.indexOf(cell)]);
    return found ? { where, text: found[0], language: language(model, [cell]) } : undefined;
  }

  private _cells({ content, context, model }: NotebookPanel, cells: readonly Cell[]): Selection {
    const places = cells.map(cell => content.widgets.indexOf(cell));
    const text = cells.map(cell => cell.model.sharedModel.getSource()).join('\n\n');
    return { where: this._cell(context.path, places), text, language: language(model, cells) };
  }

  private _cell(path: string, places: number[]): string {
    const numbers = places.map(place => place + 1).join(', ');
    return this._trans._n('Cell %2 of %3', 'Cells %2 of %3', places.length, numbers, path);
  }

  private _lines(path: string, from: number, to: number): string {
    return from === to
      ? this._trans.__('Line %1 of %2', from, path)
      : this._trans.__('Lines %1 to %2 of %3', from, to, path);
  }
}

/** That of the kernel, if one of the cells is code. */
function language(model: NotebookPanel['model'], cells: readonly Cell[]): string {
  return cells.some(cell => cell.model.type === 'code') ? (model?.defaultKernelLanguage ?? '') : '';
}

/** All selected cells, if the one is among them. */
function selectedWith({ content }: NotebookPanel, cell: Cell): readonly Cell[] {
  return content.isSelected(cell) ? content.widgets.filter(other => content.isSelected(other)) : [cell];
}

/** The selected text with its first and last line, from 1; undefined if there is none. */
function selected(editor: Editor): [string, number, number] | undefined {
  const { start, end } = editor.getSelection();
  const [first, last] = [start, end].sort((left, right) => editor.getOffsetAt(left) - editor.getOffsetAt(right));
  const text = editor.model.sharedModel.getSource().slice(editor.getOffsetAt(first), editor.getOffsetAt(last));
  return text ? [text, first.line + 1, last.line + 1] : undefined;
}

/** The line with the cursor. */
function line(editor: Editor): [string, number, number] {
  const { line: place } = editor.getCursorPosition();
  return [editor.getLine(place) ?? '', place + 1, place + 1];
}
