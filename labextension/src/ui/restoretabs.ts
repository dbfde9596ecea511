// Tabs come back after a reload.

import type { ILayoutRestorer } from '@jupyterlab/application';
import type { MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import type { Widget } from '@lumino/widgets';

/** Open the tabs of one kind again by a command; session: which one a tab is about. */
export function restoreTabs<Content extends Widget>(
  restorer: ILayoutRestorer | null,
  command: string,
  tracker: WidgetTracker<MainAreaWidget<Content>>,
  session: (content: Content) => string
): void {
  const name = ({ content }: MainAreaWidget<Content>) => session(content);
  void restorer?.restore(tracker, { command, args: tab => ({ session: name(tab) }), name });
}
